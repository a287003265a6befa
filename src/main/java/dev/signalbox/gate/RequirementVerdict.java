package dev.signalbox.gate;

import dev.signalbox.gate.GateFacts.TaskFact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How one requirement of a gate stands, and what to do about it.
 *
 * @param kind such as {@code job-passed}
 * @param requirement the requirement in words
 * @param reason one sentence
 * @param whoCanResolve people, or parties such as {@code CI of job smoke}; empty if satisfied
 * @param frees what would satisfy it, one act an item; empty if satisfied
 */
public record RequirementVerdict(
    String kind,
    String requirement,
    Standing standing,
    String reason,
    List<String> whoCanResolve,
    List<String> frees) {

  /** No list in a verdict is longer; what is cut off is counted in the last item. */
  static final int MAX_ITEMS = 50;

  public RequirementVerdict {
    whoCanResolve = bounded(whoCanResolve);
    frees = bounded(frees);
  }

  static RequirementVerdict satisfied(Requirement requirement, String reason) {
    return new RequirementVerdict(
        requirement.kind(), requirement.words(), Standing.SATISFIED, reason, List.of(), List.of());
  }

  static RequirementVerdict open(
      Requirement requirement,
      Standing standing,
      String reason,
      List<String> whoCanResolve,
      List<String> frees) {
    return new RequirementVerdict(
        requirement.kind(), requirement.words(), standing, reason, whoCanResolve, frees);
  }

  /** One item a task, worked out only as far as the list goes; no two tasks have the same. */
  static List<String> items(List<TaskFact> tasks, Function<TaskFact, String> words) {
    if (tasks.size() <= MAX_ITEMS) {
      return tasks.stream().map(words).toList();
    }
    List<String> kept = new ArrayList<>(tasks.stream().limit(MAX_ITEMS - 1L).map(words).toList());
    kept.add("and " + (tasks.size() - kept.size()) + " more");
    return List.copyOf(kept);
  }

  /** As it goes into the inputs of a decision. */
  Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("kind", kind);
    document.put("requirement", requirement);
    document.put("standing", standing.name());
    document.put("reason", reason);
    document.put("whoCanResolve", whoCanResolve);
    document.put("frees", frees);
    return document;
  }

  private static List<String> bounded(List<String> items) {
    List<String> distinct = items.stream().distinct().toList();
    if (distinct.size() <= MAX_ITEMS) {
      return distinct;
    }
    List<String> kept = new ArrayList<>(distinct.subList(0, MAX_ITEMS - 1));
    kept.add("and " + (distinct.size() - kept.size()) + " more");
    return List.copyOf(kept);
  }
}
