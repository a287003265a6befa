package dev.signalbox.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signalbox.validation.JobKey;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class RequirementsTests {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void readsWhatItWrites() {
    List<Requirement> all =
        List.of(
            new TasksDone(null),
            new TasksDone(new Scope.OfSprint("505")),
            new NothingBlocked(new Scope.OfTasks(List.of("T-1", "T-2"))),
            new NothingBlocked(new Scope.Everything()),
            new JobPassed(new JobKey("smoke"), Duration.ofDays(7)),
            new JobPassed(new JobKey("smoke"), null),
            new Approvals(2));
    assertThat(Requirements.read(all.stream().map(Requirement::document).toList())).isEqualTo(all);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"kind":"tasks-done","sprint":5}                       | requirements[0].sprint
          {"kind":"tasks-done","sprint":"5","all":true}          | requirements[0]
          {"kind":"tasks-done","all":false}                      | requirements[0].all
          {"kind":"tasks-done","tasks":[]}                       | requirements[0].tasks
          {"kind":"tasks-done","tasks":["A",""]}                 | requirements[0].tasks[1]
          {"kind":"tasks-done","tasks":["A\\u0000"]}             | requirements[0].tasks[0]
          {"kind":"tasks-done","sprnt":"5"}                      | requirements[0].sprnt
          {"kind":"job-passed"}                                  | requirements[0].job
          {"kind":"job-passed","job":"No Job"}                   | requirements[0].job
          {"kind":"job-passed","job":"smoke","maxAge":"7 days"}  | requirements[0].maxAge
          {"kind":"job-passed","job":"smoke","maxAge":null}      | requirements[0].maxAge
          {"kind":"job-passed","job":"smoke","maxAge":"PT0S"}    | requirements[0]
          {"kind":"job-passed","job":"smoke","maxAge":"-P1D"}    | requirements[0]
          {"kind":"approvals"}                                   | requirements[0].count
          {"kind":"approvals","count":0}                         | requirements[0]
          {"kind":"approvals","count":1.5}                       | requirements[0].count
          {"kind":"approvals","count":11}                        | requirements[0]
          {"kind":"approvals","count":1,"by":"me"}               | requirements[0].by
          {"kind":"moon-phase"}                                  | requirements[0].kind
          {"count":1}                                            | requirements[0].kind
          """)
  void refusesWhatItDoesNotUnderstandAndSaysWhere(String json, String place) {
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> Requirements.read(List.of(map(json))))
        .satisfies(e -> assertThat(e.place()).isEqualTo(place));
  }

  @Test
  void refusesNullAndTooMany() {
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> Requirements.read(Collections.singletonList(null)));
    Map<String, Object> one = new Approvals(1).document();
    assertThat(Requirements.read(Collections.nCopies(Requirements.MAX, one))).hasSize(20);
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> Requirements.read(Collections.nCopies(Requirements.MAX + 1, one)));
  }

  @Test
  void keepsAGateClosedOverAStoredRequirementThatItCannotRead() {
    assertThat(Requirements.readStored(List.of(Map.of("kind", "moon-phase"))))
        .singleElement()
        .isInstanceOf(Unreadable.class);
  }

  @Test
  void doesNotLetAnyoneDefineAnUnreadableRequirement() {
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> Requirements.read(List.of(new Unreadable("so").document())));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(String json) {
    return JSON.readValue(json, Map.class);
  }
}
