package dev.signalbox.importer.merge;

import dev.signalbox.importer.Oddity;
import dev.signalbox.importer.OddityCode.Severity;
import dev.signalbox.importer.PlanFile;
import dev.signalbox.importer.reading.Keys;
import dev.signalbox.importer.reading.SprintReading;
import dev.signalbox.plan.PlanEdit.TaskText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rows of a document that surely are tasks but could not be read: a task that stands in one has
 * not left the plan. Pure.
 *
 * @param texts of the rows, with plain hyphens and in small letters
 */
record Unread(List<String> texts) {

  private static final String CUT = "...";
  private static final int LETTERS_OF_A_TEXT = 12;
  private static final Pattern KEY = Pattern.compile("[\\p{L}\\p{N}]+(?:[-._:#/][\\p{L}\\p{N}]+)*");

  static Unread of(SprintReading reading) {
    List<String> texts = new ArrayList<>();
    for (Oddity odd : reading.plan().oddities()) {
      if (odd.severity() == Severity.ASK) {
        texts.add(plain(odd.text().endsWith(CUT) ? whole(odd, reading) : odd.text()));
      }
    }
    return new Unread(List.copyOf(texts));
  }

  /** Of a text that is shown shortened, all that follows: where it ends is not known any more. */
  private static String whole(Oddity odd, SprintReading reading) {
    String path = Objects.requireNonNullElse(odd.place().file(), "");
    for (PlanFile file : reading.files()) {
      if (reading.files().size() == 1 || file.path().equals(path)) {
        String text = new String(file.bytes(), StandardCharsets.UTF_8);
        return text.substring(Math.min(odd.place().offset(), text.length()));
      }
    }
    return odd.text();
  }

  /** Whether one of the rows has the task's key, in its full or its short form, or its text. */
  boolean names(String sprint, TaskText task) {
    String key = plain(task.key().value());
    String prefix = plain(sprint) + ":";
    String written = key.startsWith(prefix) ? key.substring(prefix.length()) : key;
    String text = plain(task.text());
    return texts.stream()
        .anyMatch(
            row ->
                holds(row, written) || (text.length() >= LETTERS_OF_A_TEXT && row.contains(text)));
  }

  private static boolean holds(String row, String key) {
    KeyShape shape = KeyShape.of(key);
    Matcher words = KEY.matcher(row);
    while (words.find()) {
      String word = words.group();
      if (word.equals(key) || (KeyShape.isStrong(word) && shape.distance(KeyShape.of(word)) >= 0)) {
        return true;
      }
    }
    return false;
  }

  private static String plain(String text) {
    return Keys.plainDashes(text).toLowerCase(Locale.ROOT);
  }
}
