package dev.signalbox.plan.external;

import dev.signalbox.plan.EvidenceKind;
import dev.signalbox.plan.ExternalKind;
import dev.signalbox.plan.ExternalLines;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.StatedEvidence;
import dev.signalbox.plan.TargetKey;
import dev.signalbox.plan.change.Values;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something outside the plan that tasks wait for; closed only by stated evidence. */
@Entity
@Table(name = "external_item")
public class ExternalItem {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Version private long version;

  private String project;
  private String key;

  @Enumerated(EnumType.STRING)
  private ExternalKind kind;

  private String text;
  private @Nullable String owner;
  private @Nullable LocalDate expectedOn;
  private @Nullable String evidence;

  @Enumerated(EnumType.STRING)
  private @Nullable EvidenceKind evidenceKind;

  private @Nullable String evidenceLink;
  private @Nullable String evidenceDigest;
  private @Nullable Instant closedAt;
  private @Nullable String closedBy;
  private @Nullable Instant revokedAt;
  private @Nullable String revokedBy;
  private @Nullable String revocation;
  private Instant changedAt;

  @SuppressWarnings("NullAway.Init")
  protected ExternalItem() {}

  public ExternalItem(ProjectKey project, TargetKey key, ExternalLines text, Instant now) {
    this.project = project.value();
    this.key = key.value();
    this.kind = text.kind() == null ? ExternalKind.OTHER : text.kind();
    this.text = text.text();
    this.owner = text.owner();
    this.expectedOn = text.expectedOn();
    this.changedAt = now.truncatedTo(ChronoUnit.MICROS);
  }

  public void edit(ExternalLines wanted, Instant now) {
    kind = wanted.kind() == null ? kind : wanted.kind();
    text = wanted.text();
    owner = wanted.owner();
    expectedOn = wanted.expectedOn();
    touch(now);
  }

  /** Says by what evidence it is there; from now on it holds nothing. */
  public void close(StatedEvidence stated, String by, Instant now) {
    if (isClosed()) {
      throw new IllegalStateException(this + " is closed");
    }
    take(stated);
    closedAt = now;
    closedBy = by;
    revokedAt = null;
    revokedBy = null;
    revocation = null;
    touch(now);
  }

  /** It is not there after all; from now on it holds again what waits for it. */
  public void revoke(String reason, String by, Instant now) {
    if (!isClosed()) {
      throw new IllegalStateException(this + " is open");
    }
    take(null);
    closedAt = null;
    closedBy = null;
    revokedAt = now;
    revokedBy = by;
    revocation = reason;
    touch(now);
  }

  private void take(@Nullable StatedEvidence stated) {
    evidence = stated == null ? null : stated.note();
    evidenceKind = stated == null ? null : stated.kind();
    evidenceLink = stated == null ? null : stated.link();
    evidenceDigest = stated == null ? null : stated.digest();
  }

  public boolean isClosed() {
    return closedAt != null;
  }

  public boolean says(ExternalLines wanted) {
    ExternalKind said = wanted.kind() == null ? null : kind;
    return new ExternalLines(said, text, owner, expectedOn).equals(wanted);
  }

  public long version() {
    return version;
  }

  /** The values that the timeline shows. */
  public Map<String, Object> values() {
    return new Values()
        .put("kind", kind)
        .put("text", text)
        .put("owner", owner)
        .put("expectedOn", expectedOn)
        .put("evidence", evidence)
        .put("evidenceKind", evidenceKind)
        .put("evidenceLink", evidenceLink)
        .put("evidenceDigest", evidenceDigest)
        .put("closedBy", closedBy)
        .put("revokedBy", revokedBy)
        .put("revocation", revocation)
        .map();
  }

  @Override
  public String toString() {
    return "external item %s of %s (revoked %s)".formatted(key, project, revokedAt);
  }

  private void touch(Instant now) {
    Instant next = changedAt.plus(1, ChronoUnit.MICROS);
    Instant present = now.truncatedTo(ChronoUnit.MICROS);
    changedAt = present.isAfter(next) ? present : next;
  }
}
