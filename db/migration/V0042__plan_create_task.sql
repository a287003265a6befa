create table task (
  id bigint generated always as identity primary key,
  project text not null,
  key text not null check (key <> '' and char_length(key) <= 120 and key !~ '[[:cntrl:][:space:]/\\;%?]'),
  sprint text not null,
  position integer not null check (position >= 0),
  text text not null check (char_length(text) <= 10000),
  state text not null check (state in ('TODO', 'DOING', 'BLOCKED', 'DONE', 'CANCELLED')),
  state_date date check (state_date between '1970-01-01' and '2199-12-31'),
  resume_state text check (resume_state in ('TODO', 'DOING')),
  closing_note text check (char_length(closing_note) between 1 and 2000),
  owners text[] not null check (cardinality(owners) <= 50 and array_position(owners, null) is null),
  document_owners text[] not null default '{}',
  source text not null check (char_length(source) <= 500),
  version bigint not null default 0 check (version >= 0),
  changed_at timestamptz not null,
  unique (project, key),
  unique (id, key),
  foreign key (project, sprint) references sprint (project, key),
  constraint only_a_blocked_task_resumes check (resume_state is null or state = 'BLOCKED'),
  constraint only_an_ended_task_has_a_closing_note check (closing_note is null or state in ('DONE', 'CANCELLED'))
);

create index task_sprint_idx on task (project, sprint, position);
create index task_owners_idx on task using gin (owners);

comment on table task is 'what people declared of a task; what is true of it is computed, never stored';
comment on column task.state_date is 'when the declared state was reached; null is unknown and stays so';
comment on column task.document_owners is 'the owners that the last document named; the others were added here and survive an import';

create table dependency (
  id bigint generated always as identity primary key,
  task_id bigint not null,
  task text not null,
  target text not null check (target <> '' and char_length(target) <= 200 and target !~ '[[:cntrl:]/\\;%]'),
  origin text not null check (origin in ('DOCUMENT', 'HAND')),
  unique (task_id, target),
  foreign key (task_id, task) references task (id, key),
  constraint no_task_waits_for_itself check (target <> task)
);

create index dependency_task_idx on dependency (task_id, task);
create index dependency_target_idx on dependency (target);

comment on table dependency is 'an edge from a task to the key of what it waits for: a task, an external item, or something not known yet';

create table blocker (
  id bigint generated always as identity primary key,
  task_id bigint not null,
  task text not null,
  class text not null check (class in ('UPSTREAM_TASK', 'AWAITED_ARTEFACT', 'INFRASTRUCTURE', 'DECISION', 'PEOPLE')),
  reason text not null check (char_length(reason) between 1 and 2000),
  awaits text check (awaits <> '' and char_length(awaits) <= 200 and awaits !~ '[[:cntrl:]/\\;%]'),
  since date check (since between '1970-01-01' and '2199-12-31'),
  origin text not null check (origin in ('DOCUMENT', 'HAND')),
  created_at timestamptz not null,
  resolved_at timestamptz,
  resolved_by text check (resolved_by <> ''),
  resolution text check (char_length(resolution) <= 2000),
  foreign key (task_id, task) references task (id, key),
  constraint no_task_awaits_itself check (awaits <> task),
  constraint resolved_by_someone check ((resolved_at is null) = (resolved_by is null)),
  constraint resolution_needs_an_end check (resolution is null or resolved_at is not null)
);

create index blocker_task_idx on blocker (task_id, task);
create index blocker_holding_idx on blocker (task_id) where resolved_at is null;

comment on table blocker is 'why a task is held, in words; it holds until it is resolved, and is never deleted';
