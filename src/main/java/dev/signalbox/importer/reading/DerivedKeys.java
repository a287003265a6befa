package dev.signalbox.importer.reading;

import dev.signalbox.plan.TaskKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes keys for tasks of one document that have none: from their words, so that neither their
 * place nor their state changes them.
 */
final class DerivedKeys {

  private static final Pattern LINK =
      Pattern.compile("!?\\[([^\\]]{0,300})\\](?:\\([^)]{0,500}\\)|\\[[^\\]]{0,100}\\])?");
  private static final Pattern NO_KEY = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern EDGES = Pattern.compile("^-+|-+$");
  private static final int LONGEST = 60;
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
    String slug = slug(text);
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

  private static String slug(String text) {
    String words = Normalizer.normalize(LINK.matcher(text).replaceAll("$1"), Normalizer.Form.NFC);
    String whole =
        EDGES
            .matcher(NO_KEY.matcher(words.toLowerCase(Locale.ROOT)).replaceAll("-"))
            .replaceAll("");
    if (whole.isEmpty()) {
      return "task-" + hash(text);
    }
    if (whole.length() <= LONGEST) {
      return whole;
    }
    int word = whole.lastIndexOf('-', LONGEST);
    int cut = word > LONGEST / 2 ? word : LONGEST;
    return whole.substring(0, Character.isHighSurrogate(whole.charAt(cut - 1)) ? cut - 1 : cut);
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
