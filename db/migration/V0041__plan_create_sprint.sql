create table sprint (
  id bigint generated always as identity primary key,
  project text not null references project (key),
  key text not null check (key <> '' and char_length(key) <= 120 and key !~ '[[:cntrl:][:space:]/\\;%?]'),
  title text not null check (char_length(title) <= 500),
  section text not null check (char_length(section) <= 500),
  summary text not null check (char_length(summary) <= 10000),
  position integer not null check (position >= 0),
  version bigint not null default 0 check (version >= 0),
  unique (project, key)
);

comment on table sprint is 'a group of tasks with a title, a section and a summary';

create table sprint_dependency (
  project text not null,
  sprint text not null,
  name text not null check (name <> '' and char_length(name) <= 500),
  position integer not null check (position >= 0),
  primary key (project, sprint, position),
  unique (project, sprint, name),
  foreign key (project, sprint) references sprint (project, key)
);

comment on table sprint_dependency is 'names of other sprints that a sprint waits for, as written; they may not exist here';
