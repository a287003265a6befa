package dev.signalbox.webhook.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Headers by hand: names are not case-sensitive, a header may be sent several times. */
final class TestHeaders implements SentHeaders {

  private final Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  static TestHeaders of(String... namesAndValues) {
    TestHeaders headers = new TestHeaders();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      headers.and(namesAndValues[i], namesAndValues[i + 1]);
    }
    return headers;
  }

  TestHeaders and(String name, String value) {
    values.computeIfAbsent(name, ignored -> new ArrayList<>()).add(value);
    return this;
  }

  @Override
  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }
}
