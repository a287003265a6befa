package dev.signalbox.validation.timer;

import dev.signalbox.validation.dispatch.Answer;
import dev.signalbox.validation.dispatch.Dispatch;
import dev.signalbox.validation.dispatch.Targets;
import dev.signalbox.validation.run.RunDesk;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * A dispatch in three commits: the intent, the call (in no transaction), what came of it. A crash
 * between them leaves the intent, which is found and shown as UNKNOWN; never a second call.
 */
@Component
class DispatchWork {

  private static final Logger LOG = LoggerFactory.getLogger(DispatchWork.class);

  private final RunDesk runs;
  private final Targets targets;
  private final Map<String, Timer> calls = new HashMap<>();

  DispatchWork(RunDesk runs, Targets targets, MeterRegistry meters) {
    this.runs = runs;
    this.targets = targets;
    for (String result : List.of("taken", "postponed", "refused", "ambiguous")) {
      calls.put(
          result,
          Timer.builder("signalbox.validation.dispatch")
              .description("calls of targets")
              .tag("result", result)
              .register(meters));
    }
  }

  void call(UUID attempt) {
    runs.claim(attempt).ifPresent(dispatch -> runs.answer(attempt, send(dispatch)));
  }

  private Answer send(Dispatch dispatch) {
    Timer.Sample sample = Timer.start();
    Answer answer;
    try {
      answer = targets.send(dispatch);
    } catch (RuntimeException bug) {
      LOG.error("dispatch of attempt {} failed in its target", dispatch.attempt(), bug);
      answer =
          new Answer.Ambiguous("the call failed on our side: " + bug.getClass().getSimpleName());
    }
    Timer timer = calls.get(word(answer));
    if (timer != null) {
      sample.stop(timer);
    }
    return answer;
  }

  private static String word(Answer answer) {
    return switch (answer) {
      case Answer.Taken taken -> "taken";
      case Answer.Postponed postponed -> "postponed";
      case Answer.Refused refused -> "refused";
      case Answer.Ambiguous ambiguous -> "ambiguous";
    };
  }
}
