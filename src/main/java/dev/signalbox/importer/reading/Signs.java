package dev.signalbox.importer.reading;

import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import dev.signalbox.plan.TaskState;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pictures that say a state in front of a bullet; a document's own legend has the last word.
 */
final class Signs {

  private static final int JOINER = 0x200d;
  private static final int PICTURE_FORM = 0xfe0f;
  private static final int LONGEST_MEANING = 80;
  private static final Map<Integer, TaskState> USUAL = usual();
  private static final Pattern MEANING_ENDS = Pattern.compile("[|,;\\uff0c\\uff1b\\u3001\\r\\n]");
  private static final Pattern BRACKETS = Pattern.compile("[(\\uff08][^)\\uff09]{0,60}[)\\uff09]?");

  private static final Pattern BOX = Pattern.compile("\\[([^\\[\\]\\r\\n])\\][`*]{0,3}");

  private static final Pattern BRACKET = Pattern.compile("[\\[(\uff08]");

  private final Vocabulary words;
  private final Map<Integer, Optional<TaskState>> legend = new HashMap<>();
  private final Map<Integer, TaskState> boxes = new HashMap<>();

  Signs(Vocabulary words) {
    this.words = words;
  }

  private static Map<Integer, TaskState> usual() {
    Map<Integer, TaskState> usual = new HashMap<>();
    put(usual, "\u2705\u2611\u2714\u2713", TaskState.DONE);
    put(
        usual,
        "\ud83d\udea7\ud83d\udd04\ud83d\udd36\ud83c\udfd7\ud83d\udfe1\ud83d\udd28\u25b6\ud83d\ude80",
        TaskState.DOING);
    put(
        usual,
        "\u2b1c\u2610\ud83d\udccb\u23f3\u2b55\ud83d\udd32\u25fb\u25a1\u26aa\ud83d\udcdd\ud83c\udd95",
        TaskState.TODO);
    put(usual, "\u26d4\ud83d\udeab\ud83d\uded1\ud83d\udd34\u23f8", TaskState.BLOCKED);
    put(usual, "\ud83d\uddd1", TaskState.CANCELLED);
    return Map.copyOf(usual);
  }

  private static void put(Map<Integer, TaskState> usual, String signs, TaskState state) {
    signs.codePoints().forEach(sign -> usual.put(sign, state));
  }

  /** The end of the picture at this offset; the offset itself if there is none. */
  static int end(String text, int at, int to) {
    int end = at;
    while (end < to) {
      int sign = text.codePointAt(end);
      boolean part = end > at && isJoined(text, end, sign);
      if (end > at && !part) {
        return end;
      }
      if (end == at && Character.getType(sign) != Character.OTHER_SYMBOL) {
        return at;
      }
      end += Character.charCount(sign);
    }
    return Math.min(end, to);
  }

  private static boolean isJoined(String text, int at, int sign) {
    return sign == PICTURE_FORM
        || sign == JOINER
        || text.charAt(at - 1) == JOINER
        || (sign >= 0x1f3fb && sign <= 0x1f3ff);
  }

  /** What the picture at this offset says; empty if it is no state. */
  Optional<TaskState> state(String text, int at) {
    int sign = text.codePointAt(at);
    Optional<TaskState> told = legend.get(sign);
    return told != null ? told : Optional.ofNullable(USUAL.get(sign));
  }

  /** What the document's own legend says of a box with this character; empty if nothing. */
  Optional<TaskState> box(String text, int at) {
    return Optional.ofNullable(boxes.get((int) Character.toLowerCase(text.charAt(at))));
  }

  /** Takes the meanings that a line of a legend gives to boxes such as {@code [-]}. */
  void learnBoxes(Document document, Span line) {
    String text = document.text();
    Matcher box = BOX.matcher(text).region(line.from(), line.to());
    while (box.find()) {
      learnBox(text, box.start(1), new Span(box.end(), line.to()));
    }
  }

  /** Takes the meaning behind one box. */
  void learnBox(String text, int at, Span behind) {
    Matcher next = BRACKET.matcher(text).region(behind.from(), behind.to());
    int end = next.find() ? next.start() : behind.to();
    int sign = Character.toLowerCase(text.charAt(at));
    words
        .state(meaning(text, behind.from(), end))
        .ifPresent(state -> boxes.putIfAbsent(sign, state));
  }

  /** Takes the meanings that a line of a legend gives; answers how many pictures it explains. */
  int learn(Document document, Span line) {
    String text = document.text();
    int count = 0;
    int at = line.from();
    while (at < line.to()) {
      int end = end(text, at, line.to());
      if (end == at) {
        at += Character.charCount(text.codePointAt(at));
        continue;
      }
      String meaning = meaning(text, end, line.to());
      if (!meaning.isEmpty()) {
        int sign = text.codePointAt(at);
        Optional<TaskState> said = words.state(BRACKETS.matcher(meaning).replaceAll(""));
        legend.putIfAbsent(sign, said.or(() -> Optional.ofNullable(USUAL.get(sign))));
        count++;
      }
      at = end;
    }
    return count;
  }

  private static String meaning(String text, int from, int to) {
    int limit = Math.min(to, from + LONGEST_MEANING);
    Matcher stop = MEANING_ENDS.matcher(text).region(from, limit);
    int end = stop.find() ? stop.start() : limit;
    for (int i = from; i < end; i++) {
      if (end(text, i, end) > i) {
        end = i;
      }
    }
    return Vocabulary.plain(text.substring(from, end));
  }
}
