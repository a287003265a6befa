package dev.signalbox.importer.reading;

import dev.signalbox.importer.OddityCode;
import dev.signalbox.importer.layout.Account;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import dev.signalbox.importer.reading.ParsedPlan.Sprint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what stands before the first table: {@code # Sprint 7 - Title [Area] Section Depends on:
 * ... Summary: ...}, on one line or on several.
 */
final class SprintHeader {

  private static final Pattern NUMBERED =
      Pattern.compile(
          "#{1,6}\\s+Sprint\\s+([\\p{L}\\p{N}._-]{1,40})(?:\\s+[-\u2013\u2014\u00b7]|:)?\\s*");
  private static final Pattern NAMED = Pattern.compile("#{1,6}\\s+");
  private static final Pattern LABEL =
      Pattern.compile("(?<![\\p{L}])(depends on|summary)\\s{0,3}:", Pattern.CASE_INSENSITIVE);
  private static final Pattern SECTION =
      Pattern.compile("\\[([^\\]\\n]{1,100})\\](?!\\()[ \\t]*([^\\[\\r\\n]{0,200})\\s*");
  private static final Pattern LINE_BREAK = Pattern.compile("[\\r\\n]");
  private static final Pattern BLANK_LINE = Pattern.compile("(?:\\r\\n|\\r|\\n)[ \\t]*[\\r\\n]");
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?](?=\\s)");
  private static final Pattern NO_KEY = Pattern.compile("[^\\p{L}\\p{N}._-]+");
  private static final int LONGEST_KEY = 40;
  private static final int LONGEST_SIGN = 4;

  private final Account account;
  private final Document document;
  private final Span region;

  SprintHeader(Account account, Span region) {
    this.account = account;
    this.document = account.document();
    this.region = region;
  }

  Sprint read() {
    Matcher numbered = matcher(NUMBERED, region);
    boolean hasNumber = numbered.find() && isNumber(numbered.group(1));
    Matcher named = matcher(NAMED, region);
    boolean hasHeading = named.find();
    int from = hasNumber ? numbered.end() : hasHeading ? named.end() : region.from();
    Map<String, Span> labels = labels(from);
    int firstLabel = labels.values().stream().mapToInt(Span::from).min().orElse(region.to());
    Span head = new Span(from, Math.max(from, firstLabel));
    Span section = section(head);
    Span title = hasHeading ? title(head, section) : new Span(from, from);
    account.claim(new Span(Math.min(hasHeading ? named.start() : from, from), title.to()));
    account.claim(section);
    Read<String> titleRead = read(title);
    Read<String> key =
        hasNumber
            ? Read.of(numbered.group(1), document, new Span(numbered.start(1), numbered.end(1)))
            : new Read<>(keyOf(titleRead.value()), titleRead.span(), titleRead.place());
    if (!hasNumber) {
      account.report(
          OddityCode.SPRINT_UNNAMED,
          new Span(title.from(), title.from()),
          "The document names no sprint number; its tasks go to the sprint \""
              + key.value()
              + "\".");
    }
    return new Sprint(
        key, titleRead, read(section), labelled(labels, "summary"), dependsOn(labels));
  }

  /** Each label's stretch, from the label itself to the next one. */
  private Map<String, Span> labels(int from) {
    Map<String, Span> labels = new LinkedHashMap<>();
    Matcher label = matcher(LABEL, new Span(from, region.to()));
    String open = "";
    int start = from;
    while (label.find()) {
      if (!open.isEmpty()) {
        labels.putIfAbsent(open, new Span(start, label.start()));
      }
      open = label.group(1).toLowerCase(Locale.ROOT);
      start = label.start();
    }
    if (!open.isEmpty()) {
      labels.putIfAbsent(open, new Span(start, region.to()));
    }
    return labels;
  }

  private Span section(Span head) {
    Matcher section = matcher(SECTION, head);
    while (section.find()) {
      if (section.end() == head.to()) {
        return document.trim(new Span(section.start(), section.end()));
      }
    }
    return new Span(head.to(), head.to());
  }

  private Span title(Span head, Span section) {
    Span before = document.trim(new Span(head.from(), Math.max(head.from(), section.from())));
    Matcher lineBreak = matcher(LINE_BREAK, before);
    int line = lineBreak.find() ? lineBreak.start() : before.to();
    String ending = sectionName(section);
    int at = ending.isEmpty() ? -1 : document.text().indexOf(ending, before.from());
    if (at >= 0 && at + ending.length() <= line) {
      return new Span(before.from(), at + ending.length());
    }
    if (line < before.to() || section.isEmpty()) {
      return document.trim(new Span(before.from(), line));
    }
    Matcher sentence = matcher(SENTENCE_END, before);
    return new Span(before.from(), sentence.find() ? sentence.end() : before.to());
  }

  private String sectionName(Span section) {
    Matcher name = matcher(SECTION, section);
    return name.lookingAt() ? name.group(2).strip() : "";
  }

  private Read<String> labelled(Map<String, Span> labels, String label) {
    Span value = value(labels, label);
    account.claim(value);
    return read(value);
  }

  private List<Read<String>> dependsOn(Map<String, Span> labels) {
    Span value = value(labels, "depends on");
    account.claim(value);
    List<Read<String>> sprints = new ArrayList<>();
    Matcher comma = matcher(Pattern.compile("[,;]"), value);
    int from = value.from();
    while (from <= value.to()) {
      boolean more = comma.find();
      Span one = document.trim(new Span(from, more ? comma.start() : value.to()));
      if (!one.isEmpty()) {
        sprints.add(read(one));
      }
      from = more ? comma.end() : value.to() + 1;
    }
    return List.copyOf(sprints);
  }

  /** What stands behind a label, up to the next label or blank line; claims the label itself. */
  private Span value(Map<String, Span> labels, String label) {
    Span stretch = labels.get(label);
    if (stretch == null) {
      return new Span(region.to(), region.to());
    }
    int colon = document.text().indexOf(':', stretch.from());
    account.claim(new Span(stretch.from(), colon + 1));
    Span value = document.trim(new Span(colon + 1, stretch.to()));
    Matcher blank = matcher(BLANK_LINE, value);
    return blank.find() ? document.trim(new Span(value.from(), blank.start())) : value;
  }

  private Read<String> read(Span span) {
    return Read.of(document.words(span), document, span);
  }

  /** A number, or a short sign such as {@code A} or {@code IV}; a word belongs to the title. */
  private static boolean isNumber(String said) {
    boolean sign = said.length() <= LONGEST_SIGN && said.equals(said.toUpperCase(Locale.ROOT));
    return sign || said.codePoints().anyMatch(Character::isDigit);
  }

  private static String keyOf(String title) {
    String key = NO_KEY.matcher(title).replaceAll("-").replaceAll("^-+|-+$", "");
    String cut = key.length() > LONGEST_KEY ? key.substring(0, LONGEST_KEY) : key;
    return cut.isEmpty() ? "plan" : cut;
  }

  private Matcher matcher(Pattern pattern, Span span) {
    return pattern.matcher(document.text()).region(span.from(), span.to());
  }
}
