package dev.signalbox.dashboard.web;

import dev.signalbox.access.Caller;
import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.dashboard.DeliveryRow;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.webhook.Deliveries;
import dev.signalbox.webhook.DeliveryView;
import dev.signalbox.webhook.Sources;
import dev.signalbox.wire.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What CI sent, and what came of it. Bodies are for administrators, over the API. */
@Controller
class DeliveriesController {

  private final Deliveries deliveries;
  private final Sources sources;

  DeliveriesController(Deliveries deliveries, Sources sources) {
    this.deliveries = deliveries;
    this.sources = sources;
  }

  @GetMapping("/projects/{project}/deliveries")
  @Requires(Permission.VIEW_PROJECT)
  String deliveries(
      @PathVariable ProjectKey project,
      @RequestParam(defaultValue = "9223372036854775807") long before,
      Caller caller,
      Model model) {
    List<DeliveryView> page = deliveries.list(project, null, before, Page.DEFAULT_LIMIT);
    String self = "/projects/" + project + "/deliveries";
    model.addAttribute("project", project.value());
    model.addAttribute("self", before == Long.MAX_VALUE ? self : null);
    model.addAttribute("mayManage", caller.may(Permission.MANAGE_SOURCE, project.value()));
    model.addAttribute("sources", sources.list(project, "", Page.MAX_LIMIT));
    model.addAttribute("deliveries", page.stream().map(DeliveryRow::of).toList());
    model.addAttribute("older", older(self, page));
    return "deliveries";
  }

  private static @Nullable String older(String self, List<DeliveryView> page) {
    return page.size() < Page.DEFAULT_LIMIT ? null : self + "?before=" + page.getLast().id();
  }
}
