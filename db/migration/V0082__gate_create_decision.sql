create table gate_decision (
  id bigint generated always as identity primary key,
  gate_id bigint not null references gate (id),
  number bigint not null check (number >= 1),
  verdict text not null check (verdict in ('OPEN', 'CLOSED')),
  subject_digest text not null check (subject_digest ~ '^[0-9a-f]{64}$'),
  decision_digest text not null,
  inputs text not null,
  requirements jsonb not null check (jsonb_typeof(requirements) = 'array'),
  cause text not null check (char_length(cause) between 1 and 200),
  actor_kind text not null check (actor_kind in ('PERSON', 'MACHINE', 'SYSTEM')),
  actor text not null check (actor <> ''),
  decided_at timestamptz not null,
  unique (gate_id, number),
  constraint gate_decision_digest_is_of_the_inputs
    check (decision_digest = encode(sha256(convert_to(inputs, 'UTF8')), 'hex')),
  constraint gate_decision_is_about_its_subject
    check (cast(inputs as jsonb) ->> 'subjectDigest' = subject_digest),
  constraint gate_decision_says_what_its_inputs_say
    check (cast(inputs as jsonb) ->> 'verdict' = verdict),
  constraint gate_decision_never_opens_without_requirements
    check (verdict = 'CLOSED' or jsonb_array_length(requirements) > 0),
  constraint gate_decision_opens_on_satisfied_ones_only
    check (verdict = 'CLOSED' or not jsonb_path_exists(requirements, '$[*] ? (@.standing != "SATISFIED")'))
);

comment on table gate_decision is
  'gate: what was decided, when and on exactly which inputs; never changed';
comment on column gate_decision.inputs is
  'canonical JSON, kept to the letter: the decision digest is the SHA-256 of its UTF-8 bytes';

create trigger gate_decision_keep_rows
  before update or delete on gate_decision
  for each row execute function gate_refuse_change();

create trigger gate_decision_keep_table
  before truncate on gate_decision
  for each statement execute function gate_refuse_change();

alter table gate_decision enable always trigger gate_decision_keep_rows;
alter table gate_decision enable always trigger gate_decision_keep_table;

create table gate_subject (
  gate_id bigint not null references gate (id),
  digest text not null,
  body text not null,
  seen_at timestamptz not null,
  primary key (gate_id, digest),
  constraint gate_subject_digest_is_of_the_body
    check (digest = encode(sha256(convert_to(body, 'UTF8')), 'hex'))
);

comment on table gate_subject is
  'gate: subjects of late, and all that were approved, so that a stale approval can name what changed';

create index gate_subject_seen_idx on gate_subject (gate_id, seen_at desc);
