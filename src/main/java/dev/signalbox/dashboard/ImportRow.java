package dev.signalbox.dashboard;

import dev.signalbox.importer.ImportView;

/** An applied document as its page lists it. */
public record ImportRow(long id, String name, String sprint, String at, String actor) {

  /** The document in the words of the page. */
  public static ImportRow of(ImportView view) {
    return new ImportRow(
        view.id(), view.name(), view.sprint(), Times.moment(view.appliedAt()), view.actor());
  }
}
