package dev.signalbox.importer.reading;

import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import dev.signalbox.plan.TaskKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the key that a line begins with: {@code [WP-1-Rail]}, {@code T-01:}, {@code Task 7 - ...}.
 * A key without any mark behind it ("SHA-256 is slow") counts only where others are like it.
 */
final class KeyForms {

  private static final String DASH = "[-\u2010\u2011\u2012\u2013\u2014\u2212]";
  private static final String BODY =
      "[\\p{L}\\p{N}]{1,40}(?:(?:" + DASH + "|[._#])[\\p{L}\\p{N}]{1,60}){0,12}";
  private static final Pattern BRACKETED =
      Pattern.compile("\\[(" + BODY + ")\\](?:\\([^)\\s]{1,500}\\))?");
  private static final Pattern QUOTED = Pattern.compile("`(" + BODY + ")`");
  private static final Pattern PLAIN = Pattern.compile("(" + BODY + ")(?![\\p{L}\\p{N}@/])");
  private static final Pattern NUMBERED_WORD =
      Pattern.compile(
          "(\\p{L}{2,20})[ \\u00a0]?#?(\\d{1,5}(?:\\.\\d{1,4}){0,3})(?![\\p{L}\\p{N}%])");
  private static final Pattern STARTS_A_TITLE =
      Pattern.compile("\\*\\*|[*_`]{0,3}\\s{0,3}(?::|\uff1a|[-\u2013\u2014|]\\s|\\)|$|[\\r\\n])");
  private static final Set<String> TASK_WORDS =
      Set.of(
          "task",
          "story",
          "issue",
          "ticket",
          "item",
          "bug",
          "feature",
          "subtask",
          "aufgabe",
          "arbeitspaket",
          "paket",
          "tarea",
          "historia",
          "tâche",
          "tache",
          "задача",
          "任务",
          "任務");
  private static final Pattern DASHES = Pattern.compile(DASH);

  private final Document document;
  private final Vocabulary words;
  private final Map<String, Set<String>> families = new HashMap<>();
  private boolean onlyFamilies;

  KeyForms(Document document, Vocabulary words) {
    this.document = document;
    this.words = words;
  }

  /**
   * A key at the start of a line.
   *
   * @param end behind it and its brackets
   * @param marked whether brackets or a colon make it one beyond doubt
   */
  record Found(Read<TaskKey> key, int end, boolean marked) {}

  /** The key at this offset; null if there is none. */
  @Nullable Found at(int from, int to) {
    Found found = bracketed(BRACKETED, from, to);
    if (found == null) {
      found = bracketed(QUOTED, from, to);
    }
    if (found == null) {
      found = plain(from, to);
    }
    return found == null ? numberedWord(from, to) : found;
  }

  /** Remembers a key whose form alone is no proof, so that its likes are believed. */
  void remember(TaskKey key) {
    families.computeIfAbsent(family(key.value()), name -> new HashSet<>()).add(key.value());
  }

  /** From now on a key without marks counts only if others begin like it. */
  void believeOnlyFamilies() {
    onlyFamilies = true;
  }

  /** Whether at least one other key begins like this one. */
  boolean isOneOfMany(TaskKey key) {
    return families.getOrDefault(family(key.value()), Set.of()).size() > 1;
  }

  /** The letters a key begins with, in capitals; these may be more, as of a German sharp s. */
  static String family(String key) {
    return lead(key).toUpperCase(Locale.ROOT);
  }

  private static String lead(String key) {
    int end = 0;
    while (end < key.length() && Character.isLetter(key.charAt(end))) {
      end++;
    }
    return key.substring(0, end);
  }

  private @Nullable Found bracketed(Pattern pattern, int from, int to) {
    Matcher matcher = matcher(pattern, from, to);
    if (!matcher.lookingAt()) {
      return null;
    }
    String key = normal(matcher.group(1));
    boolean compound = key.indexOf('-') > 0 && Character.isUpperCase(key.codePointAt(0));
    boolean keyed = hasDigit(key) && Character.isLetter(key.codePointAt(0));
    if ((!compound && !keyed) || words.state(key).isPresent()) {
      return null;
    }
    return found(key, new Span(matcher.start(1), matcher.end(1)), matcher.end(), true);
  }

  private @Nullable Found plain(int from, int to) {
    Matcher matcher = matcher(PLAIN, from, to);
    if (!matcher.lookingAt()) {
      return null;
    }
    String key = normal(matcher.group(1));
    boolean titled = matcher(STARTS_A_TITLE, matcher.end(), to).lookingAt();
    String lead = lead(key);
    boolean shouted = lead.equals(lead.toUpperCase(Locale.ROOT));
    boolean parted = key.indexOf('-') > 0;
    boolean letters = !lead.isEmpty();
    boolean form = letters && hasDigit(key) && (parted ? shouted || titled : shouted && titled);
    if (!form) {
      return null;
    }
    return found(key, new Span(matcher.start(1), matcher.end(1)), matcher.end(), titled);
  }

  /** {@code Task 7: ...} is the task {@code Task-7}; {@code Task TD-7: ...} is {@code TD-7}. */
  private @Nullable Found numberedWord(int from, int to) {
    Matcher matcher = matcher(NUMBERED_WORD, from, to);
    if (matcher.lookingAt() && isTaskWord(matcher.group(1))) {
      boolean titled = matcher(STARTS_A_TITLE, matcher.end(), to).lookingAt();
      String key = matcher.group(1) + "-" + matcher.group(2);
      return titled
          ? found(key, new Span(matcher.start(), matcher.end()), matcher.end(), true)
          : null;
    }
    int end = from;
    while (end < to && Character.isLetter(document.text().charAt(end))) {
      end++;
    }
    boolean word = end > from && end + 1 < to && document.text().charAt(end) == ' ';
    return word && isTaskWord(document.text().substring(from, end))
        ? plainOrBracketed(end + 1, to)
        : null;
  }

  private @Nullable Found plainOrBracketed(int from, int to) {
    Found found = bracketed(BRACKETED, from, to);
    return found == null ? plain(from, to) : found;
  }

  private static boolean isTaskWord(String word) {
    return TASK_WORDS.contains(word.toLowerCase(Locale.ROOT));
  }

  private @Nullable Found found(String key, Span span, int end, boolean marked) {
    try {
      TaskKey value = new TaskKey(key);
      return marked || !onlyFamilies || isOneOfMany(value)
          ? new Found(Read.of(value, document, span), end, marked)
          : null;
    } catch (IllegalArgumentException noKey) {
      return null;
    }
  }

  private Matcher matcher(Pattern pattern, int from, int to) {
    return pattern.matcher(document.text()).region(Math.min(from, to), to);
  }

  static String normal(String key) {
    return DASHES.matcher(key).replaceAll("-");
  }

  private static boolean hasDigit(String key) {
    return key.chars().anyMatch(Character::isDigit);
  }
}
