create table external_item (
  id bigint generated always as identity primary key,
  project text not null references project (key),
  key text not null check (key <> '' and char_length(key) <= 200 and key !~ '[[:cntrl:]/\\;%]'),
  text text not null check (char_length(text) <= 10000),
  owner text check (char_length(owner) between 1 and 200),
  expected_on date check (expected_on between '1970-01-01' and '2199-12-31'),
  evidence text check (char_length(evidence) between 1 and 2000),
  closed_at timestamptz,
  closed_by text check (closed_by <> ''),
  version bigint not null default 0 check (version >= 0),
  changed_at timestamptz not null,
  unique (project, key),
  constraint closed_only_with_evidence check (
    (closed_at is null) = (evidence is null) and (closed_at is null) = (closed_by is null))
);

comment on table external_item is 'something outside the plan that tasks wait for; closed only by stated evidence';
