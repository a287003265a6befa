alter table log_entry
  add column entered_at timestamptz,
  add column gone_at timestamptz,
  add constraint gone_after_it_was_entered check (gone_at >= entered_at);

alter table risk
  add column entered_at timestamptz,
  add column gone_at timestamptz,
  add constraint gone_after_it_was_entered check (gone_at >= entered_at);

-- Rows of people say on the timeline when they came; those of a document came with its last change.
update log_entry l
   set entered_at = coalesce(
         (select min(e.at) from timeline_entry e
           where l.origin = 'HAND' and e.project = l.project and e.object_type = 'log_entry'
             and e.object_key = l.id::text),
         (select max(e.at) from timeline_entry e
           where l.origin = 'DOCUMENT' and e.project = l.project and e.object_type = 'sprint'
             and e.object_key = l.sprint and e.action = 'sprint.log_replaced'),
         (select p.created_at from project p where p.key = l.project));

update risk r
   set entered_at = coalesce(
         (select min(e.at) from timeline_entry e
           where r.origin = 'HAND' and e.project = r.project and e.object_type = 'risk'
             and e.object_key = r.id::text),
         (select max(e.at) from timeline_entry e
           where r.origin = 'DOCUMENT' and e.project = r.project and e.object_type = 'sprint'
             and e.object_key = r.sprint and e.action = 'sprint.risks_replaced'),
         (select p.created_at from project p where p.key = r.project));

alter table log_entry
  alter column entered_at set not null,
  drop constraint log_entry_project_sprint_origin_position_key;
alter table risk
  alter column entered_at set not null,
  drop constraint risk_project_sprint_origin_position_key;

create unique index log_entry_place_idx on log_entry (project, sprint, origin, position)
  where gone_at is null;
create unique index risk_place_idx on risk (project, sprint, origin, position)
  where gone_at is null;
create index log_entry_sprint_idx on log_entry (project, sprint);
create index risk_sprint_idx on risk (project, sprint);

comment on column log_entry.gone_at is 'when its document came again without it; kept, so that the past can be told';
comment on column risk.gone_at is 'when its document came again without it; kept, so that the past can be told';
