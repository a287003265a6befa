package dev.signalbox.dashboard.web;

import dev.signalbox.access.Caller;
import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.dashboard.ImportRow;
import dev.signalbox.importer.ImportReport;
import dev.signalbox.importer.Importer;
import dev.signalbox.importer.SubmittedDocument;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import java.io.IOException;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Plan documents in: first what would change, then the change. */
@Controller
@RequestMapping("/projects/{project}/imports")
class ImportsController {

  /** A larger document is not carried along in the page that shows what it would change. */
  private static final int MAX_CARRIED = 1_000_000;

  private static final int LISTED = 20;

  private final Importer importer;

  ImportsController(Importer importer) {
    this.importer = importer;
  }

  @GetMapping
  @Requires(Permission.VIEW_PROJECT)
  String imports(@PathVariable ProjectKey project, Caller caller, Model model) {
    return show(project, caller, null, null, model);
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
    return show(project, caller, report, null, model);
  }

  @PostMapping
  @Requires(Permission.EDIT_PLAN)
  String upload(
      @PathVariable ProjectKey project,
      @RequestParam("document") MultipartFile file,
      @RequestParam(defaultValue = "preview") String mode,
      Caller caller,
      Model model)
      throws IOException {
    byte[] bytes = file.getBytes();
    String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
    SubmittedDocument document = new SubmittedDocument(name, bytes, null);
    if (mode.equals("apply")) {
      return show(project, caller, importer.apply(project, document, caller.actor()), null, model);
    }
    return show(project, caller, importer.dryRun(project, document), bytes, model);
  }

  @PostMapping("/confirmed")
  @Requires(Permission.EDIT_PLAN)
  String confirmed(
      @PathVariable ProjectKey project,
      @RequestParam String name,
      @RequestParam String content,
      Caller caller,
      Model model) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(content);
    } catch (IllegalArgumentException notOurs) {
      throw new ProblemException(
          ProblemType.INVALID_REQUEST, "The document got lost on the way; choose the file again.");
    }
    SubmittedDocument document = new SubmittedDocument(name, bytes, null);
    return show(project, caller, importer.apply(project, document, caller.actor()), null, model);
  }

  private String show(
      ProjectKey project,
      Caller caller,
      @Nullable ImportReport report,
      byte @Nullable [] previewed,
      Model model) {
    boolean applicable = report != null && report.outcome() == ImportReport.Outcome.PREVIEW;
    boolean carried = applicable && previewed != null && previewed.length <= MAX_CARRIED;
    model.addAttribute("project", project.value());
    model.addAttribute("mayImport", caller.may(Permission.EDIT_PLAN, project.value()));
    model.addAttribute("report", report);
    model.addAttribute("carried", carried ? Base64.getEncoder().encodeToString(previewed) : null);
    model.addAttribute("tooLargeToKeep", applicable && !carried);
    model.addAttribute(
        "imports",
        importer.imports(project, null, LISTED).items().stream().map(ImportRow::of).toList());
    return "imports";
  }
}
