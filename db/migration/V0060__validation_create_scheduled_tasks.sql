-- The table of db-scheduler 16.12 in its PostgreSQL form: names and types are the library's.
create table scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);

comment on table scheduled_tasks is 'Work that must survive a crash, as JSON: dispatch, sweeps, deliveries (db-scheduler)';

-- Not partial: the library binds "picked = ?", which implies no predicate of an index.
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_beating on scheduled_tasks (last_heartbeat);
