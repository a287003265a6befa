alter table job add column adapter text check (adapter in ('SIGNED_HTTP', 'GITLAB', 'GITHUB', 'GITEA', 'JENKINS', 'BUILDBOT'));
update job set adapter = 'SIGNED_HTTP' where target_url is not null;
alter table job add column target_version int not null default 0 check (target_version >= 0);
alter table job add check ((adapter is null) = (target_url is null));

comment on column job.adapter is 'Kind of CI system that attempts are sent to; null: it starts by itself';
comment on column job.target_secret is 'HMAC key or access token of the target, sealed with the master key';
comment on column job.target_version is 'Counts the changes of the target''s place: what was sent elsewhere is not looked for here';

create table job_target_setting (
    job_id bigint not null references job (id),
    name   text   not null check (length(name) between 1 and 60),
    value  text   not null check (length(value) <= 500),
    primary key (job_id, name)
);

comment on table job_target_setting is 'What a job''s adapter has to be told, such as project and branch';

alter table attempt add column target_version int not null default 0 check (target_version >= 0);

alter table attempt add column target_handle text check (length(target_handle) <= 200);

comment on column attempt.target_handle is 'What the target itself calls it; reports may name it otherwise';
comment on column attempt.target_version is 'The job''s target_version when it was sent';
