create table job (
    id                bigint      generated always as identity primary key,
    project           text        not null references project (key),
    key               text        not null check (key ~ '^[a-z][a-z0-9-]{1,59}$'),
    name              text        not null check (length(name) between 1 and 200),
    kind              text        not null check (length(kind) between 1 and 60),
    trigger           text        not null check (trigger in ('MANUAL', 'CRON', 'ON_READY')),
    cron              text        check (length(cron) between 9 and 120),
    zone              text        check (length(zone) between 1 and 60),
    ready_task        text        check (length(ready_task) between 1 and 120),
    target_url        text        check (length(target_url) between 8 and 2000),
    target_secret     bytea,
    queue_deadline_s  bigint      not null check (queue_deadline_s between 1 and 2592000),
    run_deadline_s    bigint      not null check (run_deadline_s between 1 and 2592000),
    silence_limit_s   bigint      not null check (silence_limit_s between 1 and 2592000),
    max_attempts      int         not null check (max_attempts between 1 and 10),
    retry_backoff_s   bigint      not null check (retry_backoff_s between 1 and 86400),
    freshness_s       bigint      check (freshness_s > 0),
    owner             text        not null check (length(owner) <= 120),
    enabled           boolean     not null,
    version           bigint      not null,
    created_at        timestamptz not null,
    last_run_number   bigint      not null default 0 check (last_run_number >= 0),
    next_fire_at      timestamptz,
    task_was_ready    boolean,
    unique (project, key),
    check ((cron is null) = (zone is null)),
    check ((trigger = 'CRON') = (cron is not null)),
    check ((trigger = 'ON_READY') = (ready_task is not null)),
    check ((target_url is null) = (target_secret is null)),
    check (silence_limit_s <= run_deadline_s)
);

comment on table job is 'What to validate, where, when, and what its result must show';
comment on column job.target_secret is 'HMAC key of the target, sealed with the master key';
comment on column job.task_was_ready is 'Readiness of ready_task when last seen: one run for each becoming-ready';

create index job_next_fire on job (next_fire_at) where next_fire_at is not null;
create index job_ready_watch on job (project) where enabled and trigger = 'ON_READY';

create table job_expected_fact (
    job_id bigint not null references job (id),
    name   text   not null check (length(name) between 1 and 120),
    primary key (job_id, name)
);

comment on table job_expected_fact is 'Facts without which a pass of the job is not believed';

create table job_input (
    job_id bigint not null references job (id),
    name   text   not null check (length(name) between 1 and 120),
    value  text   not null check (length(value) <= 2000),
    primary key (job_id, name)
);

comment on table job_input is 'Values that every dispatch of the job carries; never secrets';
