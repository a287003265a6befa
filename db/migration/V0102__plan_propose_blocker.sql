alter table blocker
  add column standing text not null default 'STATED'
    check (standing in ('STATED', 'PROPOSED', 'CONFIRMED', 'DROPPED')),
  add column sureness smallint check (sureness between 0 and 100),
  add column decided_at timestamptz,
  add column decided_by text check (decided_by <> ''),
  add constraint decided_by_someone check (
    (decided_at is null) = (decided_by is null)
    and (decided_at is null) = (standing in ('STATED', 'PROPOSED'))),
  add constraint a_dropped_blocker_holds_no_more check (standing <> 'DROPPED' or resolved_at is not null);

comment on column blocker.standing is 'PROPOSED: read from prose, holds until a person confirms or drops it; STATED: somebody said it here';
comment on column blocker.sureness is 'how sure the reader of the prose was, in percent; null where a person said it';

create index blocker_proposed_idx on blocker (task_id) where standing = 'PROPOSED' and resolved_at is null;
