create table plan_archive (
  id bigint generated always as identity primary key,
  project text not null references project (key),
  name text not null check (char_length(name) <= 200),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  content bytea not null,
  applied_at timestamptz not null
);

create index plan_archive_project_idx on plan_archive (project);

comment on table plan_archive is 'archives of which at least one document was applied, as they came; append-only';

alter table plan_document
  add column dialect text not null default '' check (char_length(dialect) <= 100),
  add column archive bigint references plan_archive (id),
  add column keys jsonb not null default '{}';

create index plan_document_archive_idx on plan_document (archive) where archive is not null;

comment on column plan_document.dialect is 'who read it, so that an export writes the same way; empty where it was not kept yet';
comment on column plan_document.keys is 'the plan''s keys of tasks that the document calls otherwise, by the document''s key';

create table plan_document_file (
  document bigint not null references plan_document (id),
  position integer not null check (position >= 0),
  path text not null check (char_length(path) <= 1000),
  content bytea not null,
  primary key (document, position)
);

comment on table plan_document_file is 'the files of an applied document as they came, byte for byte: what an export writes back to; append-only';

create function plan_bytes_are_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the bytes of applied documents are not changed';
end
$$;

create trigger plan_archive_append_only before update or delete on plan_archive
  for each row execute function plan_bytes_are_append_only();

create trigger plan_document_file_append_only before update or delete on plan_document_file
  for each row execute function plan_bytes_are_append_only();
