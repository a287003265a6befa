package dev.signalbox.importer.merge;

import dev.signalbox.importer.OddityCode;
import dev.signalbox.importer.reading.ParsedPlan;
import dev.signalbox.importer.reading.SprintReading;
import dev.signalbox.plan.PlanSnapshot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says which sprint a document is about: the one that was asked for; the one that it names; the one
 * whose last document came on the same path; the one that has its tasks; or a new one. A sprint
 * that another document of the same submission took is not given twice. Pure.
 */
final class WhichSprint {

  private static final int LONGEST_KEY = 100;

  private final Map<String, List<String>> tasks = new LinkedHashMap<>();
  private final Map<String, Set<String>> paths;
  private final Set<String> taken = new HashSet<>();

  WhichSprint(PlanSnapshot now, Map<String, Set<String>> paths) {
    now.sprints().forEach(sprint -> tasks.put(sprint.key(), new ArrayList<>()));
    for (PlanSnapshot.Task task : now.tasks()) {
      tasks.computeIfAbsent(task.sprint(), key -> new ArrayList<>()).add(task.key().value());
    }
    this.paths = paths;
  }

  /**
   * The answer.
   *
   * @param why in words
   */
  record Home(String sprint, String why) {}

  /** Where the document goes, and takes that place. */
  Home of(SprintReading reading, @Nullable String asked) {
    Home home = asked == null ? find(reading) : new Home(asked, "It was asked for.");
    taken.add(home.sprint());
    return home;
  }

  private Home find(SprintReading reading) {
    ParsedPlan plan = reading.plan();
    String key = plan.sprint().key().value();
    boolean named =
        plan.oddities().stream().noneMatch(odd -> odd.code() == OddityCode.SPRINT_UNNAMED)
            && !plan.sprint().key().span().equals(plan.sprint().title().span());
    if (isFree(key) && tasks.containsKey(key) && (named || Overlap.of(plan, own(key)).isSame())) {
      return new Home(key, "The document names this sprint, and it is here.");
    }
    for (String sprint : paths.keySet()) {
      Overlap overlap = Overlap.of(plan, own(sprint));
      if (isFree(sprint) && isSamePath(reading, sprint, overlap, named)) {
        return new Home(sprint, "Its last document came on the same path.");
      }
    }
    if (!named) {
      for (String sprint : paths.keySet()) {
        if (isFree(sprint) && Overlap.of(plan, own(sprint)).isNextVersion()) {
          return new Home(sprint, "This sprint has most of the document's tasks.");
        }
      }
    }
    return fresh(reading, key);
  }

  private boolean isSamePath(SprintReading reading, String sprint, Overlap overlap, boolean named) {
    Set<String> before = paths.getOrDefault(sprint, Set.of());
    boolean same =
        reading.files().stream()
            .anyMatch(file -> !file.path().isEmpty() && before.contains(file.path()));
    if (!same) {
      return false;
    }
    boolean fullPath = reading.files().stream().anyMatch(file -> file.path().contains("/"));
    return named ? overlap.isNextVersion() : fullPath || overlap.isRelated();
  }

  private Home fresh(SprintReading reading, String key) {
    String why = "It is new.";
    if (isNew(key)) {
      return new Home(key, why);
    }
    String file = reading.name().replaceFirst("\\.[\\p{Alnum}]{1,8}$", "");
    String fromFile =
        file.replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^[^\\p{L}\\p{N}]+|-+$", "");
    String stem = fromFile.isEmpty() ? key : fromFile;
    String cut = stem.length() > LONGEST_KEY ? stem.substring(0, LONGEST_KEY) : stem;
    String candidate = cut;
    for (int i = 2; !isNew(candidate); i++) {
      candidate = cut + "-" + i;
    }
    return new Home(candidate, "It is new; \"" + key + "\" is the key of another one.");
  }

  private boolean isFree(String sprint) {
    return !taken.contains(sprint);
  }

  private boolean isNew(String sprint) {
    return !sprint.isEmpty() && isFree(sprint) && !tasks.containsKey(sprint);
  }

  /** The sprint's keys as its documents write them. */
  private List<String> own(String sprint) {
    return tasks.getOrDefault(sprint, List.of()).stream()
        .map(key -> key.startsWith(sprint + ":") ? key.substring(sprint.length() + 1) : key)
        .toList();
  }
}
