package dev.signalbox.validation.adapter;

import dev.signalbox.validation.dispatch.Answer;
import dev.signalbox.validation.dispatch.Dispatch;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is said to a receiver, and what it may say in its answer. */
@Component
class DispatchMessage {

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
    return new Answer.Taken(Found.id(answer, "external_id"), Found.url(answer, "url"));
  }
}
