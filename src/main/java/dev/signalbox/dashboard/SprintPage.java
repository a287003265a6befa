package dev.signalbox.dashboard;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One sprint (or the whole plan) as a page: what is typed in the address is all its state, so every
 * view can be saved as a link.
 *
 * @param path of the page without its query
 * @param asOf a day of the past, or null for now
 * @param log rows of the execution log, risks its decisions and risks
 */
public record SprintPage(
    String path,
    String title,
    String summary,
    List<String> dependsOn,
    List<SprintLink> sprints,
    Board board,
    String view,
    String q,
    String sort,
    @Nullable LocalDate asOf,
    List<LogRow> log,
    List<String> risks) {

  private static final int STRIP_WIDTH = 1000;
  private static final List<String> HEADS = List.of("key", "state", "since", "owner");

  /** A link to another sprint of the project. */
  public record SprintLink(String key, boolean here) {}

  /** A row of the execution log. */
  public record LogRow(@Nullable String on, String text, boolean repeated, boolean stranded) {}

  /** One part of the progress strip; {@code x} and {@code width} in thousandths. */
  public record Part(String column, String label, int count, int x, int width) {}

  /** The head of a sortable column. */
  public record Head(String label, String href, boolean sorted) {}

  public boolean empty() {
    return board.total() == 0;
  }

  /** The address of exactly this view. */
  public String self() {
    return href(view, q, sort);
  }

  /** The strip from done to blocked, only the parts that are there. */
  public List<Part> strip() {
    List<Part> parts = new ArrayList<>();
    int x = 0;
    for (String column : List.of("DONE", "DOING", "READY", "WAITING", "BLOCKED", "CANCELLED")) {
      int count = board.counts().getOrDefault(column, 0);
      if (count > 0) {
        int width = Math.round((float) STRIP_WIDTH * count / board.total());
        parts.add(new Part(column, label(column).toLowerCase(Locale.ROOT), count, x, width));
        x += width;
      }
    }
    return parts;
  }

  /** The strip in words, for those who cannot see it. */
  public String progressWords() {
    return board.total()
        + " tasks: "
        + strip().stream()
            .map(part -> part.count() + " " + part.label())
            .collect(Collectors.joining(", "));
  }

  /** Tasks that their document no longer names. */
  public long absent() {
    return board.cards().stream().filter(Card::absent).count();
  }

  public long contradictions() {
    return board.cards().stream().filter(card -> card.contradiction() != null).count();
  }

  public List<Head> heads() {
    return HEADS.stream()
        .map(head -> new Head(headLabel(head), href("table", q, head), head.equals(sort)))
        .toList();
  }

  public String filterHref(String column) {
    return href(view, "state:" + column.toLowerCase(Locale.ROOT), sort);
  }

  public String flagHref(String flag) {
    return href(view, "is:" + flag, sort);
  }

  /** What a column is called on the page. */
  public String label(String column) {
    return switch (column) {
      case "READY" -> "Ready";
      case "DOING" -> "In progress";
      case "WAITING" -> "Waiting";
      case "BLOCKED" -> "Blocked";
      case "DONE" -> "Done";
      default -> "Cancelled";
    };
  }

  private static String headLabel(String head) {
    return switch (head) {
      case "key" -> "Task";
      case "state" -> "State";
      case "since" -> "Since";
      default -> "Owners";
    };
  }

  private String href(String toView, String toQ, String toSort) {
    return path
        + "?view="
        + toView
        + "&q="
        + URLEncoder.encode(toQ, StandardCharsets.UTF_8)
        + "&sort="
        + toSort
        + (asOf == null ? "" : "&asOf=" + asOf);
  }
}
