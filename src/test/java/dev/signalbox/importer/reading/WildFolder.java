package dev.signalbox.importer.reading;

import dev.signalbox.importer.PlanFile;
import dev.signalbox.plan.TaskState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a careful person found in a folder with one task a file.
 *
 * @param sha256 over path, NUL, bytes, NUL of each file, sorted by the bytes of the paths
 * @param owners how many each task has
 * @param parents of the subtasks; no edges
 * @param drafts keys of the tasks that are drafts
 * @param noTask paths of the files without one
 */
record WildFolder(
    String folder,
    String sha256,
    int files,
    int withoutTask,
    int tasks,
    Map<TaskState, Integer> states,
    Map<String, TaskState> keys,
    Map<String, List<String>> edges,
    List<String> externals,
    Map<String, Integer> owners,
    Map<String, String> parents,
    List<String> drafts,
    List<String> noTask) {

  static WildFolder of(String name) {
    try (InputStream in = WildFolder.class.getResourceAsStream("/wild/" + name + ".json")) {
      return JsonMapper.builder().build().readValue(in, WildFolder.class);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The files, their paths beginning with the folder; the test is skipped aloud without them. */
  List<PlanFile> read() {
    Path root = WildFacts.data().resolve(folder);
    if (!Files.isDirectory(root)) {
      Assumptions.abort("skipped: the folder " + folder + " is not there");
    }
    try (Stream<Path> found = Files.walk(root)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      List<String> paths =
          found
              .filter(Files::isRegularFile)
              .map(file -> root.relativize(file).toString())
              .sorted((a, b) -> Arrays.compareUnsigned(utf8(a), utf8(b)))
              .toList();
      List<PlanFile> all =
          paths.stream().map(path -> new PlanFile(folder + "/" + path, at(root, path))).toList();
      for (int i = 0; i < all.size(); i++) {
        digest.update(utf8(paths.get(i) + "\0"));
        digest.update(all.get(i).bytes());
        digest.update((byte) 0);
      }
      String sum = HexFormat.of().formatHex(digest.digest());
      if (!sum.equals(sha256)) {
        throw new IllegalStateException(folder + " is another folder: " + sum);
      }
      return all;
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] at(Path root, String path) {
    try {
      return Files.readAllBytes(root.resolve(path));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
