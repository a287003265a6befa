package dev.signalbox.importer.writing;

import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import dev.signalbox.importer.reading.ParsedPlan;
import dev.signalbox.importer.reading.Read;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How to say another text where a task's text stands, with as few characters as can be. */
final class TextWays {

  private static final Pattern WORD = Pattern.compile("\\S+");
  private static final int CLAUSE = 400;

  private final Document document;
  private final String path;

  TextWays(Document document, String path) {
    this.document = document;
    this.path = path;
  }

  List<List<Patch>> ways(ParsedPlan.Task task, String after) {
    Span whole = task.text().span();
    if (whole.isEmpty()) {
      return List.of(List.of(new Patch(path, whole, Inline.cell(after))));
    }
    List<List<Patch>> ways = new ArrayList<>();
    Span clause = clause(task, whole);
    Span head = document.trim(new Span(whole.from(), clause.from()));
    Span tail = document.trim(new Span(clause.to(), whole.to()));
    String before = words(head);
    String end = words(tail);
    for (String text : Inline.forms(document, whole, after)) {
      if (tail.isEmpty()) {
        ways.add(List.of(fewest(head, text)));
      } else if (text.startsWith(before + " ")) {
        ways.add(List.of(fewest(tail, text.substring(before.length() + 1))));
      } else if (text.endsWith(" " + end)) {
        ways.add(List.of(fewest(head, text.substring(0, text.length() - end.length() - 1))));
      } else {
        ways.add(
            List.of(fewest(head, text), new Patch(path, new Span(clause.to(), whole.to()), "")));
      }
      ways.add(List.of(new Patch(path, head, text)));
      ways.add(List.of(new Patch(path, whole, text)));
    }
    return ways;
  }

  /** The clause of dependencies within the text, which is no part of what the text says. */
  private Span clause(ParsedPlan.Task task, Span whole) {
    List<Span> within =
        task.dependsOn().stream()
            .map(Read::span)
            .filter(span -> whole.from() <= span.from() && span.to() <= whole.to())
            .toList();
    Span none = new Span(whole.to(), whole.to());
    String said = Said.oneLine(task.text().value());
    if (within.isEmpty() || Said.oneLine(words(whole)).equals(said)) {
      return none;
    }
    int first = within.stream().mapToInt(Span::from).min().orElse(whole.to());
    int last = within.stream().mapToInt(Span::to).max().orElse(whole.to());
    for (int from = first; from >= Math.max(whole.from(), first - CLAUSE); from--) {
      boolean wordStarts = from == whole.from() || document.isSpace(from - 1);
      String head = wordStarts ? words(new Span(whole.from(), from)) : "";
      if (wordStarts && said.startsWith(head)) {
        for (int to = last; to <= Math.min(whole.to(), last + CLAUSE); to++) {
          String rest = words(new Span(to, whole.to()));
          if (Said.oneLine(head + " " + rest).equals(said)) {
            return new Span(from, to == last + 1 || to == whole.to() ? to : extended(to, whole));
          }
        }
      }
    }
    return none;
  }

  private int extended(int to, Span whole) {
    return to < whole.to() && document.text().charAt(to) == '.' ? to + 1 : to;
  }

  private String words(Span span) {
    return document.words(span).replace("\\|", "|");
  }

  /** Replaces only the words between the common beginning and the common end. */
  private Patch fewest(Span span, String after) {
    List<Span> old = wordSpans(span);
    List<String> next = new ArrayList<>();
    Matcher matcher = WORD.matcher(after);
    while (matcher.find()) {
      next.add(matcher.group());
    }
    int same = 0;
    while (same < Math.min(old.size(), next.size())
        && document.raw(old.get(same)).equals(next.get(same))) {
      same++;
    }
    int ends = 0;
    while (ends < Math.min(old.size(), next.size()) - same
        && document.raw(old.get(old.size() - 1 - ends)).equals(next.get(next.size() - 1 - ends))) {
      ends++;
    }
    String with = String.join(" ", next.subList(same, next.size() - ends));
    if (same + ends < old.size() && !with.isEmpty()) {
      return new Patch(
          path, new Span(old.get(same).from(), old.get(old.size() - 1 - ends).to()), with);
    }
    if (same + ends == old.size() && !old.isEmpty()) {
      int at = same > 0 ? old.get(same - 1).to() : old.getFirst().from();
      return new Patch(path, new Span(at, at), same > 0 ? " " + with : with + " ");
    }
    if (same + ends < old.size() && same > 0) {
      int to = old.get(old.size() - 1 - ends).to();
      return new Patch(path, new Span(old.get(same - 1).to(), to), "");
    }
    if (same + ends < old.size() && ends > 0) {
      int to = old.get(old.size() - ends).from();
      return new Patch(path, new Span(old.getFirst().from(), to), "");
    }
    return new Patch(path, span, with);
  }

  private List<Span> wordSpans(Span span) {
    List<Span> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(document.text()).region(span.from(), span.to());
    while (matcher.find()) {
      words.add(new Span(matcher.start(), matcher.end()));
    }
    return words;
  }
}
