create table run (
    id           bigint      generated always as identity primary key,
    job_id       bigint      not null references job (id),
    number       bigint      not null check (number > 0),
    state        text        not null check (state in ('QUEUED', 'RUNNING', 'PASSED', 'FAILED', 'ERRORED', 'CANCELLED')),
    trigger      text        not null check (trigger in ('MANUAL', 'CRON', 'ON_READY')),
    triggered_by text        not null check (length(triggered_by) between 1 and 200),
    planned_at   timestamptz,
    outcome      text        check (outcome in ('PASSED', 'FAILED', 'ERRORED', 'CANCELLED')),
    error_code   text        check (length(error_code) between 1 and 60),
    error_detail text        check (length(error_detail) <= 1000),
    created_at   timestamptz not null,
    finished_at  timestamptz,
    version      bigint      not null,
    unique (job_id, number),
    check ((outcome is null) = (finished_at is null)),
    check ((outcome is null) = (state in ('QUEUED', 'RUNNING'))),
    check (outcome is null or outcome = state),
    check ((error_code is not null) = (outcome is not null and outcome = 'ERRORED')),
    check ((trigger = 'CRON') = (planned_at is not null))
);

comment on table run is 'One execution of a job; its number counts up within the job';

create unique index run_planned_once on run (job_id, planned_at) where planned_at is not null;
create index run_finished on run (job_id, number desc) where finished_at is not null;
create index run_open on run (job_id) where finished_at is null;

create table run_input (
    run_id bigint not null references run (id),
    name   text   not null check (length(name) between 1 and 120),
    value  text   not null check (length(value) <= 2000),
    primary key (run_id, name)
);

comment on table run_input is 'Values that this run''s dispatches carry';

create table attempt (
    id                  uuid        primary key,
    run_id              bigint      not null references run (id),
    number              int         not null check (number between 1 and 10),
    state               text        not null check (state in ('PENDING', 'DISPATCHING', 'DISPATCHED', 'UNKNOWN',
                                        'RUNNING', 'PASSED', 'FAILED', 'ERRORED', 'CANCELLED')),
    calls               int         not null check (calls >= 0),
    created_at          timestamptz not null,
    queue_deadline_at   timestamptz not null,
    claimed_at          timestamptz,
    run_deadline_at     timestamptz,
    last_sign_at        timestamptz,
    silence_deadline_at timestamptz,
    check_at            timestamptz not null,
    external_id         text        check (length(external_id) <= 200),
    url                 text        check (length(url) <= 2000),
    error_code          text        check (length(error_code) between 1 and 60),
    error_detail        text        check (length(error_detail) <= 1000),
    reported            boolean     not null,
    conflict            boolean     not null,
    finished_at         timestamptz,
    unique (run_id, number),
    check ((finished_at is not null) = (state in ('PASSED', 'FAILED', 'ERRORED', 'CANCELLED'))),
    check (state <> 'ERRORED' or error_code is not null),
    -- at commit: the next attempt may be written before the last one's end
    constraint attempt_one_open exclude using btree (run_id with =) where (finished_at is null)
        deferrable initially deferred
);

comment on table attempt is 'One try of a run; its number is the fencing token: only the highest may move the run';
comment on column attempt.check_at is 'When the reaper must look: the nearest deadline of the present state';
comment on column attempt.reported is 'Whether a result ended it, rather than Signalbox';

create index attempt_check on attempt (check_at) where finished_at is null;
create index attempt_waiting on attempt (created_at) where state = 'PENDING';
