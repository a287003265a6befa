package dev.signalbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;

/** What happens at the gate of the story, step by step. */
record GateSteps(String project, String approver) {

  void defineGate(Api api) {
    Api.Answer made =
        api.post(
            "/api/v1/projects/" + project + "/gates",
            """
            {"key": "release", "name": "Release", "scope": {"tasks": ["DEVOPS-OBS-51-001", "DEVOPS-OBS-52-001"]},
             "requirements": [{"kind": "tasks-done"}, {"kind": "nothing-blocked"},
               {"kind": "job-passed", "job": "load"}, {"kind": "job-passed", "job": "determinism"},
               {"kind": "approvals", "count": 1}]}
            """);
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
  }

  void gateNamesExactlyWhatIsMissing(Api api, String job) {
    JsonNode gate = api.get("/api/v1/projects/" + project + "/gates/release").json();
    assertThat(gate.get("verdict").asString()).isEqualTo("CLOSED");
    assertThat(
            gate.get("requirements")
                .valueStream()
                .filter(r -> !r.get("standing").asString().equals("SATISFIED")))
        .hasSize(2)
        .anySatisfy(r -> assertThat(r.toString()).contains(job).contains("MISSING"));
  }

  void onlyTheApprovalIsMissing(Api api) {
    JsonNode gate = api.get("/api/v1/projects/" + project + "/gates/release").json();
    assertThat(
            gate.get("requirements")
                .valueStream()
                .filter(r -> !r.get("standing").asString().equals("SATISFIED")))
        .singleElement()
        .satisfies(r -> assertThat(r.get("kind").asString()).isEqualTo("approvals"))
        .satisfies(r -> assertThat(r.get("whoCanResolve").toString()).contains(approver));
  }

  void asksForADecision(Api ann) {
    Api.Answer asked = ann.post("/api/v1/projects/" + project + "/gates/release/requests", "{}");
    assertThat(asked.status()).as(asked.toString()).isBetween(200, 201);
  }

  void approvalOpensTheGate(Api rob) {
    Api.Answer approved = approve(rob);
    assertThat(approved.status()).as(approved.toString()).isBetween(200, 201);
    assertThat(
            rob.get("/api/v1/projects/" + project + "/gates/release")
                .json()
                .get("verdict")
                .asString())
        .isEqualTo("OPEN");
    problem(approve(rob), 409, "conflict");
  }

  void decisionRecordShowsWhoAndOnWhat(Api rob, Visitor ann) {
    JsonNode newest =
        rob.get("/api/v1/projects/" + project + "/gates/release/decisions")
            .json()
            .get("items")
            .get(0);
    String number = newest.get("number").asString();
    JsonNode decision =
        rob.get("/api/v1/projects/" + project + "/gates/release/decisions/" + number).json();
    assertThat(decision.get("verdict").asString()).isEqualTo("OPEN");
    assertThat(decision.get("digestMatches").asBoolean()).isTrue();
    assertThat(decision.get("inputs").asString()).contains(approver, "DEVOPS-OBS-51-001", "load");
    String page = ann.page("/projects/" + project + "/gates/release/decisions/" + number);
    assertThat(page).contains(decision.get("decisionDigest").asString(), approver);
    assertThat(ann.page("/projects/" + project + "/release")).contains("Yes: every gate is open.");
  }

  void aChangeMakesTheApprovalStale(Api ann, Api rob) {
    Api.Answer task = ann.get("/api/v1/projects/" + project + "/tasks/DEVOPS-OBS-52-001");
    Api.Answer reopened =
        ann.post(
            "/api/v1/projects/" + project + "/tasks/DEVOPS-OBS-52-001/reopen",
            "{}",
            "If-Match",
            task.header("etag"));
    assertThat(reopened.status()).as(reopened.toString()).isEqualTo(200);
    JsonNode gate = rob.get("/api/v1/projects/" + project + "/gates/release").json();
    assertThat(gate.get("verdict").asString()).isEqualTo("CLOSED");
    assertThat(gate.get("approvals").get(0).get("stale").asBoolean()).isTrue();
    assertThat(gate.get("approvals").get(0).get("difference").toString())
        .contains("DEVOPS-OBS-52-001");
  }

  void aTaskThatWasDoneOnceMoreNeedsAnotherApproval(Api ann, Api rob) {
    String path = "/api/v1/projects/" + project + "/tasks/DEVOPS-OBS-52-001";
    Api.Answer finished =
        ann.post(path + "/finish", "{}", "If-Match", ann.get(path).header("etag"));
    assertThat(finished.status()).as(finished.toString()).isEqualTo(200);
    JsonNode gate = rob.get("/api/v1/projects/" + project + "/gates/release").json();
    assertThat(gate.get("verdict").asString()).isEqualTo("CLOSED");
    assertThat(gate.get("approvals").get(0).get("stale").asBoolean()).isTrue();
  }

  Api.Answer approve(Api api) {
    String digest =
        api.get("/api/v1/projects/" + project + "/gates/release")
            .json()
            .get("subjectDigest")
            .asString();
    return api.post(
        "/api/v1/projects/" + project + "/gates/release/approvals",
        "{\"comment\": \"looks right\"}",
        "If-Match",
        "\"" + digest + "\"");
  }

  static void problem(Api.Answer answer, int status, String slug) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.header("content-type")).startsWith("application/problem+json");
    assertThat(answer.json().get("type").asString()).isEqualTo("urn:signalbox:problem:" + slug);
    assertThat(answer.response().body().getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .isNotEmpty();
  }
}
