package dev.signalbox.dashboard.web;

import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.dashboard.EntryRow;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.timeline.TimelineEntryView;
import dev.signalbox.timeline.TimelineQuery;
import dev.signalbox.timeline.TimelineReader;
import dev.signalbox.wire.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The history of a project as a page. */
@Controller
class HistoryController {

  private static final List<String> TYPES =
      List.of("project", "sprint", "task", "external", "import", "job", "run", "source", "gate");

  private final TimelineReader timeline;

  HistoryController(TimelineReader timeline) {
    this.timeline = timeline;
  }

  @GetMapping("/projects/{project}/timeline")
  @Requires(Permission.VIEW_PROJECT)
  String timeline(
      @PathVariable ProjectKey project,
      @RequestParam(defaultValue = "") String actor,
      @RequestParam(defaultValue = "") String type,
      @RequestParam(defaultValue = "") String key,
      @RequestParam(required = false) @Nullable String cursor,
      Model model) {
    String kind = orNull(type);
    var query =
        new TimelineQuery(
            project.value(),
            kind,
            kind == null ? null : orNull(key),
            orNull(actor),
            null,
            null,
            null);
    Page<TimelineEntryView> page = timeline.page(query, cursor, Page.DEFAULT_LIMIT);
    UriComponentsBuilder self =
        UriComponentsBuilder.fromPath("/projects/" + project + "/timeline")
            .queryParam("actor", actor)
            .queryParam("type", type)
            .queryParam("key", key);
    model.addAttribute("project", project.value());
    model.addAttribute("actor", actor);
    model.addAttribute("type", type);
    model.addAttribute("key", key);
    model.addAttribute("types", TYPES);
    model.addAttribute("self", cursor == null ? self.encode().toUriString() : null);
    model.addAttribute("entries", page.items().stream().map(EntryRow::of).toList());
    model.addAttribute(
        "next",
        page.next() == null ? null : self.queryParam("cursor", page.next()).encode().toUriString());
    return "timeline";
  }

  private static @Nullable String orNull(String typed) {
    return typed.isBlank() ? null : typed.strip();
  }
}
