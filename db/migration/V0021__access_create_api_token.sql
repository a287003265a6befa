-- Tokens for the API: of a person, or of a machine in one project.
create table api_token (
  id bigint generated always as identity primary key,
  public_id text not null,
  name text not null,
  account_id bigint references account (id),
  project text,
  machine text,
  secret_hash bytea not null,
  scopes text[] not null,
  created_at timestamptz not null,
  created_by text not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  version bigint not null,
  constraint api_token_public_id_is_unique unique (public_id),
  constraint api_token_public_id_form check (public_id ~ '^[0-9A-Za-z]{12}$'),
  constraint api_token_name_is_bounded check (length(name) between 1 and 100),
  constraint api_token_is_of_a_person_or_a_machine check ((account_id is null) <> (machine is null)),
  constraint api_token_machine_has_a_project check ((machine is null) = (project is null)),
  constraint api_token_machine_form check (machine ~ '^[a-z0-9][a-z0-9._-]{0,62}$'),
  constraint api_token_hash_is_sha256 check (octet_length(secret_hash) = 32),
  constraint api_token_has_scopes check (cardinality(scopes) between 1 and 32),
  constraint api_token_lives_a_year_at_most
    check (expires_at > created_at and expires_at <= created_at + interval '366 days')
);

comment on table api_token is 'An API token; the secret is known to its holder only.';

create index api_token_account on api_token (account_id) where account_id is not null;
create index api_token_project on api_token (project, machine) where project is not null;
