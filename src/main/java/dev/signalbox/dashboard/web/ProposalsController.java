package dev.signalbox.dashboard.web;

import dev.signalbox.access.Caller;
import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.dashboard.EntryRow;
import dev.signalbox.dashboard.ProposalRow;
import dev.signalbox.graph.Graphs;
import dev.signalbox.plan.BlockerClass;
import dev.signalbox.plan.PlanBook;
import dev.signalbox.plan.PlanVerdict;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.plan.ProposalDesk;
import dev.signalbox.plan.ProposalView;
import dev.signalbox.plan.TargetKey;
import dev.signalbox.plan.TaskCommand;
import dev.signalbox.plan.TaskDesk;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.timeline.TimelineQuery;
import dev.signalbox.timeline.TimelineReader;
import dev.signalbox.wire.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Blockers that were read from prose: a person says of each whether it is so. */
@Controller
@RequestMapping("/projects/{project}/proposals")
class ProposalsController {

  private static final int DECIDED = 30;
  private static final int CHOICES = 500;

  private final PlanBook book;
  private final Graphs graphs;
  private final TaskDesk desk;
  private final ProposalDesk proposals;
  private final TimelineReader timeline;
  private final PastDay days;

  ProposalsController(
      PlanBook book,
      Graphs graphs,
      TaskDesk desk,
      ProposalDesk proposals,
      TimelineReader timeline,
      PastDay days) {
    this.book = book;
    this.graphs = graphs;
    this.desk = desk;
    this.proposals = proposals;
    this.timeline = timeline;
    this.days = days;
  }

  @GetMapping
  @Requires(Permission.VIEW_PROJECT)
  String proposals(
      @PathVariable ProjectKey project,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "0") int decided,
      @RequestParam(required = false) @Nullable String asOf,
      Caller caller,
      Model model) {
    return show(project, asOf, cursor, decided, List.of(), UnaryOperator.identity(), caller, model);
  }

  /**
   * How it is instead; what could not be kept stands in the form again. Of what is awaited only
   * that is said which was typed: the page shows the words of the key that it had.
   */
  @PostMapping("/correct")
  @Requires(Permission.EDIT_PLAN)
  String correct(
      @PathVariable ProjectKey project,
      @RequestParam String choice,
      @RequestParam BlockerClass kind,
      @RequestParam(defaultValue = "") String awaits,
      @RequestParam(defaultValue = "") String artefact,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String shownArtefact,
      @RequestParam(defaultValue = "") String shownFrom,
      @RequestParam(required = false) @Nullable String cursor,
      Caller caller,
      Model model,
      RedirectAttributes redirect) {
    ProposalChoice chosen = ProposalChoice.read(choice);
    List<String> refusals = new ArrayList<>();
    try {
      TargetKey target = awaits.isBlank() ? null : new TargetKey(awaits.strip());
      var correction =
          new ProposalDesk.Correction(
              chosen.blocker(),
              kind,
              target,
              artefact.equals(shownArtefact) ? null : artefact,
              from.equals(shownFrom) ? null : from);
      refusals.addAll(
          Refusals.of(
              proposals.correct(
                  project, chosen.task(), chosen.version(), correction, caller.actor()),
              "task"));
    } catch (IllegalArgumentException refused) {
      refusals.add("The key: " + refused.getMessage() + ".");
    }
    if (refusals.isEmpty()) {
      redirect.addAttribute("decided", 1);
      return "redirect:/projects/{project}/proposals";
    }
    var typed = new ProposalRow.Form(kind, awaits, artefact, from, true);
    List<String> said = refusals.stream().map(why -> chosen.task() + ": " + why).toList();
    return show(
        project,
        null,
        cursor,
        0,
        said,
        row -> row.view().id() == chosen.blocker() ? row.typed(typed) : row,
        caller,
        model);
  }

  /** Several at once by {@code chosen} and {@code word}, or one by its own button. */
  @PostMapping
  @Requires(Permission.EDIT_PLAN)
  String decide(
      @PathVariable ProjectKey project,
      @RequestParam(required = false) @Nullable List<String> chosen,
      @RequestParam(required = false) @Nullable String word,
      @RequestParam(required = false) @Nullable String confirm,
      @RequestParam(required = false) @Nullable String drop,
      @RequestParam(defaultValue = "") String note,
      Caller caller,
      Model model,
      RedirectAttributes redirect) {
    boolean confirms = confirm != null || "confirm".equals(word);
    String only = confirm != null ? confirm : drop;
    List<String> wanted = only != null ? List.of(only) : chosen == null ? List.of() : chosen;
    List<String> refusals = new ArrayList<>();
    int done = 0;
    if (wanted.isEmpty()) {
      refusals.add("Choose at least one proposal.");
    }
    Map<TaskKey, Long> versions = new HashMap<>();
    for (String text : wanted.stream().limit(CHOICES).toList()) {
      ProposalChoice choice = ProposalChoice.read(text);
      TaskCommand command =
          confirms
              ? new TaskCommand.Confirm(choice.blocker())
              : new TaskCommand.Drop(choice.blocker(), note.strip());
      long version = versions.getOrDefault(choice.task(), choice.version());
      PlanVerdict verdict = desk.perform(project, choice.task(), version, command, caller.actor());
      if (verdict instanceof PlanVerdict.Changed changed) {
        versions.put(choice.task(), changed.version());
        done++;
      }
      Refusals.of(verdict, "task").forEach(why -> refusals.add(choice.task() + ": " + why));
    }
    if (refusals.isEmpty()) {
      redirect.addAttribute("decided", done);
      return "redirect:/projects/{project}/proposals";
    }
    return show(project, null, null, done, refusals, UnaryOperator.identity(), caller, model);
  }

  private String show(
      ProjectKey project,
      @Nullable String asOf,
      @Nullable String cursor,
      int decided,
      List<String> refusals,
      UnaryOperator<ProposalRow> asTyped,
      Caller caller,
      Model model) {
    PastDay.Past past = days.read(project, asOf, model);
    Instant at = PastDay.instant(past);
    Page<ProposalView> page = book.proposals(project, at, cursor, Page.DEFAULT_LIMIT);
    model.addAttribute("project", project.value());
    model.addAttribute("proposalCount", ProposalRow.open(graphs.of(project, at)));
    model.addAttribute(
        "proposals", page.items().stream().map(ProposalRow::of).map(asTyped).toList());
    model.addAttribute("kinds", BlockerClass.values());
    model.addAttribute("cursor", cursor);
    model.addAttribute("next", page.next());
    model.addAttribute("decided", decided);
    model.addAttribute("refusals", refusals);
    model.addAttribute(
        "mayEdit", past == null && caller.may(Permission.EDIT_PLAN, project.value()));
    model.addAttribute("decisions", decisions(project, at));
    return "proposals";
  }

  /** What people said lately, up to then. */
  private List<EntryRow> decisions(ProjectKey project, @Nullable Instant until) {
    var query =
        new TimelineQuery(project.value(), "task", null, null, "task.blocker-", null, until);
    return timeline.page(query, null, DECIDED).items().stream().map(EntryRow::of).toList();
  }
}
