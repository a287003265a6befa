create table result (
    id          bigint      generated always as identity primary key,
    attempt_id  uuid        not null references attempt (id),
    outcome     text        check (outcome in ('PASSED', 'FAILED', 'ERRORED', 'CANCELLED')),
    judged      text        check (judged in ('PASSED', 'FAILED', 'ERRORED', 'CANCELLED')),
    error_code  text        check (length(error_code) between 1 and 60),
    detail      text        not null check (length(detail) <= 1000),
    facts       jsonb       not null,
    report      jsonb,
    external_id text        check (length(external_id) <= 200),
    url         text        check (length(url) <= 2000),
    origin      text        not null check (length(origin) between 1 and 300),
    verdict     text        not null check (verdict in ('APPLIED', 'DUPLICATE', 'LATE', 'CONFLICT')),
    received_at timestamptz not null,
    check ((outcome is null) = (judged is null))
);

comment on table result is 'Everything that was ever reported of an attempt, with what became of it; rows never change';
comment on column result.judged is 'What the outcome counts as once the report and the expected facts were looked at';

create index result_of_attempt on result (attempt_id, id);

create function result_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'results are never changed or removed';
end
$$;

create trigger result_append_only before update or delete on result
    for each row execute function result_is_append_only();
