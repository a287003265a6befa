alter table external_item
  add column kind text not null default 'OTHER' check (kind in ('TASK', 'ARTEFACT', 'SPRINT', 'OTHER')),
  add column evidence_kind text
    check (evidence_kind in ('DOCUMENT', 'ARTEFACT', 'ACCESS', 'DECISION', 'DELIVERY', 'STATEMENT')),
  add column evidence_link text check (char_length(evidence_link) between 1 and 2000),
  add column evidence_digest text check (evidence_digest ~ '^sha256:[0-9a-f]{64}$'),
  add column revoked_at timestamptz,
  add column revoked_by text check (revoked_by <> ''),
  add column revocation text check (char_length(revocation) between 1 and 2000),
  add constraint evidence_has_a_kind check (evidence_kind is null or closed_at is not null),
  add constraint link_and_digest_are_evidence check (
    evidence_kind is not null or (evidence_link is null and evidence_digest is null)),
  add constraint revoked_by_someone_with_a_reason check (
    (revoked_at is null) = (revoked_by is null) and (revoked_at is null) = (revocation is null)),
  add constraint revoked_is_open check (revoked_at is null or closed_at is null);

comment on column external_item.kind is 'TASK: a key of somebody else''s plan; ARTEFACT: something awaited that prose names; SPRINT: a sprint that is not here';
comment on column external_item.closed_by is 'who verified the evidence';
