-- Answers of POST requests that carried an Idempotency-Key, so that a repeat gets the same answer.
create table idempotency_record (
  caller text not null,
  method text not null,
  path text not null,
  idempotency_key text not null,
  request_digest bytea not null,
  claim text not null,
  claimed_at timestamptz not null,
  expires_at timestamptz not null,
  status integer,
  content_type text,
  location text,
  entity_tag text,
  body bytea,
  constraint idempotency_record_key primary key (caller, method, path, idempotency_key),
  constraint idempotency_record_digest_is_sha256 check (octet_length(request_digest) = 32),
  constraint idempotency_record_key_is_a_digest check (length(idempotency_key) = 64),
  constraint idempotency_record_expires_later check (expires_at > claimed_at),
  constraint idempotency_record_answer_is_whole check ((status is null) = (body is null)),
  constraint idempotency_record_keeps_lasting_answers
    check (status is null or (status between 200 and 499 and status not in (401, 403)))
);

comment on table idempotency_record is
  'One claimed Idempotency-Key of one caller, method and path; without a status it is in flight. The key is a digest, the body sealed under what it is a digest of.';

create index idempotency_record_expiry on idempotency_record (expires_at);
