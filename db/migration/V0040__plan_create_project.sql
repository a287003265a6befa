create sequence plan_version_seq as bigint;

comment on sequence plan_version_seq is 'versions of plans; a sequence, so that not even a rolled-back change lends its number to another';

create table project (
  key text primary key check (key ~ '^[a-z][a-z0-9-]{1,39}$'),
  name text not null check (char_length(name) between 1 and 200),
  plan_version bigint not null default nextval('plan_version_seq') unique,
  created_at timestamptz not null,
  created_by text not null check (created_by <> '')
);

comment on table project is 'the namespace of everything below; its row is locked by every change to its plan';
