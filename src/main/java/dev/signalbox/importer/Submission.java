package dev.signalbox.importer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody hands in at once: one document or several, imported together or not at all.
 *
 * @param files with their bytes, at least one
 * @param archive that held them, to be kept as it came; null where they came by themselves
 * @param dialect by which all shall be read; null for the surest of each
 * @param sprint into which the document goes; null to find out
 */
public record Submission(
    List<PlanFile> files,
    @Nullable PlanFile archive,
    @Nullable String dialect,
    @Nullable String sprint,
    Consent consent) {

  public Submission {
    files = List.copyOf(files);
    if (files.isEmpty()) {
      throw new IllegalArgumentException("nothing was handed in");
    }
  }

  /** One document, with nothing said about it. */
  public static Submission of(PlanFile file) {
    return of(List.of(file));
  }

  /** Several files, with nothing said about them. */
  public static Submission of(List<PlanFile> files) {
    return new Submission(files, null, null, null, Consent.NONE);
  }

  /** The same with what the caller agrees to. */
  public Submission with(Consent agreed) {
    return new Submission(files, archive, dialect, sprint, agreed);
  }

  /** The same with where it goes and who reads it. */
  public Submission into(@Nullable String target, @Nullable String reader) {
    return new Submission(files, archive, reader, target, consent);
  }
}
