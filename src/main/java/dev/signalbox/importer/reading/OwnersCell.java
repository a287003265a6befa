package dev.signalbox.importer.reading;

import dev.signalbox.importer.OddityCode;
import dev.signalbox.importer.layout.Account;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code One Guild, Other Guild (ops/devops)}: owners and, where the header says so, a
 * source.
 */
final class OwnersCell {

  private static final Pattern SEPARATOR = Pattern.compile("[,;\u00b7]|<br\\s{0,3}/?>");
  private static final Pattern MARKS = Pattern.compile("[*_`~]{1,3}");
  private static final Pattern NOBODY = Pattern.compile("[-\u2013\u2014]*");

  private OwnersCell() {}

  record Found(List<Read<String>> owners, Read<String> source) {}

  static Found read(Account account, Span cell, boolean withSource) {
    Document document = account.document();
    Read<String> none = Read.of("", document, new Span(cell.to(), cell.to()));
    if (!withSource) {
      return new Found(names(document, cell), none);
    }
    String raw = document.raw(cell);
    int open = raw.lastIndexOf('(');
    int close = raw.indexOf(')', Math.max(open, 0));
    if (open < 0 || close < 0) {
      account.report(
          OddityCode.SOURCE_MISSING,
          new Span(open < 0 ? cell.to() : cell.from() + open, cell.to()),
          "The owners end without a source in brackets; the source stays empty.");
      Span owners = open < 0 ? cell : new Span(cell.from(), cell.from() + open);
      return new Found(names(document, owners), none);
    }
    Span rest = document.trim(new Span(cell.from() + close + 1, cell.to()));
    if (!rest.isEmpty()) {
      account.report(
          OddityCode.ROW_TOO_SHORT,
          rest,
          "This stands behind a whole row and is too short to be the next one.");
    }
    Span source = document.trim(new Span(cell.from() + open + 1, cell.from() + close));
    return new Found(
        names(document, new Span(cell.from(), cell.from() + open)),
        Read.of(document.words(source), document, source));
  }

  private static List<Read<String>> names(Document document, Span span) {
    List<Read<String>> names = new ArrayList<>();
    Matcher separator = SEPARATOR.matcher(document.text()).region(span.from(), span.to());
    int from = span.from();
    while (from <= span.to()) {
      boolean more = separator.find();
      int to = more ? separator.start() : span.to();
      Span name = document.trim(new Span(from, to));
      String words = MARKS.matcher(document.words(name)).replaceAll("").strip();
      boolean known = names.stream().anyMatch(other -> other.value().equals(words));
      if (!NOBODY.matcher(words).matches() && !known) {
        names.add(Read.of(words, document, name));
      }
      from = more ? separator.end() : span.to() + 1;
    }
    return List.copyOf(names);
  }
}
