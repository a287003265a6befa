package dev.signalbox.importer.reading;

import dev.signalbox.plan.TaskState;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the words in a text that say a state, the longest that fit. */
final class StateWords {

  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:['\u2019][\\p{L}\\p{M}]+){0,8}+");
  private static final Pattern BETWEEN = Pattern.compile("[ \\t\\u00a0_\u2010\u2011-]{1,3}");
  private static final Pattern NOISE =
      Pattern.compile("[(\uff08\\[][^)\uff09\\]]{0,60}[)\uff09\\]]");
  private static final Set<String> NEGATIONS =
      Set.of(
          "not", "no", "never", "cannot", "can't", "isn't", "without", "nicht", "kein", "keine",
          "ohne", "pas", "non", "sans", "ne", "sin", "не", "нет", "без", "não", "niet", "nie");
  private static final int LONGEST = 7;
  private static final int MOST_WORDS = 40;

  private final Vocabulary words;
  private final Legend legend;

  StateWords(Vocabulary words, Legend legend) {
    this.words = words;
    this.legend = legend;
  }

  /** A state and where in the text the words for it stand. */
  record Hit(TaskState state, int from, int to) {}

  /** The state that the text begins with, behind marks and pictures. */
  Optional<Hit> leading(String text) {
    List<int[]> found = wordsOf(text);
    return found.isEmpty() ? Optional.empty() : Optional.ofNullable(at(text, found, 0));
  }

  /** The one state that is said anywhere in the text without being denied. */
  Optional<Hit> anywhere(String text) {
    List<int[]> found = wordsOf(text);
    Set<TaskState> states = EnumSet.noneOf(TaskState.class);
    Hit first = null;
    int i = 0;
    while (i < found.size()) {
      Hit hit = at(text, found, i);
      if (hit == null) {
        i++;
        continue;
      }
      if (i > 0 && NEGATIONS.contains(plain(text, found.get(i - 1)))) {
        return Optional.empty();
      }
      first = first == null ? hit : first;
      states.add(hit.state());
      while (i < found.size() && found.get(i)[0] < hit.to()) {
        i++;
      }
    }
    return states.size() == 1 ? Optional.ofNullable(first) : Optional.empty();
  }

  /** The state that all words of the text say. */
  Optional<TaskState> whole(String text) {
    List<int[]> found = wordsOf(text);
    Hit hit = found.isEmpty() ? null : at(text, found, 0);
    return hit != null && found.getLast()[1] <= hit.to()
        ? Optional.of(hit.state())
        : Optional.empty();
  }

  /** The state of a group under this heading: "Done", "✅ Completed tasks (12)". */
  Optional<TaskState> ofTitle(String title) {
    String bare = NOISE.matcher(title).replaceAll(" ");
    List<int[]> found = wordsOf(bare);
    Hit hit = found.isEmpty() ? null : at(bare, found, 0);
    if (hit == null) {
      return Optional.empty();
    }
    String rest = Vocabulary.plain(bare.substring(hit.to()));
    boolean counted = rest.isEmpty() || rest.chars().allMatch(c -> c >= '0' && c <= '9');
    return counted || words.nouns().contains(rest) ? Optional.of(hit.state()) : Optional.empty();
  }

  private @Nullable Hit at(String text, List<int[]> found, int first) {
    int last = first;
    while (last + 1 < found.size()
        && last + 1 < first + LONGEST
        && BETWEEN.matcher(text.substring(found.get(last)[1], found.get(last + 1)[0])).matches()) {
      last++;
    }
    int from = found.get(first)[0];
    for (int end = last; end >= first; end--) {
      int to = found.get(end)[1];
      Optional<TaskState> state = look(text.substring(from, to));
      if (state.isPresent()) {
        return new Hit(state.get(), from, to);
      }
    }
    return ideographs(text, from, found.get(first)[1]);
  }

  /** Chinese is written without blanks: the longest beginning that is a word. */
  private @Nullable Hit ideographs(String text, int from, int to) {
    if (!Character.isIdeographic(text.codePointAt(from))) {
      return null;
    }
    for (int end = Math.min(to, from + 16); end > from; end--) {
      Optional<TaskState> state = look(text.substring(from, end));
      if (state.isPresent()) {
        return new Hit(state.get(), from, end);
      }
    }
    return null;
  }

  private Optional<TaskState> look(String phrase) {
    return legend.word(phrase).or(() -> words.state(phrase.replace('\u2019', '\'')));
  }

  private static String plain(String text, int[] word) {
    return Vocabulary.plain(text.substring(word[0], word[1]).replace('\u2019', '\''));
  }

  private static List<int[]> wordsOf(String text) {
    List<int[]> found = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (found.size() < MOST_WORDS && word.find()) {
      found.add(new int[] {word.start(), word.end()});
    }
    return found;
  }
}
