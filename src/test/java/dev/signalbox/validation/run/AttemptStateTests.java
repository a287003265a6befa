package dev.signalbox.validation.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.validation.run.AttemptState.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AttemptStateTests {

  private static final int ROUNDS = 20_000;

  /** The whole table, written a second time: a changed edge has to be changed here too. */
  private static final String EDGES =
      """
      PENDING:     CLAIMED>DISPATCHING ALIVE>RUNNING
      DISPATCHING: TAKEN>DISPATCHED POSTPONED>PENDING AMBIGUOUS>UNKNOWN ALIVE>RUNNING
      DISPATCHED:  ALIVE>RUNNING
      UNKNOWN:     TAKEN>DISPATCHED ALIVE>RUNNING ABSENT>PENDING
      RUNNING:
      """;

  @Test
  void hasExactlyTheseEdges() {
    List<String> expected = new ArrayList<>();
    for (String line : EDGES.lines().toList()) {
      String from = line.substring(0, line.indexOf(':'));
      for (String edge : line.substring(line.indexOf(':') + 1).strip().split("\\s+", -1)) {
        if (!edge.isEmpty()) {
          expected.add(from + " " + edge);
        }
      }
      for (String end : List.of("PASSED", "FAILED", "ERRORED", "CANCELLED")) {
        expected.add(from + " " + end + ">" + end);
      }
    }
    List<String> actual = new ArrayList<>();
    for (AttemptState from : AttemptState.values()) {
      for (Event event : Event.values()) {
        from.on(event).ifPresent(to -> actual.add(from + " " + event + ">" + to));
      }
    }
    assertThat(actual).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void onlyRisesButForADispatchThatDidNotArriveAndNeverLeavesAnEnd() {
    Random random = new Random(505);
    List<Event> events = List.of(Event.values());
    for (int round = 0; round < ROUNDS; round++) {
      AttemptState state = AttemptState.PENDING;
      for (int step = 0; step < 12; step++) {
        Event event = events.get(random.nextInt(events.size()));
        AttemptState next = state.on(event).orElse(state);
        if (state.isTerminal()) {
          assertThat(next).isEqualTo(state);
        } else if (next != state) {
          boolean mayGoBack =
              (event == Event.POSTPONED || event == Event.ABSENT) && next == AttemptState.PENDING;
          assertThat(next.rank() >= state.rank() || mayGoBack)
              .as("%s -%s-> %s", state, event, next)
              .isTrue();
        }
        state = next;
      }
    }
  }

  @Test
  void isNeverDispatchedAgainOnceItMayHaveArrived() {
    Random random = new Random(24);
    List<Event> events = List.of(Event.values());
    for (int round = 0; round < ROUNDS; round++) {
      AttemptState state = AttemptState.PENDING;
      boolean mayHaveArrived = false;
      for (int step = 0; step < 12; step++) {
        Event event = events.get(random.nextInt(events.size()));
        Optional<AttemptState> next = state.on(event);
        if (event == Event.CLAIMED && next.isPresent()) {
          assertThat(mayHaveArrived).isFalse();
        }
        state = next.orElse(state);
        boolean seenNotTo = event == Event.ABSENT && next.isPresent();
        mayHaveArrived = !seenNotTo && (mayHaveArrived || state.rank() >= 2);
      }
    }
  }

  @Test
  void hasAnOutcomeExactlyAtAnEnd() {
    for (AttemptState state : AttemptState.values()) {
      assertThat(state.outcome().isPresent()).isEqualTo(state.isTerminal());
      assertThat(state.isTerminal() && state.isOutThere()).isFalse();
    }
  }
}
