-- People who sign in, what they are in each project, and their sessions.
create table account (
  id bigint generated always as identity primary key,
  username text not null,
  display_name text not null,
  password_hash text not null,
  must_change_password boolean not null,
  enabled boolean not null,
  system_administrator boolean not null,
  created_at timestamptz not null,
  last_sign_in_at timestamptz,
  version bigint not null,
  constraint account_username_is_unique unique (username),
  constraint account_username_form check (username ~ '^[a-z0-9][a-z0-9._-]{0,62}$'),
  constraint account_display_name_is_bounded check (length(display_name) between 1 and 120),
  constraint account_password_is_hashed check (password_hash like '{%}%')
);

comment on table account is 'A person who can sign in with a password.';

create table membership (
  account_id bigint not null references account (id),
  project text not null,
  role text not null,
  granted_at timestamptz not null,
  granted_by text not null,
  constraint membership_key primary key (account_id, project, role),
  constraint membership_role_is_for_people
    check (role in ('VIEWER', 'CONTRIBUTOR', 'RELEASE_MANAGER', 'ADMIN')),
  constraint membership_project_form check (length(project) between 1 and 100)
);

comment on table membership is 'One role of one person in one project.';

create index membership_project on membership (project, account_id);

create table account_session (
  id_hash bytea not null,
  account_id bigint not null references account (id),
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  constraint account_session_key primary key (id_hash),
  constraint account_session_hash_is_sha256 check (octet_length(id_hash) = 32),
  constraint account_session_expires_later check (expires_at > created_at)
);

comment on table account_session is
  'A signed-in browser; the cookie holds the secret, the table its SHA-256 only.';

create index account_session_account on account_session (account_id);
create index account_session_expiry on account_session (expires_at);
