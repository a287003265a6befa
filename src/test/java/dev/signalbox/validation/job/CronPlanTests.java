package dev.signalbox.validation.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** In Berlin the clocks skip 02:00-03:00 on 2026-03-29 and repeat it on 2026-10-25. */
class CronPlanTests {

  private static final String BERLIN = "Europe/Berlin";

  @Test
  void firesOnceOnTheDayWhoseHourIsMissingAnHourLater() {
    CronPlan plan = CronPlan.of("30 2 * * *", BERLIN);
    assertThat(instants(plan, "2026-03-28T00:00:00Z", 3))
        .containsExactly("2026-03-28T01:30:00Z", "2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z");
    assertThat(plan.after(Instant.parse("2026-03-29T01:10:00Z")))
        .as("asked between the gap and the moved instant")
        .contains(Instant.parse("2026-03-29T01:30:00Z"));
  }

  @Test
  void firesOnceOnTheDayWhoseHourComesTwice() {
    CronPlan plan = CronPlan.of("30 2 * * *", BERLIN);
    assertThat(instants(plan, "2026-10-24T12:00:00Z", 2))
        .containsExactly("2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
    assertThat(plan.after(Instant.parse("2026-10-25T00:45:00Z")))
        .as("asked in the repeated hour")
        .contains(Instant.parse("2026-10-26T01:30:00Z"));
  }

  @Test
  void keepsAnIntervalThroughBothChanges() {
    CronPlan plan = CronPlan.of("*/30 * * * *", BERLIN);
    assertThat(instants(plan, "2026-10-24T23:59:00Z", 6))
        .containsExactly(
            "2026-10-25T00:00:00Z",
            "2026-10-25T00:30:00Z",
            "2026-10-25T01:00:00Z",
            "2026-10-25T01:30:00Z",
            "2026-10-25T02:00:00Z",
            "2026-10-25T02:30:00Z");
    assertThat(instants(plan, "2026-03-29T00:29:00Z", 3))
        .containsExactly("2026-03-29T00:30:00Z", "2026-03-29T01:00:00Z", "2026-03-29T01:30:00Z");
  }

  @Test
  void neverGoesBackAndNeverRepeatsOverAYear() {
    for (String cron : List.of("30 2 * * *", "*/20 * * * *", "0 */2 * * *", "15 1-3 * * *")) {
      for (String zone : List.of(BERLIN, "Australia/Lord_Howe", "America/Havana", "UTC")) {
        CronPlan plan = CronPlan.of(cron, zone);
        Instant last = Instant.parse("2026-01-01T00:00:00Z");
        for (int i = 0; i < 3000; i++) {
          Instant next = plan.after(last).orElseThrow();
          assertThat(next).as("%s in %s", cron, zone).isAfter(last);
          last = next;
        }
      }
    }
  }

  @Test
  void findsTheLastMissedInstant() {
    CronPlan plan = CronPlan.of("0 * * * *", "UTC");
    assertThat(
            plan.lastWithin(
                Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-01-09T10:20:00Z")))
        .contains(Instant.parse("2026-01-09T10:00:00Z"));
    assertThat(
            plan.lastWithin(
                Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-01-01T00:59:59Z")))
        .isEmpty();
  }

  @Test
  void hasNoInstantForADayThatNeverComes() {
    assertThat(CronPlan.of("0 0 30 2 *", "UTC").after(Instant.parse("2026-01-01T00:00:00Z")))
        .isEmpty();
  }

  @Test
  void refusesWhatIsNoCronOrNoZone() {
    assertThatIllegalArgumentException().isThrownBy(() -> CronPlan.of("* * * *", "UTC"));
    assertThatIllegalArgumentException().isThrownBy(() -> CronPlan.of("* * * * * *", "UTC"));
    assertThatIllegalArgumentException().isThrownBy(() -> CronPlan.of("61 * * * *", "UTC"));
    assertThatIllegalArgumentException().isThrownBy(() -> CronPlan.of("@reboot", "UTC"));
    assertThatIllegalArgumentException().isThrownBy(() -> CronPlan.of("0 0 * * *", "Mars/Base"));
  }

  private static List<String> instants(CronPlan plan, String after, int count) {
    List<String> found = new ArrayList<>();
    Optional<Instant> next = plan.after(Instant.parse(after));
    while (next.isPresent() && found.size() < count) {
      found.add(next.get().toString());
      next = plan.after(next.get());
    }
    return found;
  }
}
