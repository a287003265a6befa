alter table task
  add column origin text not null default 'DOCUMENT' check (origin in ('DOCUMENT', 'HAND')),
  add constraint only_a_task_of_a_document_leaves_it check (absent_since is null or origin = 'DOCUMENT');

comment on column task.origin is 'who made it: one that was made by hand is never marked as no longer in plan';
