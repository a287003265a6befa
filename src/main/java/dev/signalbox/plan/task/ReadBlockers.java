package dev.signalbox.plan.task;

import dev.signalbox.plan.BlockerClass;
import dev.signalbox.plan.TargetKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The blockers of a task that were read from prose, and what people say to them. */
public final class ReadBlockers {

  private final String task;
  private final List<Blocker> blockers;

  ReadBlockers(String task, List<Blocker> blockers) {
    this.task = task;
    this.blockers = blockers;
  }

  public Step confirm(long number, String by, Instant now) {
    return decide(
        number,
        blocker -> {
          if (blocker.isConfirmed()) {
            return new Step.Needless();
          }
          blocker.confirm(by, now);
          return new Step.Taken("blocker-confirmed");
        });
  }

  public Step drop(long number, String note, String by, Instant now) {
    return decide(
        number,
        blocker -> {
          blocker.drop(note, by, now);
          return new Step.Taken("blocker-dropped");
        });
  }

  public Step correct(
      long number, BlockerClass kind, @Nullable TargetKey target, String by, Instant now) {
    String awaited = target == null ? null : target.value();
    return decide(
        number,
        blocker -> {
          if (blocker.awaits(kind, awaited)) {
            return confirm(number, by, now);
          }
          blockers.add(blocker.corrected(kind, awaited, by, now));
          blocker.drop("Corrected.", by, now);
          return new Step.Taken("blocker-corrected");
        });
  }

  private Step decide(long number, Function<Blocker, Step> word) {
    Optional<Blocker> read =
        blockers.stream().filter(each -> each.is(number) && each.isRead()).findFirst();
    return read.map(word)
        .orElseGet(
            () ->
                new Step.Refused(
                    "No blocker %d that was read from a document holds %s."
                        .formatted(number, task)));
  }
}
