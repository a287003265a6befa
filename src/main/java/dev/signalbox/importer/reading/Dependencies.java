package dev.signalbox.importer.reading;

import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a task depends on, from a column of its own or from a clause in its text. */
final class Dependencies {

  private static final Pattern LABEL =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}-])[*_]{0,2}(?:dependenc(?:y|ies)|depends\\s+(?:up)?on|blocked\\s+by"
              + "|deps|prerequisites?|abh\u00e4ngigkeit(?:en)?|abh\u00e4ngig\\s+von|h\u00e4ngt\\s+ab\\s+von"
              + "|d\u00e9pendances?|d\u00e9pend\\s+de|dependencias?|depende\\s+de|\u0437\u0430\u0432\u0438\u0441\u0438\u043c\u043e\u0441\u0442[\u044c\u0438]"
              + "|\u0437\u0430\u0432\u0438\u0441\u0438\u0442\\s+\u043e\u0442|\u524d\u7f6e\u4efb\u52a1|\u524d\u7f6e|\u4f9d\u8d56)[*_]{0,2}\\s{0,3}[:\uff1a][*_]{0,2}",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern SENTENCE_END = Pattern.compile("\\.(?=\\s|$)|\u3002");
  private static final Pattern SEPARATOR =
      Pattern.compile(
          "[,;&\u00b7\u2022\u3001\uff0c\uff1b|]|(?<=\\s)\\+(?=\\s)"
              + "|(?<![\\p{L}\\p{N}])(?:and|und|sowie|y|et|\u0438)(?![\\p{L}\\p{N}])|[\u548c\u53ca\u4e0e]"
              + "|<br\\s{0,3}/?>|(?:^|\\R)[ \\t]*[-*+][ \\t]+(?:\\[[ xX]\\][ \\t]+)?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern MARKS =
      Pattern.compile("[*`~\\[\\]]|(?<![\\p{L}\\p{N}])_+|_+(?![\\p{L}\\p{N}])");
  private static final Pattern SYMBOLS =
      Pattern.compile("[\\p{So}\\p{Sk}\\p{Cf}\ufe0f]|\\([^()]{0,60}\\)\\s*$|\\.\\s*$");
  private static final int LONGEST_BRACKET = 200;

  /** More than a plan takes of one task, so that a cut list is refused as too long. */
  private static final int MOST = 2_000;

  private static final Pattern LINK = Pattern.compile("\\]\\([^)\\s]{0,500}\\)");

  private final Vocabulary words;

  Dependencies(Vocabulary words) {
    this.words = words;
  }

  /**
   * What was found.
   *
   * @param keys as far as they can be written out without the plan; {@code A..B} is a range, {@code
   *     A*} a beginning
   * @param inWords pieces that name no key
   * @param clause where it stands in the text, its label included; null if there is none
   */
  record Found(List<Read<String>> keys, List<Span> inWords, @Nullable Span clause) {}

  /** The keys of one cell in their order, and which they are. */
  private record Keyed(List<Read<String>> list, Set<String> known) {}

  /** The clause {@code Dependencies: A, B.} of a text. */
  Found inText(Document document, Span text) {
    Matcher label = LABEL.matcher(document.text()).region(text.from(), text.to());
    label.useTransparentBounds(true);
    if (!label.find()) {
      return new Found(List.of(), List.of(), null);
    }
    Matcher end = SENTENCE_END.matcher(document.text()).region(label.end(), text.to());
    boolean stopped = end.find();
    Found found = inCell(document, new Span(label.end(), stopped ? end.start() : text.to()));
    Span clause = new Span(label.start(), stopped ? end.end() : text.to());
    return new Found(found.keys(), found.inWords(), clause);
  }

  /** A cell that holds nothing but dependencies. */
  Found inCell(Document document, Span cell) {
    Keyed keys = new Keyed(new ArrayList<>(), new HashSet<>());
    List<Span> inWords = new ArrayList<>();
    Matcher separator = SEPARATOR.matcher(document.text());
    separator.useTransparentBounds(true);
    int from = cell.from();
    int search = from;
    while (search < cell.to()
        && keys.list().size() + inWords.size() < MOST
        && separator.region(search, cell.to()).find()) {
      int close = endOfBracket(document, search, separator.start(), cell.to());
      if (close > separator.start()) {
        search = close;
      } else {
        piece(document, from, separator.start(), keys, inWords);
        from = separator.end();
        search = from;
      }
    }
    piece(document, from, cell.to(), keys, inWords);
    return new Found(List.copyOf(keys.list()), List.copyOf(inWords), null);
  }

  /** Behind the bracket that is open at a separator; -1 if none is. */
  private static int endOfBracket(Document document, int from, int separator, int limit) {
    int open = document.text().indexOf('(', from, separator);
    int far = Math.min(limit, open + LONGEST_BRACKET);
    int close = open < 0 ? -1 : document.text().indexOf(')', open, Math.max(open, far));
    return close < 0 ? -1 : close + 1;
  }

  private void piece(Document document, int from, int to, Keyed keys, List<Span> inWords) {
    Span piece = document.trim(new Span(from, to));
    String linked = LINK.matcher(document.raw(piece)).replaceAll("]");
    boolean beginning = linked.indexOf('*') > 0 && linked.indexOf('*') == linked.lastIndexOf('*');
    String bare = (beginning ? linked : MARKS.matcher(linked).replaceAll("")).strip();
    String before = keys.list().isEmpty() ? "" : keys.list().getLast().value();
    List<String> written = WrittenKeys.of(bare, before);
    if (written.isEmpty()) {
      written = WrittenKeys.of(SYMBOLS.matcher(bare).replaceAll("").strip(), before);
    }
    if (!written.isEmpty()) {
      Span at = exactly(document, piece, written);
      written.forEach(key -> add(keys, key, document, at));
      return;
    }
    String unremarked = SYMBOLS.matcher(SENTENCE_END.matcher(bare).replaceAll("")).replaceAll("");
    if (words.none().contains(Vocabulary.plain(unremarked))) {
      return;
    }
    List<KeyMentions.Mention> mentions = KeyMentions.in(document, piece);
    for (KeyMentions.Mention mention : mentions) {
      mention.keys().forEach(key -> add(keys, key, document, mention.span()));
    }
    if (mentions.isEmpty()) {
      inWords.add(piece);
    }
  }

  /** Where the key stands within its marks; the whole piece where it is not written as it reads. */
  private static Span exactly(Document document, Span piece, List<String> written) {
    String key = written.getFirst();
    int at = written.size() == 1 ? document.raw(piece).indexOf(key) : -1;
    return at < 0 ? piece : new Span(piece.from() + at, piece.from() + at + key.length());
  }

  private static void add(Keyed keys, String key, Document document, Span span) {
    if (keys.known().add(key)) {
      keys.list().add(Read.of(key, document, span));
    }
  }
}
