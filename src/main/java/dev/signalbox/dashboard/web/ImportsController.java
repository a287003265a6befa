package dev.signalbox.dashboard.web;

import dev.signalbox.access.Caller;
import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.dashboard.ImportRow;
import dev.signalbox.importer.ImportReport;
import dev.signalbox.importer.ImportReport.Outcome;
import dev.signalbox.importer.ImportSummary;
import dev.signalbox.importer.Importer;
import dev.signalbox.importer.ImporterSettings;
import dev.signalbox.importer.Submission;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Plan documents in: first what would change, then the choices it needs, then the change. */
@Controller
@RequestMapping("/projects/{project}/imports")
class ImportsController {

  private static final int LISTED = 20;
  private static final int MEGABYTE = 1 << 20;

  private final Importer importer;
  private final ImporterSettings settings;

  ImportsController(Importer importer, ImporterSettings settings) {
    this.importer = importer;
    this.settings = settings;
  }

  @GetMapping
  @Requires(Permission.VIEW_PROJECT)
  String imports(@PathVariable ProjectKey project, Caller caller, Model model) {
    return show(project, caller, List.of(), null, null, model);
  }

  @GetMapping("/{id}")
  @Requires(Permission.VIEW_PROJECT)
  String report(
      @PathVariable ProjectKey project, @PathVariable long id, Caller caller, Model model) {
    ImportReport report =
        importer
            .report(project, id)
            .orElseThrow(
                () ->
                    new ProblemException(ProblemType.NOT_FOUND, "There is no import " + id + "."));
    return show(project, caller, List.of(report), null, null, model);
  }

  @PostMapping
  @Requires(Permission.EDIT_PLAN)
  String upload(
      @PathVariable ProjectKey project,
      @RequestParam("document") List<MultipartFile> files,
      @RequestParam(defaultValue = "preview") String mode,
      @RequestParam(defaultValue = "") String sprint,
      Caller caller,
      Model model)
      throws IOException {
    Uploaded uploaded = Uploaded.of(files, sprint);
    Submission submission = uploaded.submission();
    ImportSummary summary =
        mode.equals("apply")
            ? importer.apply(project, submission, caller.actor())
            : importer.dryRun(project, submission);
    return show(project, caller, summary.reports(), summary, uploaded, model);
  }

  @PostMapping("/confirmed")
  @Requires(Permission.EDIT_PLAN)
  String confirmed(
      @PathVariable ProjectKey project,
      @RequestParam MultiValueMap<String, String> form,
      Caller caller,
      Model model) {
    Uploaded uploaded = Uploaded.carried(form);
    Submission submission = uploaded.submission().with(Uploaded.consent(form));
    ImportSummary summary = importer.apply(project, submission, caller.actor());
    return show(project, caller, summary.reports(), summary, uploaded, model);
  }

  private String show(
      ProjectKey project,
      Caller caller,
      List<ImportReport> reports,
      @Nullable ImportSummary summary,
      @Nullable Uploaded uploaded,
      Model model) {
    Outcome outcome =
        summary != null
            ? summary.outcome()
            : reports.isEmpty() ? null : reports.getFirst().outcome();
    boolean open = outcome == Outcome.PREVIEW || outcome == Outcome.NEEDS_CHOICE;
    boolean carried = open && uploaded != null && uploaded.canBeCarried();
    model.addAttribute("project", project.value());
    model.addAttribute("mayImport", caller.may(Permission.EDIT_PLAN, project.value()));
    model.addAttribute("megabytes", Math.max(1, settings.maxBytes() / MEGABYTE));
    model.addAttribute("reports", reports);
    model.addAttribute("outcome", outcome);
    model.addAttribute("summary", summary);
    model.addAttribute("unread", reports.stream().mapToInt(r -> r.counts().unread()).sum());
    model.addAttribute("carried", carried ? uploaded : null);
    model.addAttribute("tooLargeToKeep", open && uploaded != null && !carried);
    model.addAttribute(
        "imports",
        importer.imports(project, null, LISTED).items().stream().map(ImportRow::of).toList());
    return "imports";
  }
}
