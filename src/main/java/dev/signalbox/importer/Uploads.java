package dev.signalbox.importer;

import dev.signalbox.importer.files.ArchiveLimits;
import dev.signalbox.importer.files.ArchiveRefused;
import dev.signalbox.importer.files.Archives;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import java.util.List;
import java.util.Objects;

/** Makes a submission of what was uploaded: files as they are, or those within one archive. */
public final class Uploads {

  private Uploads() {}

  /** The files; a single one that is an archive is opened. */
  public static Submission of(List<PlanFile> files) {
    PlanFile first = files.getFirst();
    return files.size() == 1 && Archives.isArchive(first.bytes())
        ? archive(first)
        : Submission.of(files);
  }

  /** What the archive holds. */
  public static Submission archive(PlanFile archive) {
    try {
      List<PlanFile> held = new Archives(ArchiveLimits.usual()).open(archive.bytes());
      return new Submission(held, archive, null, null, Consent.NONE);
    } catch (ArchiveRefused refused) {
      throw new ProblemException(
          ProblemType.UNPROCESSABLE,
          Objects.requireNonNullElse(refused.getMessage(), "The archive cannot be opened."));
    }
  }
}
