package dev.signalbox.webhook.apply;

import dev.signalbox.report.Outcome;
import dev.signalbox.validation.ReportedResult;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The {@code workflow_run} event of GitHub, Gitea and Forgejo. It carries no inputs of the run, so
 * the attempt is found where a workflow can show it: in the title or the name. Of other runs than
 * dispatched ones strangers write the title, so those are never believed.
 */
final class WorkflowRun {

  private static final Pattern UUID_FORM =
      Pattern.compile(
          "(?<![0-9a-fA-F-])[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?![0-9a-fA-F-])");
  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,59}");
  private static final Set<String> DISPATCHED = Set.of("workflow_dispatch", "repository_dispatch");
  private static final int MAX_URL = 2_000;

  private WorkflowRun() {}

  static Reading read(JsonNode document, String origin) {
    JsonNode run = document.path("workflow_run");
    if (!run.isObject()) {
      return new Reading.Unreadable("workflow_run is missing");
    }
    Optional<UUID> attempt = attempt(document, run);
    if (attempt.isEmpty()) {
      return new Reading.Unwanted("the run names no attempt of ours");
    }
    if (!DISPATCHED.contains(text(run, "event"))) {
      return new Reading.Unwanted("the run was not dispatched");
    }
    boolean completed =
        text(run, "status").equals("completed") || text(document, "action").equals("completed");
    Ending ending = completed ? ending(text(run, "conclusion")) : new Ending(null, null);
    JsonNode id = run.path("id");
    return new Reading.Result(
        new ReportedResult(
            attempt.get(),
            ending.outcome,
            ending.error,
            List.of(),
            null,
            id.isIntegralNumber() ? id.asString() : null,
            webAddress(text(run, "html_url")),
            origin));
  }

  /** Anything that is not plainly a pass, a failure or a cancellation was not evaluated. */
  private static Ending ending(String conclusion) {
    return switch (conclusion.toLowerCase(Locale.ROOT)) {
      case "success" -> new Ending(Outcome.PASSED, null);
      case "failure" -> new Ending(Outcome.FAILED, null);
      case "cancelled", "canceled" -> new Ending(Outcome.CANCELLED, null);
      case "timed_out" -> new Ending(Outcome.ERRORED, "TIMEOUT");
      default -> {
        String code = conclusion.toUpperCase(Locale.ROOT);
        yield new Ending(
            Outcome.ERRORED, CODE.matcher(code).matches() ? code : "UNKNOWN_CONCLUSION");
      }
    };
  }

  private static Optional<UUID> attempt(JsonNode document, JsonNode run) {
    Stream<String> inputs =
        Stream.of(document.path("inputs"), run.path("inputs"))
            .flatMap(values -> values.properties().stream())
            .map(entry -> entry.getValue().asString(""));
    Stream<String> texts = Stream.of(text(run, "display_title"), text(run, "name"));
    return Stream.concat(inputs, texts)
        .map(UUID_FORM::matcher)
        .filter(Matcher::find)
        .map(found -> UUID.fromString(found.group()))
        .findFirst();
  }

  private static @Nullable String webAddress(String url) {
    try {
      String scheme = URI.create(url).getScheme();
      boolean web = "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
      return web && url.length() <= MAX_URL ? url : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static String text(JsonNode object, String name) {
    JsonNode value = object.path(name);
    return value.isString() ? value.asString() : "";
  }

  private record Ending(@Nullable Outcome outcome, @Nullable String error) {}
}
