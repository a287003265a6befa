package dev.signalbox.gate;

import java.util.List;
import java.util.Map;

/** Stands for a stored requirement that this version cannot read; it is never satisfied. */
public record Unreadable(String why) implements Requirement {

  @Override
  public String kind() {
    return "unreadable";
  }

  @Override
  public String words() {
    return "A requirement that cannot be read";
  }

  @Override
  public Map<String, Object> document() {
    return Requirements.document(kind(), Map.of("why", why));
  }

  @Override
  public RequirementVerdict verdict(Inquiry inquiry) {
    return RequirementVerdict.open(
        this, Standing.ERRORED, why, List.of("whoever edits gates"), List.of("edit the gate"));
  }
}
