package dev.signalbox.webhook.web;

import dev.signalbox.access.Caller;
import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.webhook.Deliveries;
import dev.signalbox.webhook.Dialect;
import dev.signalbox.webhook.NewSecret;
import dev.signalbox.webhook.NewSource;
import dev.signalbox.webhook.RefusalView;
import dev.signalbox.webhook.SourceView;
import dev.signalbox.webhook.Sources;
import dev.signalbox.wire.Cursor;
import dev.signalbox.wire.EntityTag;
import dev.signalbox.wire.Limit;
import dev.signalbox.wire.Page;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sources of a project, for its administrators. */
@RestController
@RequestMapping("/api/v1/projects/{project}/sources")
@Tag(name = "Sources")
class SourceController {

  private final Sources sources;
  private final Deliveries deliveries;

  SourceController(Sources sources, Deliveries deliveries) {
    this.sources = sources;
    this.deliveries = deliveries;
  }

  @GetMapping
  @Requires(Permission.MANAGE_SOURCE)
  @Operation(summary = "List the sources")
  Page<SourceView> list(
      @PathVariable ProjectKey project,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    int size = Limit.of(limit).value();
    String list = "sources/" + project;
    String after = cursor == null ? "" : Cursor.decode(list, cursor, 1).getFirst();
    List<SourceView> found = sources.list(project, after, size + 1);
    return Pages.of(found, size, last -> Cursor.encode(list, List.of(last.name())));
  }

  @PostMapping
  @Requires(Permission.MANAGE_SOURCE)
  @Operation(summary = "Make a source; its secret is shown only in this answer")
  ResponseEntity<NewSource> create(
      @PathVariable ProjectKey project, @Valid @RequestBody NewSourceRequest asked, Caller caller) {
    NewSource made = sources.create(project, asked.name(), asked.dialect(), caller.actor());
    return ResponseEntity.created(
            URI.create("/api/v1/projects/" + project + "/sources/" + made.id()))
        .eTag(EntityTag.of(1))
        .body(made);
  }

  @GetMapping("/{source}")
  @Requires(Permission.MANAGE_SOURCE)
  @Operation(summary = "Read a source")
  ResponseEntity<SourceView> read(@PathVariable ProjectKey project, @PathVariable String source) {
    SourceView view = sources.find(project, source).orElseThrow(SourceController::none);
    return ResponseEntity.ok().eTag(EntityTag.of(view.version())).body(view);
  }

  @GetMapping("/{source}/refusals")
  @Requires(Permission.MANAGE_SOURCE)
  @Operation(summary = "See why deliveries were turned away")
  Page<RefusalView> refusals(@PathVariable ProjectKey project, @PathVariable String source) {
    if (sources.find(project, source).isEmpty()) {
      throw none();
    }
    return new Page<>(deliveries.refusals(project, source), null);
  }

  @PostMapping("/{source}/secrets")
  @Requires(Permission.MANAGE_SOURCE)
  @Operation(summary = "Make the next secret; both count until it is promoted")
  ResponseEntity<NewSecret> prepare(
      @PathVariable ProjectKey project,
      @PathVariable String source,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      Caller caller) {
    long version = EntityTag.version(ifMatch);
    NewSecret made = sources.prepareSecret(project, source, version, caller.actor());
    return ResponseEntity.created(URI.create("/api/v1/projects/" + project + "/sources/" + source))
        .eTag(EntityTag.of(made.version()))
        .body(made);
  }

  @PostMapping("/{source}/secrets/promote")
  @Requires(Permission.MANAGE_SOURCE)
  @Operation(summary = "Make the next secret current; the old one counts during the overlap")
  ResponseEntity<SourceView> promote(
      @PathVariable ProjectKey project,
      @PathVariable String source,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @Valid @RequestBody PromoteRequest asked,
      Caller caller) {
    long version = EntityTag.version(ifMatch);
    sources.promoteSecret(project, source, version, asked.overlap(), caller.actor());
    return read(project, source);
  }

  @PostMapping("/{source}/disable")
  @Requires(Permission.MANAGE_SOURCE)
  @Operation(summary = "Switch a source off; calls to it find nothing")
  ResponseEntity<SourceView> disable(
      @PathVariable ProjectKey project,
      @PathVariable String source,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      Caller caller) {
    return enable(project, source, ifMatch, false, caller);
  }

  @PostMapping("/{source}/enable")
  @Requires(Permission.MANAGE_SOURCE)
  @Operation(summary = "Switch a source on again")
  ResponseEntity<SourceView> enable(
      @PathVariable ProjectKey project,
      @PathVariable String source,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      Caller caller) {
    return enable(project, source, ifMatch, true, caller);
  }

  private ResponseEntity<SourceView> enable(
      ProjectKey project, String source, @Nullable String ifMatch, boolean on, Caller caller) {
    sources.enable(project, source, EntityTag.version(ifMatch), on, caller.actor());
    return read(project, source);
  }

  private static ProblemException none() {
    return new ProblemException(ProblemType.NOT_FOUND, "This project has no such source.");
  }

  /** Asks for a source. */
  record NewSourceRequest(@NotNull @Size(max = 60) String name, @NotNull Dialect dialect) {}

  /** Asks for the change of secrets; {@code overlap} such as {@code PT24H}. */
  record PromoteRequest(@NotNull Duration overlap) {}
}
