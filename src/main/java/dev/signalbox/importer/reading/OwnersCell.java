package dev.signalbox.importer.reading;

import dev.signalbox.importer.OddityCode;
import dev.signalbox.importer.layout.Account;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code One Guild, Other Guild (ops/devops)} or {@code @ann @bob}: owners and, where the
 * header says so or it looks like a path, a source.
 */
final class OwnersCell {

  private static final Pattern SEPARATOR =
      Pattern.compile(
          "[,;\u00b7\u3001\uff0c\uff1b]|<br\\s{0,3}/?>|\\s[&+]\\s|\\s(?:and|und|et|y|e|\u0438)\\s|\\s{1,3}(?=@)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BADGE =
      Pattern.compile("!\\[[^\\]]{0,80}\\](?:\\[[^\\]]{0,80}\\]|\\([^)]{0,300}\\))?");
  private static final Pattern MARKS =
      Pattern.compile(
          "[*_`~]{1,3}|\\[([^\\]]{0,100})\\](?:\\([^)]{0,500}\\)|\\[[^\\]]{0,100}\\])?");
  private static final Pattern PATH =
      Pattern.compile("\\(([\\w.-]{1,60}(?:/[\\w.*-]{1,60}){1,30}+/?)\\)$");
  private static final Pattern BRACKETS = Pattern.compile("\\([^)]{0,200}\\)");
  private static final Pattern LETTERS = Pattern.compile(".*[\\p{L}\\p{N}].*", Pattern.DOTALL);
  private static final Set<String> NOBODY =
      Set.of(
          "tbd",
          "tba",
          "unassigned",
          "none",
          "nobody",
          "no one",
          "n a",
          "na",
          "open",
          "to be decided",
          "to be determined",
          "not assigned",
          "unowned",
          "vacant",
          "niemand",
          "offen",
          "nicht zugewiesen",
          "aucun",
          "personne",
          "non assign\u00e9",
          "sin asignar",
          "nadie",
          "por asignar",
          "por definir",
          "\u043d\u0435 \u043d\u0430\u0437\u043d\u0430\u0447\u0435\u043d",
          "\u043d\u0435\u0442",
          "\u65e0",
          "\u672a\u5206\u914d",
          "\u5f85\u5206\u914d",
          "\u00e0 d\u00e9finir",
          "zu vergeben",
          "\u5f85\u5b9a",
          "null");

  /** More than a plan takes of one task, so that a cut list is refused as too long. */
  private static final int MOST = 2_000;

  private OwnersCell() {}

  record Found(List<Read<String>> owners, Read<String> source) {}

  static Found read(Account account, Span cell, boolean withSource) {
    Document document = account.document();
    Read<String> none = Read.of("", document, new Span(cell.to(), cell.to()));
    if (!withSource) {
      Matcher path = PATH.matcher(document.text()).region(cell.from(), cell.to());
      if (path.find()) {
        Span source = new Span(path.start(1), path.end(1));
        return new Found(
            names(document, document.trim(new Span(cell.from(), path.start()))),
            Read.of(document.words(source), document, source));
      }
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
    if (document.raw(rest).codePoints().anyMatch(Character::isLetterOrDigit)) {
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
    int from = span.from();
    Matcher badge = BADGE.matcher(document.text()).region(span.from(), span.to());
    while (badge.find()) {
      add(document, new Span(from, badge.start()), names);
      from = badge.end();
    }
    add(document, new Span(from, span.to()), names);
    return List.copyOf(names);
  }

  private static void add(Document document, Span span, List<Read<String>> names) {
    String whole = BRACKETS.matcher(document.words(span)).replaceAll(" ");
    if (NOBODY.contains(Vocabulary.plain(whole))) {
      return;
    }
    Set<String> known = new HashSet<>();
    names.forEach(name -> known.add(name.value()));
    Matcher separator = SEPARATOR.matcher(document.text()).region(span.from(), span.to());
    int from = span.from();
    while (from <= span.to() && names.size() < MOST) {
      boolean more = separator.find();
      Span name = document.trim(new Span(from, more ? separator.start() : span.to()));
      String words = MARKS.matcher(document.words(name)).replaceAll("$1").strip();
      if (LETTERS.matcher(words).matches()
          && !NOBODY.contains(Vocabulary.plain(words))
          && known.add(words)) {
        names.add(Read.of(words, document, name));
      }
      from = more ? separator.end() : span.to() + 1;
    }
  }
}
