create table plan_document (
  id bigint generated always as identity primary key,
  project text not null references project (key),
  sprint text not null check (sprint <> '' and char_length(sprint) <= 120),
  name text not null check (char_length(name) <= 200),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  bytes integer not null check (bytes > 0),
  applied_at timestamptz not null,
  actor text not null check (actor <> ''),
  parsed jsonb not null,
  report jsonb not null
);

create index plan_document_project_sprint on plan_document (project, sprint, id desc);

comment on table plan_document is 'documents that were applied to a plan: what they said (the base of the next merge) and what was reported; append-only';

create function plan_document_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'applied documents are not changed';
end
$$;

create trigger plan_document_append_only before update or delete on plan_document
  for each row execute function plan_document_is_append_only();
