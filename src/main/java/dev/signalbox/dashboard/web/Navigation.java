package dev.signalbox.dashboard.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The sections of a project, in the order of the bar; the first segment after the project names
 * one.
 */
enum Navigation {
  SPRINT("Sprint", ""),
  BLOCKERS("Blockers", "blockers"),
  PROGRESS("Progress", "progress"),
  GRAPH("Graph", "graph"),
  JOBS("Jobs", "jobs"),
  GATES("Gates", "gates"),
  RELEASE("Release", "release"),
  DELIVERIES("Deliveries", "deliveries"),
  TIMELINE("Timeline", "timeline"),
  IMPORT("Import", "imports");

  private final String label;
  private final String segment;

  Navigation(String label, String segment) {
    this.label = label;
    this.segment = segment;
  }

  /** One link of the bar; {@code here} marks the section of the present page. */
  record Item(String label, String href, boolean here) {}

  /** The bar of a project, on a page whose path has this segment behind the project key. */
  static List<Item> bar(String project, String presentSegment) {
    String present = presentSegment.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .map(
            section ->
                new Item(
                    section.label,
                    "/projects/"
                        + project
                        + (section.segment.isEmpty() ? "" : "/" + section.segment),
                    section.covers(present)))
        .toList();
  }

  private boolean covers(String present) {
    return segment.equals(present)
        || (this == BLOCKERS && (present.equals("externals") || present.equals("proposals")))
        || (this == SPRINT && (present.equals("sprints") || present.equals("tasks")));
  }
}
