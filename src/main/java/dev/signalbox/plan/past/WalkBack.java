package dev.signalbox.plan.past;

import dev.signalbox.plan.past.PastOrder.Places;
import dev.signalbox.timeline.TimelineEntryView;
import dev.signalbox.timeline.TimelineReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;

/** Undoes entry after entry; the kinds of objects do not touch each other, so each goes alone. */
final class WalkBack {

  private final PastPlan plan;
  private final Deque<Places> moves;
  private final EntryWalk tasks;
  private final EntryWalk sprints;
  private final EntryWalk externals;

  WalkBack(PastPlan plan, List<Places> moves, TimelineReader timeline) {
    String project = plan.project().value();
    this.plan = plan;
    this.moves = new ArrayDeque<>(moves);
    this.tasks = new EntryWalk(timeline, project, "task");
    this.sprints = new EntryWalk(timeline, project, "sprint");
    this.externals = new EntryWalk(timeline, project, "external");
  }

  /** Undoes all that came behind that entry. */
  void to(long entry) {
    for (Places move = moves.peek(); move != null; move = moves.peek()) {
      if (move.afterEntry() < entry) {
        break;
      }
      undo(tasks, move.afterEntry(), plan::undoTask);
      plan.place(moves.remove());
    }
    undo(tasks, entry, plan::undoTask);
    undo(sprints, entry, plan::undoSprint);
    undo(externals, entry, plan::undoExternal);
  }

  private static void undo(EntryWalk walk, long last, BiConsumer<String, Undo> undo) {
    for (TimelineEntryView entry = walk.nextBehind(last);
        entry != null;
        entry = walk.nextBehind(last)) {
      undo.accept(entry.objectKey(), Undo.of(entry));
    }
  }
}
