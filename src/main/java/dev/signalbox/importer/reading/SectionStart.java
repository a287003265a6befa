package dev.signalbox.importer.reading;

import dev.signalbox.importer.layout.Account;
import dev.signalbox.importer.layout.Block;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.FlatLayout;
import dev.signalbox.importer.layout.Span;
import java.util.List;
import java.util.Optional;

/**
 * Where a section of a sprint document begins that may hold nothing yet.
 *
 * @param heading of the section, with its hashes
 * @param table right behind it, header and all; empty, at the heading's end, if there is none
 */
public record SectionStart(Span heading, Span table) {

  /** The execution log's. */
  public static Optional<SectionStart> log(Document document) {
    return of(document, Section.LOG);
  }

  /** That of decisions and risks. */
  public static Optional<SectionStart> risks(Document document) {
    return of(document, Section.RISKS);
  }

  private static Optional<SectionStart> of(Document document, Section section) {
    List<Block> blocks = new FlatLayout(new Account(document), Languages.ALL.hints()).blocks();
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i) instanceof Block.Heading heading
          && Languages.ALL.section(document.words(heading.title())) == section) {
        Span end = new Span(heading.span().to(), heading.span().to());
        boolean table = i + 1 < blocks.size() && blocks.get(i + 1) instanceof Block.Table;
        return Optional.of(
            new SectionStart(heading.span(), table ? blocks.get(i + 1).span() : end));
      }
    }
    return Optional.empty();
  }
}
