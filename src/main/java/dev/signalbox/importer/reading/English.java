package dev.signalbox.importer.reading;

import dev.signalbox.plan.TaskState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Plans in English. */
final class English {

  static final Vocabulary WORDS =
      new Vocabulary(
          columns(),
          List.of("task", "story", "item", "ticket"),
          states(),
          sections(),
          List.of("none", "no", "n a", "nil", "nothing", ""),
          BlockerPhrases.ENGLISH);

  private English() {}

  private static Map<String, Column> columns() {
    Map<String, Column> columns = new LinkedHashMap<>();
    for (String key :
        List.of("task id", "task key", "id", "key", "issue", "ticket id", "story id")) {
      columns.put(key, Column.KEY);
    }
    for (String state : List.of("state", "status", "current status", "task status")) {
      columns.put(state, Column.STATE);
    }
    for (String text :
        List.of(
            "task description",
            "description",
            "title",
            "summary",
            "story title",
            "feature",
            "workstream",
            "task definition",
            "definition",
            "what",
            "task",
            "story",
            "item",
            "ticket")) {
      columns.put(text, Column.TEXT);
    }
    for (String owners :
        List.of(
            "owner",
            "owners",
            "owner s",
            "owners source",
            "assignee",
            "assignees",
            "assigned to",
            "responsible",
            "lead",
            "guild",
            "team",
            "who")) {
      columns.put(owners, Column.OWNERS);
    }
    for (String depends :
        List.of(
            "depends on",
            "dependencies",
            "dependency",
            "blocked by",
            "prerequisites",
            "needs",
            "key dependency",
            "requires")) {
      columns.put(depends, Column.DEPENDS_ON);
    }
    for (String date :
        List.of("date", "date utc", "updated", "last updated", "state date", "when")) {
      columns.put(date, Column.DATE);
    }
    for (String update :
        List.of("update", "updates", "change", "event", "entry", "notes", "note")) {
      columns.put(update, Column.UPDATE);
    }
    columns.put("source", Column.SOURCE);
    return columns;
  }

  private static Map<String, TaskState> states() {
    Map<String, TaskState> states = new LinkedHashMap<>();
    for (String todo :
        List.of(
            "todo",
            "to do",
            "open",
            "not started",
            "pending",
            "planned",
            "backlog",
            "ready",
            "new")) {
      states.put(todo, TaskState.TODO);
    }
    for (String doing :
        List.of("doing", "in progress", "wip", "started", "active", "in review", "ongoing")) {
      states.put(doing, TaskState.DOING);
    }
    for (String blocked : List.of("blocked", "on hold", "waiting", "stuck")) {
      states.put(blocked, TaskState.BLOCKED);
    }
    for (String done : List.of("done", "complete", "completed", "closed", "finished")) {
      states.put(done, TaskState.DONE);
    }
    for (String cancelled :
        List.of("cancelled", "canceled", "dropped", "abandoned", "won't do", "wontfix")) {
      states.put(cancelled, TaskState.CANCELLED);
    }
    return states;
  }

  private static Map<String, Section> sections() {
    Map<String, Section> sections = new LinkedHashMap<>();
    for (String log : List.of("execution log", "work log", "change log", "log")) {
      sections.put(log, Section.LOG);
    }
    for (String risks :
        List.of(
            "decisions & risks",
            "decisions and risks",
            "risks & decisions",
            "risks and decisions",
            "decisions",
            "risks")) {
      sections.put(risks, Section.RISKS);
    }
    for (String other :
        List.of(
            "task board",
            "tasks",
            "delivery tracker",
            "action tracker",
            "documentation prerequisites",
            "dependencies & concurrency",
            "upcoming checkpoints",
            "next checkpoints",
            "notes")) {
      sections.put(other, Section.OTHER);
    }
    return sections;
  }
}
