package dev.signalbox.importer.reading;

import dev.signalbox.plan.TaskKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names tasks that have no key by their words: a slug of at most 60 characters. Tasks with the same
 * slug get a short hash of the titles above them too, so neither order nor state changes a name.
 */
final class OutlineKeys {

  static final int LONGEST = 60;
  private static final int HASH = 6;
  private static final Pattern LINK =
      Pattern.compile("!?\\[([^\\]]{0,300})\\](?:\\([^)]{0,500}\\)|\\[[^\\]]{0,100}\\])?");
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern ENDS = Pattern.compile("^-+|-+$");

  private OutlineKeys() {}

  /** What a task is named by. */
  record Named(String text, List<String> path) {}

  /** The keys of these tasks, in the same order; none of them is in {@code taken}. */
  static List<TaskKey> of(List<Named> tasks, Set<String> taken) {
    Map<String, Integer> uses = new HashMap<>();
    List<String> slugs = tasks.stream().map(task -> slug(task.text(), LONGEST)).toList();
    slugs.forEach(slug -> uses.merge(slug, 1, Integer::sum));
    Set<String> used = new HashSet<>(taken);
    List<TaskKey> keys = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      String slug = slugs.get(i);
      boolean alone = uses.getOrDefault(slug, 0) == 1 && !taken.contains(slug);
      String key = alone ? slug : hashed(tasks.get(i));
      String unique = key;
      for (int again = 2; !used.add(unique); again++) {
        unique = key + "-" + again;
      }
      keys.add(new TaskKey(unique));
    }
    return List.copyOf(keys);
  }

  /**
   * The one name of a text, in a table as in a list: letters and digits of all scripts in lower
   * case, all else as one hyphen, cut between words. Of a link only its words count.
   */
  static String slug(String text, int longest) {
    String bare = LINK.matcher(text).replaceAll("$1").replace("**", "");
    String words = Normalizer.normalize(bare, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    String all = OTHER.matcher(words).replaceAll("-");
    String slug = ENDS.matcher(all).replaceAll("");
    if (slug.length() > longest) {
      int cut = slug.lastIndexOf('-', longest);
      int end = cut > longest / 2 ? cut : longest;
      slug = slug.substring(0, Character.isLowSurrogate(slug.charAt(end)) ? end - 1 : end);
    }
    return slug.isEmpty() ? "task" : slug;
  }

  private static String hashed(Named task) {
    String said = String.join("\n", task.path()) + "\n\n" + task.text();
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(Vocabulary.plain(said).getBytes(StandardCharsets.UTF_8));
      String hash = HexFormat.of().formatHex(digest).substring(0, HASH);
      return slug(task.text(), LONGEST - HASH - 1) + "-" + hash;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
