package dev.signalbox.plan.read;

import dev.signalbox.plan.PlanSnapshot.Sprint;
import dev.signalbox.plan.PlanSnapshot.SprintEdge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds which sprint of the project a name means, such as {@code Sprint 190.B - Ops Devops.II}. A
 * name that fits two sprints means neither; where no whole name fits, the number at its head
 * counts.
 */
public final class SprintNames {

  private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}.]+");
  private static final Pattern DOTS = Pattern.compile("\\.(?=\\s|$)|(?<=\\s)\\.");
  private static final Set<String> SAYS_NOTHING = Set.of("sprint", "iteration", "спринт", "冲刺");

  /** As in {@code Sprint 190.B - ...} and {@code SPRINT_0190_B}; not in a date or a longer id. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "^\\s*(?:sprint|iteration|спринт|冲刺)?[\\s_#:.-]*0*(?<number>\\d{1,6})"
              + "(?:[._-]?(?<letter>[a-z]))?(?![a-z0-9])(?![._-]\\d)");

  private SprintNames() {}

  /** A sprint with the names of those that it waits for, as written. */
  public record Named(
      String key, String title, String section, boolean archived, List<String> dependsOn) {}

  /** The sprints with their edges; {@code waived} are names by the key of the sprint that waits. */
  public static List<Sprint> resolve(List<Named> sprints, Map<String, Set<String>> waived) {
    Map<String, String> byName = names(sprints);
    Map<String, String> byNumber = numbers(sprints);
    List<Sprint> resolved = new ArrayList<>(sprints.size());
    for (Named sprint : sprints) {
      Set<String> free = waived.getOrDefault(sprint.key(), Set.of());
      List<SprintEdge> edges =
          sprint.dependsOn().stream()
              .map(
                  name ->
                      new SprintEdge(
                          name, meant(name, sprint, byName, byNumber), free.contains(name)))
              .toList();
      resolved.add(
          new Sprint(sprint.key(), sprint.title(), sprint.section(), sprint.archived(), edges));
    }
    return List.copyOf(resolved);
  }

  private static @Nullable String meant(
      String name, Named sprint, Map<String, String> byName, Map<String, String> byNumber) {
    String key = byName.get(plain(name));
    if (key == null) {
      key = byNumber.getOrDefault(number(name), "");
    }
    return key.isEmpty() || key.equals(sprint.key()) ? null : key;
  }

  /** Every name that means one sprint; an empty key stands for a name that means several. */
  private static Map<String, String> names(List<Named> sprints) {
    Map<String, String> byName = new HashMap<>();
    for (Named sprint : sprints) {
      for (String name : Set.copyOf(own(sprint).map(SprintNames::plain).toList())) {
        put(byName, name, sprint);
      }
    }
    return byName;
  }

  /** The same for the numbers that sprints go by, such as {@code 190.b}. */
  private static Map<String, String> numbers(List<Named> sprints) {
    Map<String, String> byNumber = new HashMap<>();
    for (Named sprint : sprints) {
      for (String number : Set.copyOf(own(sprint).map(SprintNames::number).toList())) {
        put(byNumber, number, sprint);
      }
    }
    return byNumber;
  }

  private static void put(Map<String, String> keys, String name, Named sprint) {
    if (!name.isEmpty()) {
      keys.merge(name, sprint.key(), (one, other) -> one.equals(other) ? one : "");
    }
  }

  private static Stream<String> own(Named sprint) {
    return Stream.of(sprint.key(), sprint.title(), ofSection(sprint));
  }

  /** What stands behind the group in brackets: {@code [Ops] 190.B) Devops.II}. */
  private static String ofSection(Named sprint) {
    return sprint.section().replaceFirst("^\\s*\\[[^\\]]*\\]\\s*", "");
  }

  /** The number at the head of a name, without zeros before it; empty if there is none. */
  private static String number(String name) {
    Matcher head = NUMBER.matcher(name.toLowerCase(Locale.ROOT));
    if (!head.find()) {
      return "";
    }
    String letter = head.group("letter");
    return letter == null ? head.group("number") : head.group("number") + "." + letter;
  }

  private static String plain(String name) {
    String words = NOT_WORDS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    List<String> said =
        Arrays.stream(DOTS.matcher(words).replaceAll(" ").split(" +"))
            .filter(word -> !SAYS_NOTHING.contains(word))
            .toList();
    return String.join(" ", said);
  }
}
