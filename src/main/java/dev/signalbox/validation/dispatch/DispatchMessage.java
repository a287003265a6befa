package dev.signalbox.validation.dispatch;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is said to a receiver, and what it may say in its answer. */
@Component
class DispatchMessage {

  private static final int MAX_ID = 200;
  private static final int MAX_URL = 2000;

  private final JsonMapper json;

  DispatchMessage(JsonMapper json) {
    this.json = json;
  }

  byte[] write(Dispatch dispatch) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("type", "validation.dispatch");
    message.put("attempt", dispatch.attempt().toString());
    message.put("attempt_number", dispatch.attemptNumber());
    message.put("run_number", dispatch.runNumber());
    message.put("project", dispatch.project());
    message.put("job", dispatch.job());
    if (dispatch.task() != null) {
      message.put("task", dispatch.task());
    }
    message.put("inputs", new TreeMap<>(dispatch.inputs()));
    message.put("report_to", dispatch.reportTo());
    return json.writeValueAsBytes(message);
  }

  /** Reads {@code external_id} and {@code url} where the answer is JSON and has them. */
  Answer taken(byte[] body) {
    JsonNode answer;
    try {
      answer = json.readTree(body);
    } catch (JacksonException notJson) {
      return new Answer.Taken(null, null);
    }
    return new Answer.Taken(
        text(answer, "external_id", MAX_ID), webAddress(text(answer, "url", MAX_URL)));
  }

  private static @Nullable String text(JsonNode answer, String name, int max) {
    JsonNode value = answer.get(name);
    if (value == null || !(value.isString() || value.isIntegralNumber())) {
      return null;
    }
    String text = value.asString();
    return text.isBlank() || text.length() > max || text.indexOf('\0') >= 0 ? null : text;
  }

  /** Pages link to it, so nothing but http and https gets in. */
  private static @Nullable String webAddress(@Nullable String url) {
    if (url == null) {
      return null;
    }
    try {
      String scheme = URI.create(url).getScheme();
      return "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme) ? url : null;
    } catch (IllegalArgumentException notUrl) {
      return null;
    }
  }
}
