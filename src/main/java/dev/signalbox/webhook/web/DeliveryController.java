package dev.signalbox.webhook.web;

import dev.signalbox.access.Caller;
import dev.signalbox.access.Permission;
import dev.signalbox.access.Requires;
import dev.signalbox.plan.ProjectKey;
import dev.signalbox.webhook.Deliveries;
import dev.signalbox.webhook.DeliveryDetail;
import dev.signalbox.webhook.DeliveryView;
import dev.signalbox.wire.Cursor;
import dev.signalbox.wire.Limit;
import dev.signalbox.wire.Page;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What was delivered to the hooks of a project. */
@RestController
@RequestMapping("/api/v1/projects/{project}/deliveries")
@Tag(name = "Deliveries")
class DeliveryController {

  private final Deliveries deliveries;

  DeliveryController(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  @GetMapping
  @Requires(Permission.VIEW_PROJECT)
  @Operation(summary = "List deliveries, newest first, without their bodies")
  Page<DeliveryView> list(
      @PathVariable ProjectKey project,
      @RequestParam(required = false) @Nullable String source,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    int size = Limit.of(limit).value();
    String list = "deliveries/" + project + "/" + (source == null ? "" : source);
    long before = cursor == null ? Long.MAX_VALUE : Cursor.decodeNumber(list, cursor);
    List<DeliveryView> found = deliveries.list(project, source, before, size + 1);
    return Pages.of(found, size, last -> Cursor.encode(list, List.of(Long.toString(last.id()))));
  }

  @GetMapping("/{delivery}")
  @Requires(Permission.MANAGE_SOURCE)
  @Operation(summary = "Read a delivery with its body")
  DeliveryDetail read(@PathVariable ProjectKey project, @PathVariable long delivery) {
    return deliveries.find(project, delivery).orElseThrow(DeliveryController::none);
  }

  @PostMapping("/{delivery}/replay")
  @Requires(Permission.MANAGE_SOURCE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Apply a settled delivery again; a result counts once all the same")
  void replay(@PathVariable ProjectKey project, @PathVariable long delivery, Caller caller) {
    if (!deliveries.replay(project, delivery, caller.actor())) {
      if (deliveries.find(project, delivery).isEmpty()) {
        throw none();
      }
      throw new ProblemException(
          ProblemType.CONFLICT, "The delivery is not settled yet; it will be applied soon.");
    }
  }

  private static ProblemException none() {
    return new ProblemException(ProblemType.NOT_FOUND, "This project has no such delivery.");
  }
}
