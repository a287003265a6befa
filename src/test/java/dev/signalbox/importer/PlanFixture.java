package dev.signalbox.importer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The documents that the importer's tests read. */
public final class PlanFixture {

  private PlanFixture() {}

  /** Our own plan of the seed's shape, with line breaks. */
  public static String sample() {
    try (InputStream in = PlanFixture.class.getResourceAsStream("/sample/plan.md")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same on one line, as the seed came. */
  public static String flatSample() {
    return flat(sample());
  }

  public static String flat(String document) {
    return document.replaceAll("\\s+", " ").strip();
  }

  /** The real seed; the test is skipped aloud where it is not there. */
  public static byte[] seed() {
    String data = System.getenv().getOrDefault("SIGNALBOX_DATA", "../shared/data");
    Path seed = Path.of(data).resolveSibling("seed").resolve("sprint-505-ops-devops-iii.md");
    if (!Files.exists(seed)) {
      Assumptions.abort("skipped: the seed document is not there");
    }
    try {
      return Files.readAllBytes(seed);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The seed with the line breaks that it once had. */
  public static String seedWithLineBreaks() {
    String seed = new String(seed(), StandardCharsets.UTF_8);
    return seed.replace(" Active items only.", "\n\nActive items only.")
        .replace(" [Ops & Offline]", "\n\n[Ops & Offline]")
        .replace(" Depends on:", "\nDepends on:")
        .replace(" Summary:", "\nSummary:")
        .replace(" Task ID |", "\nTask ID |")
        .replace(" --- | --- | --- | --- ", "\n--- | --- | --- | ---\n")
        .replace("(ops/devops) ", "(ops/devops)\n")
        .replace("## ", "\n## ")
        .replace("## Execution Log ", "## Execution Log\n")
        .replace("## Decisions & Risks ", "## Decisions & Risks\n")
        .replace("| | ", "|\n| ")
        .replace("worker. - ", "worker.\n- ")
        .replace("artefacts. | 2025", "artefacts.\n\n| 2025");
  }
}
