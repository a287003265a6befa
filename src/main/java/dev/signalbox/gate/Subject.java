package dev.signalbox.gate;

import dev.signalbox.gate.GateFacts.JobFact;
import dev.signalbox.gate.GateFacts.RequestFact;
import dev.signalbox.gate.GateFacts.RunFact;
import dev.signalbox.gate.GateFacts.TaskFact;
import dev.signalbox.gate.digest.CanonicalJson;
import dev.signalbox.gate.digest.Digests;
import dev.signalbox.timeline.Actor;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an approval is about: every input of a decision but the approvals themselves, and its
 * digest. Two subjects are the same exactly if their digests are.
 *
 * @param document the inputs, ready for canonical JSON
 * @param text the canonical JSON that the digest is over
 */
record Subject(Map<String, ? extends @Nullable Object> document, String text, String digest) {

  static Subject of(GatePolicy policy, GateFacts facts) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("project", policy.project().value());
    document.put("gate", policy.key().value());
    document.put("policyVersion", policy.policyVersion());
    document.put("scope", policy.scope().document());
    document.put(
        "requirements", policy.requirements().stream().map(Requirement::document).toList());
    document.put("requester", requester(facts.request()));
    document.put("tasks", tasks(facts.tasks()));
    document.put(
        "runs",
        facts.jobs().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(job -> run(job.getKey(), job.getValue()))
            .toList());
    String text = CanonicalJson.write(document);
    return new Subject(document, text, Digests.of(text));
  }

  private static @Nullable Map<String, Object> requester(@Nullable RequestFact request) {
    if (request == null) {
      return null;
    }
    Actor requester = request.requester();
    return Map.of("kind", requester.kind().name(), "name", requester.name());
  }

  private static List<Map<String, String>> tasks(List<TaskFact> tasks) {
    return tasks.stream()
        .sorted(Comparator.comparing(TaskFact::key))
        .map(
            task ->
                Map.of(
                    "key", task.key(),
                    "declared", task.declared().name(),
                    "derived", task.derived().name(),
                    "version", Long.toString(task.version())))
        .toList();
  }

  private static Map<String, @Nullable Object> run(String job, JobFact fact) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("job", job);
    members.put("exists", fact.exists());
    RunFact run = fact.newest();
    if (run != null) {
      members.put("run", run.number());
      members.put("attempt", run.attempt().toString());
      members.put("attemptNumber", run.attemptNumber());
      members.put("outcome", text(run.outcome()));
      members.put("finishedAt", text(run.finishedAt()));
      members.put("freshness", text(run.freshness()));
    }
    return members;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
