package dev.signalbox.plan.external;

import dev.signalbox.plan.ExternalLines;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.TargetKey;
import dev.signalbox.plan.change.Values;
import jakarta.persistence.Entity;
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
  private String text;
  private @Nullable String owner;
  private @Nullable LocalDate expectedOn;
  private @Nullable String evidence;
  private @Nullable Instant closedAt;
  private @Nullable String closedBy;
  private Instant changedAt;

  @SuppressWarnings("NullAway.Init")
  protected ExternalItem() {}

  public ExternalItem(ProjectKey project, TargetKey key, ExternalLines text, Instant now) {
    this.project = project.value();
    this.key = key.value();
    this.text = text.text();
    this.owner = text.owner();
    this.expectedOn = text.expectedOn();
    this.changedAt = now.truncatedTo(ChronoUnit.MICROS);
  }

  public void edit(ExternalLines wanted, Instant now) {
    text = wanted.text();
    owner = wanted.owner();
    expectedOn = wanted.expectedOn();
    touch(now);
  }

  /** Says by what evidence it is there; from now on it holds nothing. */
  public void close(String statedEvidence, String by, Instant now) {
    if (isClosed()) {
      throw new IllegalStateException(this + " is closed");
    }
    evidence = statedEvidence;
    closedAt = now;
    closedBy = by;
    touch(now);
  }

  public void reopen(Instant now) {
    evidence = null;
    closedAt = null;
    closedBy = null;
    touch(now);
  }

  public boolean isClosed() {
    return closedAt != null;
  }

  public boolean says(ExternalLines wanted) {
    return new ExternalLines(text, owner, expectedOn).equals(wanted);
  }

  public long version() {
    return version;
  }

  /** The values that the timeline shows. */
  public Map<String, Object> values() {
    return new Values()
        .put("text", text)
        .put("owner", owner)
        .put("expectedOn", expectedOn)
        .put("evidence", evidence)
        .put("closedBy", closedBy)
        .map();
  }

  @Override
  public String toString() {
    return "external item " + key + " of " + project;
  }

  private void touch(Instant now) {
    Instant next = changedAt.plus(1, ChronoUnit.MICROS);
    Instant present = now.truncatedTo(ChronoUnit.MICROS);
    changedAt = present.isAfter(next) ? present : next;
  }
}
