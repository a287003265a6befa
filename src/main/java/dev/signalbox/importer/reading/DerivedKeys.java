package dev.signalbox.importer.reading;

import dev.signalbox.plan.TaskKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Makes keys for tasks of one document that have none: from their words, so that neither their
 * place nor their state changes them.
 */
final class DerivedKeys {

  private static final int HASH = 6;

  private final Set<String> taken = new HashSet<>();

  /** Says that a task of the document has this key. */
  void take(String key) {
    taken.add(key);
  }

  /**
   * A key for a task.
   *
   * @param text of the task
   * @param headings above it, outermost first: they part tasks with the same words
   * @param details what else parts tasks with the same words under the same headings
   */
  TaskKey derive(String text, List<String> headings, String details) {
    String slug = OutlineKeys.slug(text, OutlineKeys.LONGEST);
    String hashed = slug + "-" + hash(String.join("\n", headings));
    String detailed = slug + "-" + hash(String.join("\n", headings) + "\n\n" + details);
    for (String key : List.of(slug, hashed, detailed)) {
      if (taken.add(key)) {
        return new TaskKey(key);
      }
    }
    int number = 2;
    while (!taken.add(detailed + "-" + number)) {
      number++;
    }
    return new TaskKey(detailed + "-" + number);
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HASH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
