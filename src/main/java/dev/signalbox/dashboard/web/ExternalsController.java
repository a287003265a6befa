package dev.signalbox.dashboard.web;

import dev.signalbox.access.Caller;
import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.dashboard.ExternalPages;
import dev.signalbox.plan.EvidenceKind;
import dev.signalbox.plan.ExternalDesk;
import dev.signalbox.plan.ExternalKind;
import dev.signalbox.plan.ExternalLines;
import dev.signalbox.plan.ExternalView;
import dev.signalbox.plan.PlanVerdict;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.StatedEvidence;
import dev.signalbox.plan.TargetKey;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What lies outside the plan: who owes it, what waits for it, and by what it is there. */
@Controller
@RequestMapping("/projects/{project}/externals")
class ExternalsController {

  private static final String BACK = "redirect:/projects/{project}/externals/{external}";

  private final ExternalPages pages;
  private final ExternalDesk desk;
  private final PastDay days;

  ExternalsController(ExternalPages pages, ExternalDesk desk, PastDay days) {
    this.pages = pages;
    this.desk = desk;
    this.days = days;
  }

  @GetMapping
  @Requires(Permission.VIEW_PROJECT)
  String externals(
      @PathVariable ProjectKey project,
      @RequestParam(defaultValue = "open") String show,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable String asOf,
      Model model) {
    PastDay.Past past = days.read(project, asOf, model);
    Boolean closed =
        switch (show) {
          case "closed" -> Boolean.TRUE;
          case "all" -> null;
          default -> Boolean.FALSE;
        };
    ExternalPages.Rows rows = pages.rows(project, PastDay.instant(past), closed, cursor);
    model.addAttribute("project", project.value());
    model.addAttribute("proposalCount", rows.proposals());
    model.addAttribute("rows", rows.rows());
    model.addAttribute("next", rows.next());
    model.addAttribute("show", closed == null ? "all" : closed ? "closed" : "open");
    model.addAttribute("shows", List.of("open", "closed", "all"));
    return "externals";
  }

  @GetMapping("/{external}")
  @Requires(Permission.VIEW_PROJECT)
  String external(
      @PathVariable ProjectKey project,
      @PathVariable TargetKey external,
      @RequestParam(required = false) @Nullable String asOf,
      Caller caller,
      Model model) {
    return show(project, external, asOf, List.of(), caller, model);
  }

  @PostMapping("/{external}/edit")
  @Requires(Permission.EDIT_PLAN)
  String edit(
      @PathVariable ProjectKey project,
      @PathVariable TargetKey external,
      @RequestParam long version,
      @RequestParam ExternalKind kind,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String owner,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate expectedOn,
      Caller caller,
      Model model) {
    var lines = new ExternalLines(kind, text, owner, expectedOn);
    PlanVerdict verdict = desk.edit(project, external, version, lines, caller.actor());
    List<String> refusals = Refusals.of(verdict, "external item");
    if (refusals.isEmpty()) {
      return BACK;
    }
    String page = show(project, external, null, refusals, caller, model);
    model.addAttribute("typed", lines);
    return page;
  }

  @PostMapping("/{external}/close")
  @Requires(Permission.EDIT_PLAN)
  String close(
      @PathVariable ProjectKey project,
      @PathVariable TargetKey external,
      @RequestParam long version,
      @RequestParam EvidenceKind kind,
      @RequestParam(defaultValue = "") String link,
      @RequestParam(defaultValue = "") String digest,
      @RequestParam(defaultValue = "") String note,
      Caller caller,
      Model model) {
    var evidence = new StatedEvidence(kind, link, digest, note);
    return answer(
        project,
        external,
        desk.close(project, external, version, evidence, caller.actor()),
        caller,
        model);
  }

  @PostMapping("/{external}/revoke")
  @Requires(Permission.EDIT_PLAN)
  String revoke(
      @PathVariable ProjectKey project,
      @PathVariable TargetKey external,
      @RequestParam long version,
      @RequestParam(defaultValue = "") String reason,
      Caller caller,
      Model model) {
    return answer(
        project,
        external,
        desk.revoke(project, external, version, reason, caller.actor()),
        caller,
        model);
  }

  private String answer(
      ProjectKey project, TargetKey external, PlanVerdict verdict, Caller caller, Model model) {
    List<String> refusals = Refusals.of(verdict, "external item");
    return refusals.isEmpty() ? BACK : show(project, external, null, refusals, caller, model);
  }

  private String show(
      ProjectKey project,
      TargetKey key,
      @Nullable String asOf,
      List<String> refusals,
      Caller caller,
      Model model) {
    PastDay.Past past = days.read(project, asOf, model);
    ExternalPages.Item item =
        pages
            .item(project, PastDay.instant(past), key)
            .orElseThrow(() -> Refusals.notThere("external item", key.value()));
    model.addAttribute("project", project.value());
    model.addAttribute("proposalCount", item.proposals());
    model.addAttribute("item", item);
    model.addAttribute("refusals", refusals);
    model.addAttribute(
        "mayEdit", past == null && caller.may(Permission.EDIT_PLAN, project.value()));
    ExternalView view = item.row().view();
    model.addAttribute(
        "typed", new ExternalLines(view.kind(), view.text(), view.owner(), view.expectedOn()));
    model.addAttribute("kinds", ExternalKind.values());
    model.addAttribute("evidenceKinds", EvidenceKind.values());
    return "external";
  }
}
