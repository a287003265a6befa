package dev.signalbox.dashboard;

import dev.signalbox.plan.ProjectKey;
import dev.signalbox.timeline.TimelineEntryView;
import dev.signalbox.timeline.TimelineQuery;
import dev.signalbox.timeline.TimelineReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the history as pages show it.
 *
 * @param at in UTC, to the second
 * @param href where the object is shown, null if it has no page
 * @param changes only the values that differ
 */
public record EntryRow(
    String at,
    String actor,
    String action,
    String objectKey,
    @Nullable String href,
    List<Change> changes) {

  /** A value before and after; null where it was not there. */
  public record Change(String name, @Nullable String before, @Nullable String after) {}

  /**
   * What happened to one object, newest first.
   *
   * @param until an instant of the past, or null for now
   * @param limit most of them
   */
  static List<EntryRow> history(
      TimelineReader timeline,
      ProjectKey project,
      String type,
      String key,
      @Nullable Instant until,
      int limit) {
    var query = new TimelineQuery(project.value(), type, key, null, null, null, until);
    return timeline.page(query, null, limit).items().stream().map(EntryRow::of).toList();
  }

  /** The entry in the words of the page. */
  public static EntryRow of(TimelineEntryView entry) {
    return new EntryRow(
        Times.moment(entry.at()),
        entry.actor().name(),
        entry.action(),
        entry.objectKey(),
        href(entry),
        changes(entry.before(), entry.after()));
  }

  private static @Nullable String href(TimelineEntryView entry) {
    if (entry.project() == null) {
      return null;
    }
    String base = "/projects/" + entry.project();
    String key = entry.objectKey();
    return switch (entry.objectType()) {
      case "task" -> base + "/tasks/" + Links.segment(key);
      case "external" -> Links.external(entry.project(), key);
      case "sprint" -> base + "/sprints/" + Links.segment(key);
      case "gate" -> base + "/gates/" + key;
      case "job" -> base + "/jobs/" + key;
      case "run" -> {
        int hash = key.lastIndexOf('#');
        yield hash < 0
            ? null
            : base + "/jobs/" + key.substring(0, hash) + "/runs/" + key.substring(hash + 1);
      }
      default -> null;
    };
  }

  private static List<Change> changes(@Nullable Object before, @Nullable Object after) {
    Map<?, ?> old = before instanceof Map<?, ?> map ? map : Map.of();
    Map<?, ?> now = after instanceof Map<?, ?> map ? map : Map.of();
    Set<String> names = new TreeSet<>();
    old.keySet().forEach(name -> names.add(String.valueOf(name)));
    now.keySet().forEach(name -> names.add(String.valueOf(name)));
    List<Change> changes = new ArrayList<>();
    for (String name : names) {
      if (!Objects.equals(old.get(name), now.get(name))) {
        changes.add(new Change(name, text(old.get(name)), text(now.get(name))));
      }
    }
    return changes;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
