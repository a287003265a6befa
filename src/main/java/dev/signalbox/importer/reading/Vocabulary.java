package dev.signalbox.importer.reading;

import dev.signalbox.importer.layout.Hints;
import dev.signalbox.plan.TaskState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The words that plans are written with, of one language or of all; all keys in lower case.
 *
 * @param none words for "no dependency"
 * @param nouns that may follow a state in a heading, as in "completed tasks"
 * @param phrases what says that something is awaited, the first that fits counts
 */
record Vocabulary(
    Map<String, Column> columns,
    Map<String, TaskState> states,
    Map<String, Section> sections,
    List<String> none,
    List<String> nouns,
    BlockerPhrases phrases) {

  /** Titles of sections as they are compared, which are looked at often. */
  private static final Map<String, String> PLAIN_TITLES = new ConcurrentHashMap<>();

  private static final Pattern BRACKETS = Pattern.compile("[(\uff08][^)\uff09]{0,60}[)\uff09]?");
  private static final Pattern PARTS =
      Pattern.compile(
          "\\s*(?:[/,;&+\u00b7|\u3001\uff0f]|<br\\s{0,3}/?>|\\b(?:or|and|oder|und|ou|et|o|y|\u0438|\u0438\u043b\u0438)\\b)\\s*");

  /** Words of one language, each list as {@code MEANING = word, word} on a line of its own. */
  static Vocabulary of(String columns, String states, String sections, String none, String nouns) {
    return new Vocabulary(
        table(columns, Column.class),
        table(states, TaskState.class),
        table(sections, Section.class),
        List.of(none.strip().split("\\s*,\\s*", -1)),
        List.of(nouns.strip().split("\\s*,\\s*")),
        BlockerPhrases.ENGLISH);
  }

  private static <E extends Enum<E>> Map<String, E> table(String lines, Class<E> meanings) {
    Map<String, E> table = new LinkedHashMap<>();
    for (String line : lines.strip().lines().toList()) {
      int sign = line.indexOf('=');
      E meaning = Enum.valueOf(meanings, line.substring(0, sign).strip());
      for (String word : line.substring(sign + 1).split(",", -1)) {
        table.putIfAbsent(word.strip(), meaning);
      }
    }
    return table;
  }

  /** One vocabulary out of several; what two have in common means what the first says. */
  static Vocabulary together(List<Vocabulary> languages) {
    Map<String, Column> columns = new LinkedHashMap<>();
    Map<String, TaskState> states = new LinkedHashMap<>();
    Map<String, Section> sections = new LinkedHashMap<>();
    List<String> none = new ArrayList<>();
    List<String> nouns = new ArrayList<>();
    for (Vocabulary language : languages) {
      language.columns.forEach(columns::putIfAbsent);
      language.states.forEach(states::putIfAbsent);
      language.sections.forEach(sections::putIfAbsent);
      none.addAll(language.none);
      nouns.addAll(language.nouns);
    }
    return new Vocabulary(
        columns, states, sections, List.copyOf(none), List.copyOf(nouns), BlockerPhrases.ENGLISH);
  }

  /** Words only: no marks, no capitals. */
  static String plain(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    StringBuilder words = new StringBuilder(lower.length());
    boolean gap = false;
    int c;
    for (int at = 0; at < lower.length(); at += Character.charCount(c)) {
      c = lower.codePointAt(at);
      if (!isOfAWord(c)) {
        gap = true;
        continue;
      }
      if (gap && !words.isEmpty()) {
        words.append(' ');
      }
      gap = false;
      words.appendCodePoint(c);
    }
    return words.toString();
  }

  private static boolean isOfAWord(int c) {
    if (c < 128) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '\'';
    }
    if (Character.isLetter(c)) {
      return true;
    }
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER ->
          true;
      default -> false;
    };
  }

  /** What a column's title says, by all of its words. */
  Column column(String title) {
    String plain = plain(title);
    if (plain.isEmpty()) {
      return title.strip().equals("#") ? Column.NUMBER : Column.UNKNOWN;
    }
    Column whole = columns.get(plain);
    if (whole != null) {
      return whole;
    }
    return columns.getOrDefault(plain(BRACKETS.matcher(title).replaceAll("")), Column.UNKNOWN);
  }

  /** What a column's title says by some of its words: its parts, then its last or first word. */
  Column columnByParts(String title) {
    String open = BRACKETS.matcher(title.toLowerCase(Locale.ROOT)).replaceAll("");
    List<String> parts = List.of(PARTS.split(open));
    List<Column> meanings = parts.stream().map(this::column).toList();
    boolean depends = meanings.contains(Column.DEPENDS_ON);
    if (depends && parts.size() > 1) {
      return Column.DEPENDS_IN_PROSE;
    }
    for (Column meaning : meanings) {
      if (meaning != Column.UNKNOWN) {
        return meaning;
      }
    }
    List<String> single = List.of(plain(open).split(" "));
    Column last = columns.getOrDefault(single.getLast(), Column.UNKNOWN);
    return last != Column.UNKNOWN
        ? last
        : columns.getOrDefault(single.getFirst(), Column.UNKNOWN) == Column.NO_TASK
            ? Column.NO_TASK
            : Column.UNKNOWN;
  }

  /** The state that all of these words say. */
  Optional<TaskState> state(String words) {
    return Optional.ofNullable(states.get(plain(words)));
  }

  Section section(String title) {
    String plain = plain(title);
    return sections.entrySet().stream()
        .filter(
            entry -> begins(plain, PLAIN_TITLES.computeIfAbsent(entry.getKey(), Vocabulary::plain)))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(Section.OTHER);
  }

  private static boolean begins(String plain, String title) {
    return plain.startsWith(title)
        && (plain.length() == title.length()
            || !Character.isLetterOrDigit(plain.charAt(title.length()))
            || Character.isIdeographic(plain.codePointAt(title.length())));
  }

  Hints hints() {
    Comparator<String> longest = Comparator.comparingInt(String::length).reversed();
    List<String> keys =
        columns.entrySet().stream()
            .filter(entry -> entry.getValue() == Column.KEY || entry.getValue() == Column.DATE)
            .map(Map.Entry::getKey)
            .sorted(longest.thenComparing(Comparator.naturalOrder()))
            .toList();
    List<String> titles = sections.keySet().stream().sorted(longest).toList();
    return new Hints(titles, keys, cell -> new StateCell(this).isState(cell));
  }
}
