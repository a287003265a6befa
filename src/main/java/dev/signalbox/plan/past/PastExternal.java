package dev.signalbox.plan.past;

import dev.signalbox.plan.EvidenceKind;
import dev.signalbox.plan.ExternalKind;
import dev.signalbox.plan.PlanSnapshot;
import dev.signalbox.plan.StatedEvidence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An external item on its way back; every entry on the timeline is one version of it. */
final class PastExternal {

  final String key;
  ExternalKind kind;
  String text;
  @Nullable String owner;
  @Nullable LocalDate expectedOn;
  boolean closed;
  @Nullable String closedBy;
  @Nullable String revokedBy;
  @Nullable String revocation;
  long version;

  /** When it was closed or revoked; null once that was undone, then the timeline has to say. */
  @Nullable Instant closedAt;

  @Nullable Instant revokedAt;
  private @Nullable String evidence;
  private @Nullable String evidenceKind;
  private @Nullable String evidenceLink;
  private @Nullable String evidenceDigest;

  PastExternal(ResultSet row) throws SQLException {
    this.key = row.getString("key");
    this.kind = ExternalKind.valueOf(row.getString("kind"));
    this.text = row.getString("text");
    this.owner = row.getString("owner");
    this.expectedOn = row.getObject("expected_on", LocalDate.class);
    this.closedAt = PresentRows.instant(row, "closed_at");
    this.closed = closedAt != null;
    this.closedBy = row.getString("closed_by");
    this.revokedAt = PresentRows.instant(row, "revoked_at");
    this.revokedBy = row.getString("revoked_by");
    this.revocation = row.getString("revocation");
    this.version = row.getLong("version");
    this.evidence = row.getString("evidence");
    this.evidenceKind = row.getString("evidence_kind");
    this.evidenceLink = row.getString("evidence_link");
    this.evidenceDigest = row.getString("evidence_digest");
  }

  void undo(Undo change) {
    change.text("kind", value -> kind = value == null ? kind : ExternalKind.valueOf(value));
    change.text("text", value -> text = value == null ? "" : value);
    change.text("owner", value -> owner = value);
    change.day("expectedOn", value -> expectedOn = value);
    change.text("evidence", value -> evidence = value);
    change.text("evidenceKind", value -> evidenceKind = value);
    change.text("evidenceLink", value -> evidenceLink = value);
    change.text("evidenceDigest", value -> evidenceDigest = value);
    change.flag("closedBy", value -> closed = value);
    change.flag("closedBy", _ -> closedAt = null);
    change.text("closedBy", value -> closedBy = value);
    change.flag("revokedBy", _ -> revokedAt = null);
    change.text("revokedBy", value -> revokedBy = value);
    change.text("revocation", value -> revocation = value);
    version--;
  }

  PlanSnapshot.External tell() {
    return new PlanSnapshot.External(key, kind, text, owner, expectedOn, closed, closedBy);
  }

  /** By what it was closed; null if it was open. */
  @Nullable StatedEvidence evidence() {
    if (!closed) {
      return null;
    }
    EvidenceKind shown =
        evidenceKind == null ? EvidenceKind.STATEMENT : EvidenceKind.valueOf(evidenceKind);
    return new StatedEvidence(shown, evidenceLink, evidenceDigest, evidence);
  }
}
