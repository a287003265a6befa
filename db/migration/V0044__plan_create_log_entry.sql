create table log_entry (
  id bigint generated always as identity primary key,
  project text not null,
  sprint text not null,
  logged_on date check (logged_on between '1970-01-01' and '2199-12-31'),
  text text not null check (char_length(text) <= 10000),
  owner text not null check (char_length(owner) <= 200),
  repeated boolean not null,
  stranded boolean not null,
  origin text not null check (origin in ('DOCUMENT', 'HAND')),
  position integer not null check (position >= 0),
  unique (project, sprint, origin, position),
  foreign key (project, sprint) references sprint (project, key)
);

comment on table log_entry is 'rows of the execution log of a sprint; a date may be unknown';

create table risk (
  id bigint generated always as identity primary key,
  project text not null,
  sprint text not null,
  text text not null check (char_length(text) between 1 and 10000),
  origin text not null check (origin in ('DOCUMENT', 'HAND')),
  position integer not null check (position >= 0),
  unique (project, sprint, origin, position),
  foreign key (project, sprint) references sprint (project, key)
);

comment on table risk is 'lines under decisions and risks of a sprint';
