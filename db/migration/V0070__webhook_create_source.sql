create table source (
  id text primary key check (id ~ '^[0-9a-z]{20,64}$'),
  project text not null references project (key),
  name text not null check (name ~ '^[a-z][a-z0-9-]{1,59}$'),
  dialect text not null check (dialect in ('STANDARD_WEBHOOKS', 'GITHUB', 'GITEA', 'FORGEJO')),
  enabled boolean not null default true,
  version bigint not null default 1 check (version > 0),
  created_at timestamptz not null default now(),
  created_by text not null check (created_by <> ''),
  unique (project, name)
);

comment on table source is 'who may post results to /hooks/{id}; the id is random and names no project';

create table source_secret (
  id bigint generated always as identity primary key,
  source text not null references source (id),
  sealed bytea not null check (octet_length(sealed) >= 40),
  state text not null check (state in ('CURRENT', 'NEXT', 'RETIRING')),
  retire_at timestamptz,
  created_at timestamptz not null default now(),
  check ((state = 'RETIRING') = (retire_at is not null))
);

create index source_secret_source on source_secret (source);
create unique index source_secret_one_current on source_secret (source) where state = 'CURRENT';
create unique index source_secret_one_next on source_secret (source) where state = 'NEXT';

comment on table source_secret is 'HMAC secrets, sealed with the master key; a retiring one counts until retire_at';
