package dev.signalbox.importer.reading;

import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a task waits for where no column says so: lines of a list, and words like "after T-1". */
final class Waits {

  private static final Pattern TOKEN =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._#\\u2010-\\u2014\\u2212-]{0,118}");
  private static final Pattern NUMBERED =
      Pattern.compile(
          "(\\p{L}{2,20}?)s?[ \\u00a0]#?(\\d{1,5}(?:\\.\\d{1,4}){0,3})(?![\\p{L}\\p{N}])");
  private static final Pattern PHRASE =
      Pattern.compile(
          "(?<!\\p{L})(?:depends on|depending on|blocked by|requires|needs|after|waits for|h\u00e4ngt ab"
              + " von|ben\u00f6tigt|nach|depende de|bloqueado por|d\u00e9pend de|bloqu\u00e9 par|apr\u00e8s|"
              + "\u0437\u0430\u0432\u0438\u0441\u0438\u0442 \u043e\u0442|\u043f\u043e\u0441\u043b\u0435|\u4f9d\u8d56)\\s{0,3}:?\\s{0,3}",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern CLAUSE_END =
      Pattern.compile("[.;)\\]\\uff09\\r\\n](?:\\s|$)|[)\\uff09]");
  private static final Pattern LINE = Pattern.compile("[^\\r\\n]+");
  private static final Pattern MARK = Pattern.compile("(?:[-*+]|\\d{1,4}[.)])[ \\t]+");
  private static final int CLAUSE = 300;

  private final Document document;
  private final Vocabulary words;
  private final Map<String, String> known = new HashMap<>();

  Waits(Document document, Vocabulary words, Set<String> keys) {
    this.document = document;
    this.words = words;
    keys.forEach(key -> known.put(key.toLowerCase(Locale.ROOT), key));
  }

  /** Keys, and pieces that name none. */
  record Found(List<Read<String>> keys, List<Span> inWords) {}

  /** A value that holds nothing but dependencies, on one line or as a list. */
  Found inValue(Span value) {
    List<Read<String>> keys = new ArrayList<>();
    List<Span> inWords = new ArrayList<>();
    Matcher line = LINE.matcher(document.text()).region(value.from(), value.to());
    while (line.find()) {
      Span trimmed = document.trim(new Span(line.start(), line.end()));
      Matcher mark = MARK.matcher(document.text()).region(trimmed.from(), trimmed.to());
      int from = mark.lookingAt() ? mark.end() : trimmed.from();
      Dependencies.Found found =
          new Dependencies(words).inCell(document, new Span(from, trimmed.to()));
      found.keys().forEach(key -> add(key, keys));
      for (Span piece : found.inWords()) {
        List<Read<String>> named = named(piece);
        if (named.isEmpty()) {
          inWords.add(piece);
        }
        named.forEach(key -> add(key, keys));
      }
    }
    return new Found(keys, inWords);
  }

  /** Keys behind words like "depends on" in free text. */
  List<Read<String>> inText(Span text) {
    List<Read<String>> keys = new ArrayList<>();
    Matcher phrase = PHRASE.matcher(document.text()).region(text.from(), text.to());
    while (phrase.find()) {
      int limit = Math.min(text.to(), phrase.end() + CLAUSE);
      Matcher end = CLAUSE_END.matcher(document.text()).region(phrase.end(), limit);
      Span clause = new Span(phrase.end(), end.find() ? end.start() : limit);
      named(clause).forEach(key -> add(key, keys));
    }
    return keys;
  }

  /** Keys that a text names: those of the document in any form, others by their look. */
  private List<Read<String>> named(Span text) {
    List<Read<String>> keys = new ArrayList<>();
    for (KeyMentions.Mention mention : KeyMentions.in(document, text)) {
      mention.keys().forEach(key -> add(Read.of(key, document, mention.span()), keys));
    }
    Matcher token = TOKEN.matcher(document.text()).region(text.from(), text.to());
    while (token.find()) {
      String bare = KeyForms.normal(token.group()).replaceAll("[._:#-]+$", "");
      String key = known.get(bare.toLowerCase(Locale.ROOT));
      if (key != null) {
        Span span = new Span(token.start(), token.start() + bare.length());
        add(Read.of(key, document, span), keys);
      }
    }
    Matcher numbered = NUMBERED.matcher(document.text()).region(text.from(), text.to());
    while (numbered.find()) {
      String written = numbered.group(1) + "-" + numbered.group(2);
      String key = known.get(written.toLowerCase(Locale.ROOT));
      if (key != null) {
        add(Read.of(key, document, new Span(numbered.start(), numbered.end())), keys);
      }
    }
    return keys;
  }

  private static void add(Read<String> key, List<Read<String>> keys) {
    if (keys.stream().noneMatch(other -> other.value().equals(key.value()))) {
      keys.add(key);
    }
  }
}
