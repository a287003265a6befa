package dev.signalbox.importer.reading;

import dev.signalbox.importer.Oddity;
import dev.signalbox.importer.OddityCode;
import dev.signalbox.importer.layout.Account;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import dev.signalbox.importer.reading.ParsedPlan.Blocker;
import dev.signalbox.importer.reading.ParsedPlan.Task;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.TaskState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a file that is one task: YAML at its head says all, the body describes it. */
final class FrontMatterTask {

  /** Fields that became something; the others are told once for all files. */
  static final Set<String> TAKEN =
      Set.of(
          "id",
          "key",
          "title",
          "name",
          "summary",
          "status",
          "state",
          "assignee",
          "assignees",
          "owner",
          "owners",
          "dependencies",
          "depends_on",
          "depends-on",
          "blocked_by",
          "completed_date",
          "completed",
          "closed_date");

  private final FrontMatter head;
  private final Document document;
  private final Account account;
  private final Vocabulary words;

  FrontMatterTask(FrontMatter head, Vocabulary words) {
    this.head = head;
    this.document = head.document();
    this.account = new Account(document);
    this.words = words;
  }

  /** Whether the head is that of a task: it names one and says more than a name. */
  static boolean isTask(FrontMatter head) {
    return head.has("id", "key")
        && head.has("title", "name", "summary")
        && head.places().keySet().stream()
            .anyMatch(Set.of("status", "state", "assignee", "assignees", "dependencies")::contains);
  }

  Optional<Task> read() {
    head.repeated()
        .forEach(
            name ->
                account.report(
                    OddityCode.REPEATED_FIELD,
                    name.span(),
                    "The field " + name.value() + " stands here twice; the first one counts."));
    Read<String> id = head.value("id", "key");
    if (id == null) {
      return Optional.empty();
    }
    Read<TaskKey> key;
    try {
      key = new Read<>(new TaskKey(Keys.plainDashes(id.value())), id.span(), id.place());
    } catch (IllegalArgumentException noKey) {
      account.report(OddityCode.BAD_KEY, id.span(), "This is no task key: " + noKey.getMessage());
      return Optional.empty();
    }
    Read<TaskState> state = state();
    Read<String> title = head.value("title", "name", "summary");
    Read<LocalDate> date = state.value() == TaskState.DONE ? completed() : null;
    Dependencies reader = new Dependencies(words);
    List<Read<String>> dependsOn = new ArrayList<>();
    List<Blocker> blockers = new ArrayList<>();
    ProseBlockers prose = new ProseBlockers(document, state.value(), null);
    for (Read<String> one : head.values("dependencies", "depends_on", "depends-on", "blocked_by")) {
      Dependencies.Found found = reader.inCell(document, one.span());
      dependsOn.addAll(found.keys());
      for (Span inWords : found.inWords()) {
        account.report(
            OddityCode.DEPENDENCY_IN_WORDS,
            inWords,
            "A dependency of " + key.value() + " in words.");
        if (!state.value().isEnded()) {
          blockers.add(prose.inWords(inWords));
        }
      }
    }
    if (state.value() == TaskState.BLOCKED) {
      blockers.addAll(prose.in(List.of(new Span(head.end(), document.length()))));
    }
    Task task =
        new Task(
            key,
            title == null ? Read.of("", document, new Span(head.end(), head.end())) : title,
            state,
            date,
            owners(),
            Read.of("", document, new Span(head.end(), head.end())),
            List.copyOf(dependsOn),
            List.copyOf(blockers));
    return new Limits(account).tasks(List.of(task)).stream().findFirst();
  }

  List<Oddity> oddities() {
    return account.oddities();
  }

  private Read<TaskState> state() {
    Read<String> written = head.value("status", "state");
    if (written == null) {
      return Read.of(TaskState.TODO, document, new Span(head.end(), head.end()));
    }
    TaskState state = words.state(written.value()).orElse(TaskState.TODO);
    boolean known = words.state(written.value()).isPresent();
    boolean draft = written.value().toLowerCase(Locale.ROOT).contains("draft");
    if (draft) {
      account.report(OddityCode.DRAFT_TASK, written.span(), "A draft; it was taken as to do.");
    } else if (!known) {
      account.report(
          OddityCode.UNKNOWN_STATE,
          written.span(),
          "\"" + written.value() + "\" is no state that is known here; it was taken as to do.");
    }
    return new Read<>(draft ? TaskState.TODO : state, written.span(), written.place());
  }

  private @Nullable Read<LocalDate> completed() {
    Read<String> written = head.value("completed_date", "completed", "closed_date");
    return written == null ? null : StateCell.date(account, written.span());
  }

  private List<Read<String>> owners() {
    List<Read<String>> owners = new ArrayList<>();
    for (Read<String> one : head.values("assignee", "assignees", "owner", "owners")) {
      owners.addAll(OwnersCell.read(account, one.span(), false).owners());
    }
    return List.copyOf(owners);
  }
}
