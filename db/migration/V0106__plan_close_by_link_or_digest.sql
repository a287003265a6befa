alter table external_item
  drop constraint closed_only_with_evidence,
  add constraint closed_by_someone check ((closed_at is null) = (closed_by is null)),
  add constraint closed_only_with_evidence check (
    (closed_at is null) = (coalesce(evidence, evidence_link, evidence_digest) is null)),
  add constraint evidence_links_to_the_web check (evidence_link ~* '^https?://');

comment on column external_item.evidence is 'what was said of the evidence; a link or a digest may stand for it alone';
