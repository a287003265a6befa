package dev.signalbox.importer.reading;

import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What hangs behind the title of a bullet: {@code (@ann)}, {@code - Owner: Ann}, {@code (Ann)}. */
final class Tails {

  private static final Pattern FIELD =
      Pattern.compile(
          "(?:\\s[|\\u00b7\\u2013\\u2014-]|[,;(\\uff08\\[])\\s{0,3}(?=[*_]{0,2}\\p{L})");
  private static final Pattern LABEL =
      Pattern.compile("[*_]{0,2}(\\p{L}[\\p{L} ]{0,30})[*_]{0,2}[:\\uff1a]");
  private static final Pattern HANDLES =
      Pattern.compile(
          "[(\\[\\s\\u2013\\u2014-]{0,4}(?:(?<![\\p{L}\\p{N}])@[\\p{L}\\p{N}][\\p{L}\\p{N}_-]{0,38}"
              + "[,;&\\s]{0,3}){1,12}[)\\]]?\\z");
  private static final Pattern HANDLE = Pattern.compile("@[\\p{L}\\p{N}][\\p{L}\\p{N}_-]{0,38}");
  private static final Pattern NAMES =
      Pattern.compile(
          "\\s\\((\\p{Lu}\\p{Ll}{1,20}(?:\\s\\p{Lu}\\p{Ll}{1,20}){0,2}"
              + "(?:(?:,|\\s&|\\sand)\\s\\p{Lu}\\p{Ll}{1,20}(?:\\s\\p{Lu}\\p{Ll}{1,20}){0,2}){0,5})\\)\\z");
  private static final Pattern NAME = Pattern.compile("\\p{Lu}\\p{Ll}+(?:\\s\\p{Lu}\\p{Ll}+){0,2}");
  private static final Set<String> NO_NAMES =
      Set.of(
          "optional",
          "approved",
          "required",
          "draft",
          "new",
          "later",
          "partial",
          "target",
          "current",
          "existing",
          "stretch",
          "stretch goal",
          "critical",
          "high",
          "medium",
          "low",
          "phase",
          "alpha",
          "beta",
          "stable",
          "experimental",
          "tentative",
          "deprecated",
          "bonus",
          "enhancement",
          "bug",
          "feature",
          "recommended",
          "internal",
          "external",
          "frontend",
          "backend",
          "manual",
          "automatic");
  private static final int LONGEST = 200;

  private final Document document;
  private final Vocabulary words;

  Tails(Document document, Vocabulary words) {
    this.document = document;
    this.words = words;
  }

  /**
   * What was found.
   *
   * @param title without its tails
   */
  record Found(Span title, List<Read<String>> owners) {}

  /** Takes the tails off; fields among them go to {@code fields}. */
  Found take(Span title, Fields fields) {
    Span rest = takeFields(title, fields);
    List<Read<String>> owners = new ArrayList<>();
    int begin = Math.max(rest.from(), rest.to() - LONGEST);
    Matcher handles = HANDLES.matcher(document.text()).region(begin, rest.to());
    if (handles.find() && handles.start() > rest.from()) {
      each(HANDLE, handles.start(), handles.end(), owners);
      rest = document.trim(new Span(rest.from(), handles.start()));
    }
    Matcher names = NAMES.matcher(document.text()).region(begin, Math.max(begin, rest.to()));
    if (owners.isEmpty() && names.find() && !isNoName(names.group(1))) {
      each(NAME, names.start(1), names.end(1), owners);
      rest = document.trim(new Span(rest.from(), names.start()));
    }
    return new Found(rest, List.copyOf(owners));
  }

  private boolean isNoName(String names) {
    String plain = Vocabulary.plain(names);
    return NO_NAMES.contains(plain)
        || words.state(plain).isPresent()
        || words.column(plain) != Column.UNKNOWN;
  }

  private void each(Pattern pattern, int from, int to, List<Read<String>> owners) {
    Matcher matcher = pattern.matcher(document.text()).region(from, to);
    while (matcher.find()) {
      owners.add(Read.of(matcher.group(), document, new Span(matcher.start(), matcher.end())));
    }
  }

  /** From the first label that is known on, all is fields. */
  private Span takeFields(Span title, Fields fields) {
    Matcher begin = FIELD.matcher(document.text()).region(title.from(), title.to());
    while (begin.find()) {
      Matcher label = LABEL.matcher(document.text()).region(begin.end(), title.to());
      if (label.lookingAt() && Fields.isField(words.column(label.group(1)))) {
        int to = title.to();
        char open = document.text().charAt(document.skipSpaces(begin.start(), title.to()));
        if ("([\uff08".indexOf(open) >= 0
            && ")]\uff09".indexOf(document.text().charAt(to - 1)) >= 0) {
          to--;
        }
        fields.read(new Span(begin.end(), to));
        return document.trim(new Span(title.from(), begin.start()));
      }
    }
    return title;
  }
}
