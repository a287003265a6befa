package dev.signalbox.importer.reading;

import dev.signalbox.importer.layout.Block;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import dev.signalbox.plan.TaskState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps the headings that are open above the block that is read. */
final class Headings {

  private final Document document;
  private final StateWords states;
  private final List<Block.Heading> open = new ArrayList<>();

  Headings(Document document, StateWords states) {
    this.document = document;
    this.states = states;
  }

  void enter(Block.Heading heading) {
    while (!open.isEmpty() && open.getLast().level() >= heading.level()) {
      open.removeLast();
    }
    open.add(heading);
  }

  /** The group of what stands here; the innermost heading with a state gives it. */
  Group group() {
    List<String> titles = open.stream().map(one -> document.words(one.title())).toList();
    for (int i = open.size() - 1; i >= 0; i--) {
      Optional<TaskState> state = states.ofTitle(titles.get(i));
      if (state.isPresent()) {
        int at = open.get(i).title().from();
        return new Group(titles, Read.of(state.get(), document, new Span(at, at)));
      }
    }
    return new Group(titles, null);
  }
}
