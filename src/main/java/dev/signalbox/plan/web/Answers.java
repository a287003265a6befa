package dev.signalbox.plan.web;

import dev.signalbox.plan.PlanVerdict;
import dev.signalbox.wire.EntityTag;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.UriComponentsBuilder;

/** Turns verdicts of the plan into answers. */
final class Answers {

  /**
   * What a changed object is now.
   *
   * @param version also in the ETag; send it as If-Match with the next edit
   * @param planVersion null if nothing changed
   */
  record ChangeResponse(String key, long version, @Nullable Long planVersion) {}

  private Answers() {}

  /** 200 with the new ETag, or the problem. */
  static ResponseEntity<ChangeResponse> changed(PlanVerdict verdict) {
    ChangeResponse body = body(verdict);
    return ResponseEntity.ok().eTag(EntityTag.of(body.version())).body(body);
  }

  /** 201 with Location and ETag, or the problem; {@code path} ends in a variable for the key. */
  static ResponseEntity<ChangeResponse> created(
      PlanVerdict verdict, String path, Object... variables) {
    ChangeResponse body = body(verdict);
    URI location = UriComponentsBuilder.fromPath(path).encode().buildAndExpand(variables).toUri();
    return ResponseEntity.created(location).eTag(EntityTag.of(body.version())).body(body);
  }

  /** 200; the present has an ETag, and the past has none, because nobody can edit it. */
  static <T> ResponseEntity<T> read(T view, @Nullable Instant at, long version) {
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
    return (at == null ? answer.eTag(EntityTag.of(version)) : answer).body(view);
  }

  /** 404 for an address that names nothing. */
  static ProblemException notThere(String what) {
    return new ProblemException(ProblemType.NOT_FOUND, "There is no " + what + " here.");
  }

  private static ChangeResponse body(PlanVerdict verdict) {
    return switch (verdict) {
      case PlanVerdict.Changed changed ->
          new ChangeResponse(changed.key(), changed.version(), changed.planVersion());
      case PlanVerdict.Unchanged same -> new ChangeResponse(same.key(), same.version(), null);
      case PlanVerdict.Refused refused -> throw refused(refused.reasons());
      case PlanVerdict.Cycle cycle ->
          throw new ProblemException(
                  ProblemType.CYCLE,
                  "It would close the circle " + String.join(" -> ", cycle.path()) + ".")
              .with("path", cycle.path());
      case PlanVerdict.Exists exists ->
          throw new ProblemException(
              ProblemType.ALREADY_EXISTS,
              "There is one with the key " + exists.key() + " already.");
      case PlanVerdict.Stale stale ->
          throw new ProblemException(
                  ProblemType.PRECONDITION_FAILED,
                  "Somebody changed it: read it again, then send your change with its ETag.")
              .with("present", EntityTag.of(stale.present()));
      case PlanVerdict.NotThere missing ->
          throw new ProblemException(
              ProblemType.NOT_FOUND, "There is no " + missing.key() + " here.");
    };
  }

  private static ProblemException refused(List<String> reasons) {
    return new ProblemException(ProblemType.CONFLICT, String.join(" ", reasons))
        .with("reasons", reasons);
  }
}
