create table plan_moment (
  project text not null references project (key),
  version bigint not null check (version > 0),
  at timestamptz not null,
  last_entry bigint not null check (last_entry >= 0),
  primary key (project, version)
);

create index plan_moment_at_idx on plan_moment (project, at desc, version desc);

comment on table plan_moment is 'when a plan came to a version, and the last entry of the timeline that belongs to it; later ones are undone to tell the past';

-- The past of plans that are here already begins now.
insert into plan_moment (project, version, at, last_entry)
select p.key, p.plan_version, now(),
       coalesce((select max(e.id) from timeline_entry e where e.project = p.key), 0)
  from project p;

create table task_order_past (
  id bigint generated always as identity primary key,
  project text not null references project (key),
  after_entry bigint not null check (after_entry >= 0),
  task_ids bigint[] not null,
  positions integer[] not null,
  constraint a_position_for_each_task check (cardinality(task_ids) = cardinality(positions))
);

create index task_order_past_project_idx on task_order_past (project, after_entry desc, id desc);

comment on table task_order_past is 'where tasks stood before a document moved them; kept here, because thousands of places would fill the timeline';
comment on column task_order_past.after_entry is 'the newest entry of the timeline before they were moved';
