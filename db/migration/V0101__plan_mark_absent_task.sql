alter table task add column absent_since timestamptz;

comment on column task.absent_since is 'no longer in plan: the document that brought it came again without it; null while it stands there, or was made by hand';
