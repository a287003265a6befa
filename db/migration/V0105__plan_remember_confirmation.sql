alter table blocker
  add column confirmed_at timestamptz,
  add constraint confirmed_once_and_kept check (standing <> 'CONFIRMED' or confirmed_at is not null),
  add constraint only_what_was_read_is_confirmed check (confirmed_at is null or standing in ('CONFIRMED', 'DROPPED'));

comment on column blocker.confirmed_at is 'since when a person stands for it; kept when it is dropped later, so that the past can be told';
