package dev.signalbox.importer.reading;

import dev.signalbox.importer.reading.ParsedPlan.Task;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** From whom something is awaited: the owner whom the words mean, if they mean one. */
final class Parties {

  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "\\b(?:upstream|(?:service|other|owning)\\s+(?:guild|team|squad)|extern(?:al|en|e)?)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME = Pattern.compile("\\p{Lu}.*", Pattern.DOTALL);
  private static final Pattern TEAM =
      Pattern.compile("\\b(?:the\\s+)?(?:service|other|owning)\\s+(?:guild|team|squad)\\b.*");

  private final Map<String, Set<String>> owners = new LinkedHashMap<>();
  private final String home;

  Parties(List<Task> tasks) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    int owned = 0;
    for (Task task : tasks) {
      owned += task.owners().isEmpty() ? 0 : 1;
      for (Read<String> owner : task.owners()) {
        counts.merge(owner.value(), 1, Integer::sum);
        owners.computeIfAbsent(owner.value(), ArtefactWords::ofOwner);
      }
    }
    int half = owned / 2;
    this.home =
        counts.entrySet().stream()
            .filter(entry -> counts.size() > 1 && entry.getValue() > half)
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse("");
  }

  /** Words of names of the task's owners: they say whose a thing is, not which. */
  Set<String> wordsOfOwners(Task task) {
    Set<String> words = new HashSet<>();
    task.owners().forEach(owner -> words.addAll(owners.getOrDefault(owner.value(), Set.of())));
    return words;
  }

  /**
   * The one whom the words name: an owner of the task by a part of the name, others by all of it.
   */
  @Nullable String named(String words, Task task) {
    Set<String> said = ArtefactWords.of(words);
    List<String> near = others(task).stream().filter(owner -> touches(owner, said)).toList();
    if (near.size() == 1) {
      return near.getFirst();
    }
    List<String> far =
        owners.entrySet().stream()
            .filter(owner -> !owner.getKey().equals(home))
            .filter(owner -> !owner.getValue().isEmpty() && said.containsAll(owner.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    if (far.size() == 1) {
      return far.getFirst();
    }
    String sender = ArtefactWords.from(words);
    boolean name = NAME.matcher(sender).matches() && !TEAM.matcher(sender).find();
    return near.isEmpty() && name ? sender : null;
  }

  /** Whom "upstream" means: the task's only owner from elsewhere, where the words say so. */
  @Nullable String upstream(String words, Task task) {
    return ELSEWHERE.matcher(words).find() ? onlyOther(task) : null;
  }

  @Nullable String onlyOther(Task task) {
    List<String> others = others(task);
    return !home.isEmpty() && others.size() == 1 ? others.getFirst() : null;
  }

  private List<String> others(Task task) {
    return task.owners().stream().map(Read::value).filter(name -> !name.equals(home)).toList();
  }

  private boolean touches(String owner, Set<String> said) {
    return owners.getOrDefault(owner, Set.of()).stream().anyMatch(said::contains);
  }
}
