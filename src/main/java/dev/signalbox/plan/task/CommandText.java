package dev.signalbox.plan.task;

import dev.signalbox.plan.NewTask;
import dev.signalbox.plan.TaskCommand;
import dev.signalbox.plan.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people wrote into a command: cleaned, and checked against what a plan can hold. Pure. */
public final class CommandText {

  private final List<String> flaws = new ArrayList<>();

  private CommandText() {}

  /** The command as it would be stored. */
  public static TaskCommand clean(TaskCommand command) {
    return switch (command) {
      case TaskCommand.Block block ->
          new TaskCommand.Block(
              block.kind(), Wording.clean(block.reason()), block.awaits(), block.since());
      case TaskCommand.Unblock unblock ->
          new TaskCommand.Unblock(unblock.blocker(), Wording.clean(unblock.note()));
      case TaskCommand.Drop drop ->
          new TaskCommand.Drop(drop.blocker(), Wording.clean(drop.note()));
      case TaskCommand.Finish finish -> new TaskCommand.Finish(line(finish.override()));
      case TaskCommand.Cancel cancel -> new TaskCommand.Cancel(Wording.clean(cancel.reason()));
      case TaskCommand.Edit edit ->
          new TaskCommand.Edit(line(edit.text()), lines(edit.owners()), edit.sprint());
      case TaskCommand.Start _,
          TaskCommand.Confirm _,
          TaskCommand.Correct _,
          TaskCommand.Reopen _,
          TaskCommand.AddDependency _,
          TaskCommand.RemoveDependency _ ->
          command;
    };
  }

  /** The draft as it would be stored. */
  public static NewTask clean(NewTask task) {
    List<String> owners = task.owners().stream().map(Wording::clean).distinct().toList();
    return new NewTask(
        task.key(),
        task.sprint(),
        Wording.clean(task.text()),
        owners,
        Wording.clean(task.source()),
        task.dependsOn().stream().distinct().toList());
  }

  /** What cannot be stored of a cleaned command, in words. */
  public static List<String> flaws(TaskCommand command) {
    CommandText text = new CommandText();
    switch (command) {
      case TaskCommand.Block block -> {
        text.needed("The reason", block.reason(), Wording.NOTE_LIMIT);
        text.day("The day", block.since());
      }
      case TaskCommand.Unblock unblock ->
          text.checked("The note", unblock.note(), Wording.NOTE_LIMIT);
      case TaskCommand.Drop drop -> text.checked("The note", drop.note(), Wording.NOTE_LIMIT);
      case TaskCommand.Finish finish ->
          text.optional("The override", finish.override(), Wording.NOTE_LIMIT);
      case TaskCommand.Cancel cancel ->
          text.needed("The reason", cancel.reason(), Wording.NOTE_LIMIT);
      case TaskCommand.Edit edit -> {
        text.optional("The text", edit.text(), Wording.TEXT_LIMIT);
        text.owners(Optional.ofNullable(edit.owners()).orElse(List.of()));
      }
      case TaskCommand.Start _,
          TaskCommand.Confirm _,
          TaskCommand.Correct _,
          TaskCommand.Reopen _,
          TaskCommand.AddDependency _,
          TaskCommand.RemoveDependency _ -> {}
    }
    return List.copyOf(text.flaws);
  }

  /** What cannot be stored of a cleaned draft, in words. */
  public static List<String> flaws(NewTask task) {
    CommandText text = new CommandText();
    text.needed("The text", task.text(), Wording.TEXT_LIMIT);
    text.line("The source", task.source(), Wording.TITLE_LIMIT);
    text.owners(task.owners());
    return List.copyOf(text.flaws);
  }

  private void owners(List<String> owners) {
    if (owners.size() > Wording.OWNERS_LIMIT) {
      flaws.add("At most " + Wording.OWNERS_LIMIT + " owners are taken.");
    }
    for (String owner : owners) {
      if (owner.isEmpty()) {
        flaws.add("An owner has a name.");
      }
      line("An owner", owner, Wording.NAME_LIMIT);
    }
  }

  private void needed(String what, String text, int limit) {
    if (text.isEmpty()) {
      flaws.add(what + " is needed.");
    }
    checked(what, text, limit);
  }

  private void optional(String what, @Nullable String text, int limit) {
    if (text != null) {
      checked(what, text, limit);
    }
  }

  private void checked(String what, String text, int limit) {
    Wording.flaw(text, limit).ifPresent(flaw -> flaws.add(what + " " + flaw + "."));
  }

  private void line(String what, String text, int limit) {
    Wording.flawOfLine(text, limit).ifPresent(flaw -> flaws.add(what + " " + flaw + "."));
  }

  private void day(String what, @Nullable LocalDate day) {
    if (day != null && !Wording.isDay(day)) {
      flaws.add(what + " lies outside 1970 to 2199.");
    }
  }

  private static @Nullable String line(@Nullable String text) {
    return text == null || text.isBlank() ? null : Wording.clean(text);
  }

  private static @Nullable List<String> lines(@Nullable List<String> lines) {
    return lines == null ? null : lines.stream().map(Wording::clean).distinct().toList();
  }
}
