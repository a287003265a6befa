create table gate (
  id bigint generated always as identity primary key,
  project text not null references project (key),
  key text not null check (key ~ '^[a-z][a-z0-9-]{1,59}$'),
  name text not null check (char_length(name) between 1 and 200),
  scope jsonb not null check (jsonb_typeof(scope) = 'object'),
  requirements jsonb not null check (jsonb_typeof(requirements) = 'array'),
  policy_version bigint not null check (policy_version >= 1),
  last_edited_by text not null check (last_edited_by <> ''),
  retired boolean not null default false,
  version bigint not null check (version >= 0),
  unique (project, key),
  constraint gate_has_at_most_20_requirements check (jsonb_array_length(requirements) <= 20)
);

comment on table gate is
  'gate: requirements over a scope of tasks; its row is locked by every decision and every change of evidence';
comment on column gate.policy_version is
  'moves with every edit and is part of what is approved';
comment on column gate.retired is
  'no longer decided; never deleted, because its decisions stay';
