alter table sprint
  add column archived_at timestamptz,
  add column archived_by text check (archived_by <> ''),
  add constraint archived_by_someone check ((archived_at is null) = (archived_by is null));

comment on column sprint.archived_at is 'history from then on: left out of the views, still resolvable as what another sprint depends on';

alter table sprint_dependency
  add column waived_at timestamptz,
  add column waived_by text check (waived_by <> ''),
  add column waiver text check (char_length(waiver) between 1 and 2000),
  add constraint waived_by_someone_with_a_reason check (
    (waived_at is null) = (waived_by is null) and (waived_at is null) = (waiver is null));

comment on column sprint_dependency.waived_at is 'the later sprint does not wait for this one any more, by somebody''s stated word';
