package dev.signalbox.gate;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What gates decided, and what became of people's words. */
@Component
class GateMeters {

  private final Map<GateVerdict, Counter> decisions = new EnumMap<>(GateVerdict.class);
  private final Map<ApprovalWord, Counter> words = new EnumMap<>(ApprovalWord.class);
  private final Counter refused;

  GateMeters(MeterRegistry registry) {
    decisions.put(GateVerdict.OPEN, decision(registry, "open"));
    decisions.put(GateVerdict.CLOSED, decision(registry, "closed"));
    words.put(ApprovalWord.APPROVE, approval(registry, "approved"));
    words.put(ApprovalWord.REJECT, approval(registry, "rejected"));
    refused = approval(registry, "refused");
  }

  void decided(GateVerdict verdict) {
    count(decisions.get(verdict));
  }

  void said(ApprovalWord word) {
    count(words.get(word));
  }

  void refused() {
    refused.increment();
  }

  private static void count(@Nullable Counter counter) {
    if (counter != null) {
      counter.increment();
    }
  }

  private static Counter decision(MeterRegistry registry, String result) {
    return Counter.builder("signalbox.gate.decisions")
        .description("Decisions of gates that were recorded")
        .tag("result", result)
        .register(registry);
  }

  private static Counter approval(MeterRegistry registry, String result) {
    return Counter.builder("signalbox.gate.approvals")
        .description("Words of release managers, and those that were refused")
        .tag("result", result)
        .register(registry);
  }
}
