create table gate_request (
  id bigint generated always as identity primary key,
  gate_id bigint not null references gate (id),
  requester_kind text not null check (requester_kind in ('PERSON', 'MACHINE', 'SYSTEM')),
  requester text not null check (requester <> ''),
  subject_digest text not null check (subject_digest ~ '^[0-9a-f]{64}$'),
  state text not null check (state in ('OPEN', 'WITHDRAWN')),
  at timestamptz not null,
  withdrawn_at timestamptz,
  constraint gate_request_is_withdrawn_at_some_time check ((state = 'WITHDRAWN') = (withdrawn_at is not null))
);

comment on table gate_request is 'gate: who asked for a decision, and on which subject at that time';

create index gate_request_gate_idx on gate_request (gate_id);
create unique index gate_request_only_one_is_open on gate_request (gate_id) where state = 'OPEN';

create table approval (
  id bigint generated always as identity primary key,
  gate_id bigint not null references gate (id),
  subject_digest text not null check (subject_digest ~ '^[0-9a-f]{64}$'),
  person text not null check (person <> ''),
  word text not null check (word in ('APPROVE', 'REJECT')),
  comment text not null check (char_length(comment) <= 2000),
  at timestamptz not null,
  constraint approval_is_said_once unique (gate_id, subject_digest, person)
);

comment on table approval is
  'gate: the word of one release manager on exactly one subject; never changed, never taken back';

create function approval_refuse_own_cause() returns trigger
language plpgsql as $$
begin
  if exists (select from gate where id = new.gate_id and last_edited_by = new.person) then
    raise exception 'who last edited a gate does not approve it' using errcode = 'check_violation';
  end if;
  if not exists (select from gate_request
      where gate_id = new.gate_id and state = 'OPEN' and requester <> new.person) then
    raise exception 'an approval answers the open request of somebody else'
      using errcode = 'check_violation';
  end if;
  return new;
end
$$;

create trigger approval_is_by_another
  before insert on approval
  for each row execute function approval_refuse_own_cause();

create function gate_refuse_change() returns trigger
language plpgsql as $$
begin
  raise exception '% keeps what it was told: % refused', tg_table_name, lower(tg_op)
    using errcode = 'restrict_violation';
end
$$;

create trigger approval_keep_rows
  before update or delete on approval
  for each row execute function gate_refuse_change();

create trigger approval_keep_table
  before truncate on approval
  for each statement execute function gate_refuse_change();

alter table approval enable always trigger approval_keep_rows;
alter table approval enable always trigger approval_keep_table;
