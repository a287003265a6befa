package dev.signalbox.importer.writing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.importer.PlanFile;
import dev.signalbox.importer.PlanFixture;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import dev.signalbox.plan.TaskState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every real document comes back byte for byte, and a change of a state alters only its place. */
class WildWriteBackTests {

  private static final int SAMPLE = 3;

  @TestFactory
  Stream<DynamicTest> comesBackByteForByte() {
    return documents()
        .map(
            files ->
                DynamicTest.dynamicTest(
                    name(files),
                    () -> {
                      Written written = Round.of(files).write();
                      assertThat(written.changes()).isEmpty();
                      assertThat(written.unwritten()).isEmpty();
                      for (int i = 0; i < files.size(); i++) {
                        assertThat(written.files().get(i).bytes()).isEqualTo(files.get(i).bytes());
                      }
                    }));
  }

  @TestFactory
  Stream<DynamicTest> changesOnlyTheState() {
    return documents()
        .map(files -> DynamicTest.dynamicTest(name(files), () -> changesOnlyTheState(files)));
  }

  private static void changesOnlyTheState(List<PlanFile> files) {
    Reread read = Reread.of(files, null, List.of());
    List<Reread.Entry> entries = read.inOrder();
    Sources sources = new Sources(files);
    int step = Math.max(1, entries.size() / SAMPLE);
    List<String> refused = new ArrayList<>();
    int tried = 0;
    for (int i = 0; i < entries.size(); i += step) {
      Reread.Entry entry = entries.get(i);
      for (TaskState state : List.of(TaskState.DONE, TaskState.TODO)) {
        if (state == entry.said().state()) {
          continue;
        }
        tried++;
        Written written = Round.of(files).declare(entry.key(), state, entry.said().date()).write();
        if (!written.unwritten().isEmpty()) {
          refused.add(entry.key() + " " + entry.said().state() + " -> " + state);
          continue;
        }
        Document document = sources.document(entry.read().key().place()).orElseThrow();
        Span span = entry.read().state().span();
        String path = Sources.path(entry.read().key().place());
        String after = text(written.files(), path);
        boolean byPlace =
            new Moves(document, path, entries.stream().map(Reread.Entry::read).toList())
                .isByPlace(entry.read());
        if (!byPlace) {
          assertThat(after).startsWith(document.text().substring(0, span.from()));
          assertThat(after).endsWith(document.text().substring(span.to()));
        } else {
          assertThat(after.lines().sorted().toList())
              .isEqualTo(document.text().lines().sorted().toList());
        }
      }
    }
    if (!refused.isEmpty()) {
      System.out.println(name(files) + ": " + refused.size() + "/" + tried + " refused " + refused);
    }
  }

  private static String text(List<PlanFile> files, String path) {
    return files.stream()
        .filter(file -> file.path().equals(path))
        .map(file -> new String(file.bytes(), StandardCharsets.UTF_8))
        .findFirst()
        .orElseThrow();
  }

  private static String name(List<PlanFile> files) {
    return files.size() == 1 ? files.getFirst().path() : files.size() + " files";
  }

  private static Stream<List<PlanFile>> documents() {
    Path plans = Path.of(System.getenv().getOrDefault("SIGNALBOX_DATA", "../shared/data"), "plans");
    if (!Files.exists(plans)) {
      Assumptions.abort("skipped: the real documents are not there");
    }
    List<List<PlanFile>> all = new ArrayList<>();
    all.add(List.of(new PlanFile("seed.md", PlanFixture.seed())));
    List<PlanFile> folder = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(plans)) {
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        String name = plans.relativize(path).toString();
        PlanFile file = new PlanFile(name, Files.readAllBytes(path));
        if (name.startsWith("backlog-md/")) {
          folder.add(file);
        } else if (!name.endsWith(".tsv")) {
          all.add(List.of(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    all.add(folder);
    return all.stream();
  }
}
