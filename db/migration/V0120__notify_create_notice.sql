create table notice_cursor (
  project text primary key references project (key),
  plan_version bigint not null check (plan_version >= 0)
);

comment on table notice_cursor is 'notify: the version of the plan that was looked at last; 0 before the first look. Its row is the lock of all looks';

create table held_task (
  project text not null references notice_cursor (project),
  task text not null check (task <> ''),
  primary key (project, task)
);

comment on table held_task is 'notify: tasks that were blocked or waiting at the last look';

create table notice (
  id bigint generated always as identity primary key,
  project text not null references notice_cursor (project),
  task text not null check (task <> ''),
  text text not null,
  owners text[] not null,
  plan_version bigint not null check (plan_version > 0),
  at timestamptz not null,
  constraint notice_of_a_task_is_unique_in_a_version unique (project, task, plan_version)
);

create index notice_project_idx on notice (project, id desc);

comment on table notice is 'notify: a task that was held became ready; text and owners as they were then';

create table notice_receipt (
  username text not null check (username <> ''),
  notice_id bigint not null references notice (id),
  read_at timestamptz,
  primary key (username, notice_id)
);

create index notice_receipt_notice_idx on notice_receipt (notice_id);
create index notice_receipt_unread_idx on notice_receipt (username, notice_id desc) where read_at is null;

comment on table notice_receipt is 'notify: for whom a notice is, and when they read it';
