package dev.signalbox.importer.merge;

import dev.signalbox.importer.ImportReport.Elsewhere;
import dev.signalbox.importer.Oddity;
import dev.signalbox.importer.OddityCode;
import dev.signalbox.importer.Place;
import dev.signalbox.importer.reading.ParsedPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Under which keys the plan holds the tasks of a document. A task that the document of its own
 * sprint no longer has is taken along: it was cut there and pasted here.
 *
 * @param renamed the plan's key by the document's, where they differ
 * @param elsewhere tasks that are in another sprint
 */
record PlanKeys(Map<String, String> renamed, List<Elsewhere> elsewhere, List<Oddity> oddities) {

  private static final int LONGEST_KEY = 120;
  private static final int FEW_WORDS = 2;
  private static final int LETTERS_OF_A_WORD = 3;
  private static final int THIRD = 3;

  /** A task of the plan: its sprint, its text, and whether that sprint's document dropped it. */
  record There(String sprint, String text, boolean absent) {}

  /** Whether that task of the document is in another sprint. */
  boolean isElsewhere(String key) {
    return elsewhere.stream().anyMatch(one -> one.task().equals(key));
  }

  /**
   * The keys for a document that goes to a sprint.
   *
   * @param own keys that the sprint has, or that its last document named
   * @param gone keys that earlier documents of the sprint brought, of tasks that people moved to
   *     another one
   * @param there every task of the plan, and of the documents that were handed in together before
   */
  static PlanKeys of(
      ParsedPlan plan, String sprint, Set<String> own, Set<String> gone, Map<String, There> there) {
    Map<String, String> renamed = new LinkedHashMap<>();
    List<Elsewhere> elsewhere = new ArrayList<>();
    List<Oddity> oddities = new ArrayList<>();
    Map<String, ParsedPlan.Task> open = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (ParsedPlan.Task task : plan.tasks()) {
      String key = task.key().value().value();
      There other = there.get(key);
      String qualified = qualified(sprint, key);
      if (own.contains(key)) {
        taken.add(key);
      } else if (own.contains(qualified)) {
        taken.add(qualified);
        renamed.put(key, qualified);
      } else if (other != null && isDropped(task, other, sprint)) {
        taken.add(key);
      } else if (gone.contains(key) || gone.contains(qualified)) {
        String moved = gone.contains(qualified) ? qualified : key;
        elsewhere.add(elsewhere(task, moved, there, renamed));
      } else if (other == null || other.sprint().equals(sprint)) {
        open.put(key, task);
      } else if (isSame(task, other)) {
        elsewhere.add(new Elsewhere(key, other.sprint(), task.key().place()));
      } else {
        renamed.put(key, qualified);
        oddities.add(note(task, otherTask(key, other, qualified)));
      }
    }
    Set<String> free = new LinkedHashSet<>(own);
    free.removeAll(taken);
    new SameTexts(free, there)
        .match(open.values())
        .forEach(
            (written, key) -> {
              renamed.put(written, key);
              free.remove(key);
              open.remove(written);
            });
    new SameTasks(free)
        .match(open.keySet())
        .forEach(
            (written, key) -> {
              if (!written.equals(key)) {
                renamed.put(written, key);
                ParsedPlan.Task task = open.get(written);
                if (task != null) {
                  oddities.add(note(task, written + " was taken for " + key + "."));
                }
              }
              open.remove(written);
            });
    Set<String> moved = new LinkedHashSet<>(gone);
    elsewhere.forEach(one -> moved.remove(renamed.getOrDefault(one.task(), one.task())));
    new SameTasks(moved)
        .match(open.keySet())
        .forEach(
            (written, key) -> {
              ParsedPlan.Task task = open.get(written);
              if (task != null) {
                elsewhere.add(elsewhere(task, key, there, renamed));
              }
            });
    return new PlanKeys(Map.copyOf(renamed), List.copyOf(elsewhere), List.copyOf(oddities));
  }

  private static Elsewhere elsewhere(
      ParsedPlan.Task task, String key, Map<String, There> there, Map<String, String> renamed) {
    String written = task.key().value().value();
    if (!written.equals(key)) {
      renamed.put(written, key);
    }
    There home = Objects.requireNonNull(there.get(key));
    return new Elsewhere(written, home.sprint(), task.key().place());
  }

  private static String qualified(String sprint, String key) {
    String qualified = sprint + ":" + key;
    return qualified.length() <= LONGEST_KEY ? qualified : qualified.substring(0, LONGEST_KEY);
  }

  private static String otherTask(String key, There other, String qualified) {
    return "%s is another task in sprint %s; this one is kept as %s."
        .formatted(key, other.sprint(), qualified);
  }

  private static Oddity note(ParsedPlan.Task task, String words) {
    Place at = task.key().place();
    return new Oddity(OddityCode.SHORTENED_KEY, words, at, task.key().value().value());
  }

  /** Row numbers and words name another task in every document; other keys do if their texts do. */
  private static boolean isSame(ParsedPlan.Task task, There other) {
    if (!KeyShape.isStrong(task.key().value().value())) {
      return false;
    }
    Set<String> here = words(task.text().value());
    Set<String> there = words(other.text());
    int fewer = Math.min(here.size(), there.size());
    if (fewer < FEW_WORDS) {
      return true;
    }
    here.retainAll(there);
    return here.size() * THIRD >= fewer;
  }

  /** Whether that task left the plan in another sprint, and is the same one. */
  private static boolean isDropped(ParsedPlan.Task task, There other, String sprint) {
    return other.absent()
        && !other.sprint().equals(sprint)
        && (isSame(task, other) || saysTheSame(task, other));
  }

  private static boolean saysTheSame(ParsedPlan.Task task, There other) {
    Set<String> here = words(task.text().value());
    return here.size() >= FEW_WORDS && here.equals(words(other.text()));
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> word.length() >= LETTERS_OF_A_WORD)
        .forEach(words::add);
    return words;
  }
}
