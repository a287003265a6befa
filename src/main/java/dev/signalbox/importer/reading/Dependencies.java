package dev.signalbox.importer.reading;

import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a task depends on, from a column of its own or from a clause in its text. */
final class Dependencies {

  private static final Pattern LABEL =
      Pattern.compile(
          "\\b(?:dependenc(?:y|ies)|depends on|deps)\\s{0,3}:", Pattern.CASE_INSENSITIVE);
  private static final Pattern SENTENCE_END = Pattern.compile("\\.(?=\\s|$)");
  private static final Pattern SEPARATOR =
      Pattern.compile("[,;&\u00b7]|\\band\\b|<br\\s{0,3}/?>", Pattern.CASE_INSENSITIVE);
  private static final Pattern PLAIN_KEY =
      Pattern.compile("(?=[^\\s]*\\d)[\\p{L}\\p{N}][\\p{L}\\p{N}._#:-]{0,119}");
  private static final Pattern MARKS = Pattern.compile("[*`~\\[\\]]");

  private final Vocabulary words;

  Dependencies(Vocabulary words) {
    this.words = words;
  }

  /**
   * What was found.
   *
   * @param keys expanded
   * @param inWords pieces that name no key
   * @param clause where it stands in the text, its label included; null if there is none
   */
  record Found(List<Read<String>> keys, List<Span> inWords, @Nullable Span clause) {}

  /** The clause {@code Dependencies: A, B.} of a text. */
  Found inText(Document document, Span text) {
    Matcher label = LABEL.matcher(document.text()).region(text.from(), text.to());
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
    List<Read<String>> keys = new ArrayList<>();
    List<Span> inWords = new ArrayList<>();
    Matcher separator = SEPARATOR.matcher(document.text()).region(cell.from(), cell.to());
    int from = cell.from();
    while (from <= cell.to()) {
      boolean more = separator.find();
      piece(
          document,
          document.trim(new Span(from, more ? separator.start() : cell.to())),
          keys,
          inWords);
      from = more ? separator.end() : cell.to() + 1;
    }
    return new Found(List.copyOf(keys), List.copyOf(inWords), null);
  }

  private void piece(Document document, Span piece, List<Read<String>> keys, List<Span> inWords) {
    List<KeyMentions.Mention> mentions = KeyMentions.in(document, piece);
    int covered = mentions.stream().mapToInt(mention -> mention.span().length()).sum();
    String bare = MARKS.matcher(document.raw(piece)).replaceAll("").strip();
    if (!mentions.isEmpty() && covered >= bare.length()) {
      for (KeyMentions.Mention mention : mentions) {
        for (String key : mention.keys()) {
          add(keys, key, document, mention.span());
        }
      }
    } else if (PLAIN_KEY.matcher(bare).matches()) {
      add(keys, bare, document, piece);
    } else if (!words.none().contains(Vocabulary.plain(bare))) {
      inWords.add(piece);
    }
  }

  private static void add(List<Read<String>> keys, String key, Document document, Span span) {
    if (keys.stream().noneMatch(known -> known.value().equals(key))) {
      keys.add(Read.of(key, document, span));
    }
  }
}
