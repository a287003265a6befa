create table timeline_entry (
  id bigint generated always as identity primary key,
  tx xid8 not null default pg_current_xact_id(),
  project text check (project <> ''),
  at timestamptz not null default clock_timestamp(),
  actor_kind text not null check (actor_kind in ('PERSON', 'MACHINE', 'SYSTEM')),
  actor text not null check (actor <> ''),
  action text not null check (action ~ '^[a-z][a-z_.-]{0,99}$'),
  object_type text not null check (object_type ~ '^[a-z][a-z_-]{0,49}$'),
  object_key text not null check (object_key <> ''),
  before jsonb,
  after jsonb,
  request_id text
);

comment on table timeline_entry is
  'timeline: who did what, append-only; tx is the transaction that wrote it and orders the live stream';
comment on column timeline_entry.tx is
  'an entry is streamed once every older transaction has ended, so that a late commit is never skipped';

create index timeline_entry_tx_idx on timeline_entry (tx, id);
create index timeline_entry_project_tx_idx on timeline_entry (project, tx, id);
create index timeline_entry_project_idx on timeline_entry (project, id desc);
create index timeline_entry_object_idx
  on timeline_entry (project, object_type, object_key, id desc);
create index timeline_entry_actor_idx on timeline_entry (project, actor, id desc);

create function timeline_entry_refuse_change() returns trigger
language plpgsql as $$
begin
  raise exception 'the timeline is append-only: % refused', lower(tg_op)
    using errcode = 'restrict_violation';
end
$$;

create trigger timeline_entry_keep_rows
  before update or delete on timeline_entry
  for each row execute function timeline_entry_refuse_change();

create trigger timeline_entry_keep_table
  before truncate on timeline_entry
  for each statement execute function timeline_entry_refuse_change();

-- Also for sessions that play rows back as a replica (session_replication_role).
alter table timeline_entry enable always trigger timeline_entry_keep_rows;
alter table timeline_entry enable always trigger timeline_entry_keep_table;
