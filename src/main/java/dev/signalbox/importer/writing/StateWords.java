package dev.signalbox.importer.writing;

import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import dev.signalbox.importer.reading.ParsedPlan;
import dev.signalbox.importer.reading.Read;
import dev.signalbox.plan.TaskState;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** How documents word states: as their other tasks do, else as their language does. */
final class StateWords {

  private static final String BEFORE = " \t*_~`\"'([";
  private static final String AFTER = " \t*_~`\"'(:-\u2013\u2014";
  private static final int MOST = 14;

  private final Sources sources;
  private final Map<TaskState, Map<String, Integer>> used = new EnumMap<>(TaskState.class);

  StateWords(Sources sources, List<Reread.Entry> tasks) {
    this.sources = sources;
    for (Reread.Entry task : tasks) {
      sources.document(task.read().key().place()).ifPresent(document -> count(document, task));
    }
  }

  private void count(Document document, Reread.Entry task) {
    String word = document.raw(core(document, task.read()));
    if (!word.isEmpty()) {
      used.computeIfAbsent(task.said().state(), state -> new LinkedHashMap<>())
          .merge(word, 1, Integer::sum);
    }
  }

  /** The characters that say a task's state, without its date and its decoration. */
  static Span core(Document document, ParsedPlan.Task task) {
    Span span = task.state().span();
    Read<?> date = task.stateDate();
    int from = span.from();
    int to = span.to();
    if (span.length() <= 1) {
      return span;
    }
    if (date != null && from <= date.span().from() && date.span().from() < to) {
      to = Math.max(from, date.span().from());
    }
    if (isBox(document, from, to)) {
      return new Span(from + 1, from + 2);
    }
    while (from < to && BEFORE.indexOf(document.text().charAt(from)) >= 0) {
      from++;
    }
    while (to > from && AFTER.indexOf(document.text().charAt(to - 1)) >= 0) {
      to--;
    }
    return from == to ? span : new Span(from, to);
  }

  private static boolean isBox(Document document, int from, int to) {
    String text = document.text();
    return to - from >= 3 && text.charAt(from) == '[' && text.charAt(from + 2) == ']';
  }

  /** Whether one character in square brackets says the state. */
  static boolean isCheckbox(Document document, Span core) {
    String text = document.text();
    return core.length() == 1
        && core.from() > 0
        && core.to() < text.length()
        && text.charAt(core.from() - 1) == '['
        && text.charAt(core.to()) == ']';
  }

  /** The words for a state at this place, the likeliest first. */
  List<String> candidates(Document document, Span core, TaskState state) {
    Set<String> found = new LinkedHashSet<>();
    String now = document.raw(core);
    boolean box = isCheckbox(document, core);
    Shape shape = Shape.of(now);
    Map<String, Integer> mine = used.getOrDefault(state, Map.of());
    mine.entrySet().stream()
        .filter(word -> box ? word.getKey().length() == 1 : Shape.of(word.getKey()) == shape)
        .sorted((one, other) -> Integer.compare(other.getValue(), one.getValue()))
        .forEach(word -> found.add(word.getKey()));
    if (box) {
      boxes(state).forEach(found::add);
      return List.copyOf(found);
    }
    List<String> styled = new ArrayList<>();
    for (String word : UsualWords.of(state, allUsed())) {
      styled.addAll(styled(word, now));
    }
    List<String> usual =
        switch (shape) {
          case SIGN -> UsualWords.signs(state);
          case WORD -> styled;
          case BOTH ->
              UsualWords.signs(state).stream()
                  .flatMap(sign -> styled.stream().limit(4).map(word -> sign + " " + word))
                  .toList();
        };
    usual.stream().filter(this::isSomewhere).forEach(found::add);
    usual.forEach(found::add);
    styled.forEach(found::add);
    return found.stream().limit(MOST).toList();
  }

  private static Stream<String> boxes(TaskState state) {
    return switch (state) {
      case TODO -> Stream.of(" ");
      case DOING -> Stream.of("/", "~");
      case BLOCKED -> Stream.of("!");
      case DONE -> Stream.of("x");
      case CANCELLED -> Stream.of("-", "~");
    };
  }

  private List<String> allUsed() {
    return used.values().stream().flatMap(words -> words.keySet().stream()).toList();
  }

  private boolean isSomewhere(String word) {
    return sources.texts().anyMatch(text -> text.contains(word));
  }

  /** The word in the letters that the word before it had. */
  private static List<String> styled(String word, String now) {
    boolean hasLower = now.codePoints().anyMatch(Character::isLowerCase);
    boolean hasUpper = now.codePoints().anyMatch(Character::isUpperCase);
    if (!hasLower && hasUpper) {
      String upper = word.toUpperCase(Locale.ROOT);
      String joined = upper.replace(' ', '_');
      return now.indexOf(' ') >= 0 ? List.of(upper, joined) : List.of(joined, upper);
    }
    if (hasLower && !hasUpper) {
      String lower = word.toLowerCase(Locale.ROOT);
      return List.of(lower, lower.replace(' ', '-'), lower.replace(' ', '_'));
    }
    return List.of(word);
  }

  private enum Shape {
    WORD,
    SIGN,
    BOTH;

    static Shape of(String words) {
      boolean letters = words.codePoints().anyMatch(Character::isLetter);
      boolean signs =
          words
              .codePoints()
              .anyMatch(c -> c > 0x2000 && !Character.isLetterOrDigit(c) && c != 0x2014);
      return letters && signs ? BOTH : signs ? SIGN : WORD;
    }
  }
}
