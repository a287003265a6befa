package dev.signalbox.importer.reading;

import dev.signalbox.importer.layout.Hints;
import dev.signalbox.plan.TaskState;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The words of one language that plans are written with; all keys in lower case.
 *
 * @param weakKeys column titles that mean the key only where no other column does
 * @param none words for "no dependency"
 * @param phrases what says that something is awaited, the first that fits counts
 */
record Vocabulary(
    Map<String, Column> columns,
    List<String> weakKeys,
    Map<String, TaskState> states,
    Map<String, Section> sections,
    List<String> none,
    BlockerPhrases phrases) {

  private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}' ]+");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern BRACKETS = Pattern.compile("\\([^)]{0,60}\\)?");

  /** Words only: no marks, no capitals. */
  static String plain(String text) {
    String words = NOT_WORDS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ");
    return SPACES.matcher(words).replaceAll(" ").strip();
  }

  Column column(String title) {
    Column whole = columns.get(plain(title));
    if (whole != null) {
      return whole;
    }
    return columns.getOrDefault(plain(BRACKETS.matcher(title).replaceAll("")), Column.UNKNOWN);
  }

  Optional<TaskState> state(String words) {
    return Optional.ofNullable(states.get(plain(words)));
  }

  Section section(String title) {
    String plain = plain(title);
    return sections.entrySet().stream()
        .filter(entry -> plain.startsWith(plain(entry.getKey())))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(Section.OTHER);
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
