package dev.signalbox.importer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bytes of one plan document as somebody handed them in. */
public final class SubmittedDocument {

  private final PlanFile file;
  private final @Nullable String dialect;

  /**
   * Wraps a document.
   *
   * @param name of the file, for people; empty if unknown
   * @param dialect by which it shall be read, or null for the surest
   */
  public SubmittedDocument(String name, byte[] bytes, @Nullable String dialect) {
    this.file = new PlanFile(name, bytes);
    this.dialect = dialect;
  }

  /** The same to be handed in by itself. */
  public Submission alone() {
    return new Submission(List.of(file), null, dialect, null, Consent.NONE);
  }
}
