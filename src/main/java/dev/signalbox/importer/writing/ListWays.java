package dev.signalbox.importer.writing;

import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import dev.signalbox.importer.reading.ParsedPlan;
import dev.signalbox.importer.reading.Read;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How to change a written list: what goes is taken out or replaced, what comes is put behind. */
final class ListWays {

  private static final Pattern JOINS =
      Pattern.compile("(?s)\\s*(?:[,;&+/\u00b7\u3001\uff0c|]|and|und|et|y|и|和|-)?\\s*");
  private static final int LONGEST_GAP = 12;

  private final Document document;
  private final String path;
  private final String separator;

  ListWays(Document document, String path, String separator) {
    this.document = document;
    this.path = path;
    this.separator = separator;
  }

  /**
   * One written member.
   *
   * @param name what the reader made of it, to tell name and decoration apart
   * @param left what is left of it: itself if unchanged, a shorter list, or nothing
   */
  record Member(Span span, String name, List<String> left, boolean changed) {}

  /** What parts such members of this task, or else of the first task that shows it. */
  static String separator(
      Document document,
      ParsedPlan.Task task,
      List<ParsedPlan.Task> tasks,
      Function<ParsedPlan.Task, List<Read<String>>> members) {
    return Stream.concat(Stream.of(task), tasks.stream())
        .map(one -> members.apply(one).stream().map(Read::span).distinct().toList())
        .map(spans -> separator(document, spans, ""))
        .filter(gap -> !gap.isEmpty())
        .findFirst()
        .orElse(", ");
  }

  /** What parts the members of this list; the usual separator if it has less than two. */
  static String separator(Document document, List<Span> members, String usual) {
    for (int i = 1; i < members.size(); i++) {
      int from = members.get(i - 1).to();
      int to = members.get(i).from();
      if (from < to && to - from <= LONGEST_GAP) {
        String gap = document.raw(new Span(from, to));
        if (JOINS.matcher(gap).matches()) {
          return gap;
        }
      }
    }
    return usual;
  }

  /** The patches; the list must have members. */
  List<Patch> patches(List<Member> written, List<String> added) {
    List<Member> members = inOrder(written);
    List<Patch> patches = new ArrayList<>();
    List<String> coming = new ArrayList<>(added);
    boolean[] gone = new boolean[members.size()];
    for (int i = 0; i < members.size(); i++) {
      Member member = members.get(i);
      if (!member.changed()) {
        continue;
      }
      List<String> left = new ArrayList<>(member.left());
      if (left.isEmpty() && !coming.isEmpty()) {
        left.add(coming.removeFirst());
      }
      gone[i] = left.isEmpty();
      if (!gone[i]) {
        patches.add(new Patch(path, member.span(), decorated(member, left)));
      }
    }
    takeOut(members, gone, patches);
    if (!coming.isEmpty()) {
      Member last = members.getLast();
      String tail = separator + decorated(last, coming);
      int at = last.span().to();
      patches.add(new Patch(path, new Span(at, at), tail));
    }
    return patches;
  }

  /** As they stand in the document: a cell may stand left of the text that is read first. */
  static List<Member> inOrder(List<Member> members) {
    return members.stream()
        .sorted(Comparator.comparingInt((Member member) -> member.span().from()))
        .toList();
  }

  /** Whether all of these stand in one cell or line of text. */
  boolean isOneList(List<Member> members) {
    for (int i = 1; i < members.size(); i++) {
      if (!areOneList(members.get(i - 1), members.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Blanks what goes; with what parts it from its list, but never across a cell's border. */
  private void takeOut(List<Member> members, boolean[] gone, List<Patch> patches) {
    int from = 0;
    while (from < members.size()) {
      int to = from + 1;
      while (to < members.size() && areOneList(members.get(to - 1), members.get(to))) {
        to++;
      }
      takeOut(members, gone, from, to, patches);
      from = to;
    }
  }

  private boolean areOneList(Member one, Member next) {
    int from = one.span().to();
    int to = next.span().from();
    return from <= to && document.text().substring(from, to).indexOf('|') < 0;
  }

  private void takeOut(
      List<Member> members, boolean[] gone, int first, int end, List<Patch> patches) {
    int kept = first;
    while (kept < end && gone[kept]) {
      kept++;
    }
    if (kept > first) {
      int to = kept < end ? members.get(kept).span().from() : members.get(end - 1).span().to();
      patches.add(new Patch(path, new Span(members.get(first).span().from(), to), ""));
    }
    for (int i = kept + 1; i < end; i++) {
      if (gone[i]) {
        int from = members.get(i - 1).span().to();
        patches.add(new Patch(path, new Span(from, members.get(i).span().to()), ""));
      }
    }
  }

  /** Names in the marks that the member has around its own. */
  private String decorated(Member member, List<String> names) {
    String raw = document.raw(member.span());
    int at = raw.indexOf(member.name());
    String before = at < 0 ? "" : raw.substring(0, at);
    String after = at < 0 ? "" : raw.substring(at + member.name().length());
    boolean marks = before.length() + after.length() <= 8;
    return String.join(
        separator,
        names.stream()
            .map(name -> marks && !name.startsWith(before) ? before + name + after : name)
            .toList());
  }
}
