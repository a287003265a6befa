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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds which sprint of the project a name means, such as {@code Sprint 190.B - Ops Devops.II}. A
 * name that fits two sprints means neither.
 */
public final class SprintNames {

  private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}.]+");
  private static final Pattern DOTS = Pattern.compile("\\.(?=\\s|$)|(?<=\\s)\\.");
  private static final Set<String> SAYS_NOTHING = Set.of("sprint", "iteration", "спринт", "冲刺");

  private SprintNames() {}

  /** A sprint with the names of those that it waits for, as written. */
  public record Named(
      String key, String title, String section, boolean archived, List<String> dependsOn) {}

  /** The sprints with their edges; {@code waived} are names by the key of the sprint that waits. */
  public static List<Sprint> resolve(List<Named> sprints, Map<String, Set<String>> waived) {
    Map<String, String> byName = names(sprints);
    List<Sprint> resolved = new ArrayList<>(sprints.size());
    for (Named sprint : sprints) {
      Set<String> free = waived.getOrDefault(sprint.key(), Set.of());
      List<SprintEdge> edges =
          sprint.dependsOn().stream()
              .map(name -> new SprintEdge(name, meant(name, sprint, byName), free.contains(name)))
              .toList();
      resolved.add(
          new Sprint(sprint.key(), sprint.title(), sprint.section(), sprint.archived(), edges));
    }
    return List.copyOf(resolved);
  }

  private static @Nullable String meant(String name, Named sprint, Map<String, String> byName) {
    String key = byName.getOrDefault(plain(name), "");
    return key.isEmpty() || key.equals(sprint.key()) ? null : key;
  }

  /** Every name that means one sprint; an empty key stands for a name that means several. */
  private static Map<String, String> names(List<Named> sprints) {
    Map<String, String> byName = new HashMap<>();
    for (Named sprint : sprints) {
      List<String> own = List.of(plain(sprint.key()), plain(sprint.title()), ofSection(sprint));
      for (String name : own) {
        if (!name.isEmpty()) {
          byName.merge(name, sprint.key(), (one, other) -> one.equals(other) ? one : "");
        }
      }
    }
    return byName;
  }

  /** What stands behind the group in brackets: {@code [Ops] 190.B) Devops.II}. */
  private static String ofSection(Named sprint) {
    return plain(sprint.section().replaceFirst("^\\s*\\[[^\\]]*\\]\\s*", ""));
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
