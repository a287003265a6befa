package dev.signalbox.importer.reading;

import dev.signalbox.importer.layout.Document;
import dev.signalbox.plan.TaskState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads short plans of lists in tests, and asks what came out. */
final class Lists {

  private final Document document;
  private final PlanReader.Reading reading;

  private Lists(String text, @org.jspecify.annotations.Nullable String dialect) {
    this.document = Document.ofText(text);
    this.reading = PlanReader.withAllDialects().read(document, dialect);
  }

  static Lists read(String text) {
    return new Lists(text, null);
  }

  static Lists read(String text, String dialect) {
    return new Lists(text, dialect);
  }

  String dialect() {
    return reading.dialect();
  }

  ParsedPlan plan() {
    return reading.plan();
  }

  Map<String, TaskState> states() {
    Map<String, TaskState> states = new LinkedHashMap<>();
    plan().tasks().forEach(task -> states.put(task.key().value().value(), task.state().value()));
    return states;
  }

  List<String> keys() {
    return List.copyOf(states().keySet());
  }

  ParsedPlan.Task task(String key) {
    return plan().tasks().stream()
        .filter(task -> task.key().value().value().equals(key))
        .findFirst()
        .orElseThrow(() -> new AssertionError(key + " is not in " + keys()));
  }

  List<String> dependsOn(String key) {
    return task(key).dependsOn().stream().map(Read::value).toList();
  }

  List<String> owners(String key) {
    return task(key).owners().stream().map(Read::value).toList();
  }

  /** The exact characters that say it. */
  String said(Read<?> read) {
    return document.raw(read.span());
  }
}
