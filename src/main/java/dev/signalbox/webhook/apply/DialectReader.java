package dev.signalbox.webhook.apply;

import dev.signalbox.validation.ResultDocument;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds out what a delivery says, by its dialect. Total: whatever the bytes, there is a reading.
 */
final class DialectReader {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final String OWN_TYPE = "validation.result";

  private DialectReader() {}

  static Reading read(StoredDelivery delivery) {
    try {
      if (!delivery.contentType().equals("application/json")) {
        return junit(delivery);
      }
      JsonNode document = JSON.readTree(delivery.body());
      return switch (delivery.dialect()) {
        case STANDARD_WEBHOOKS -> own(document, delivery);
        case GITHUB -> forge(document, delivery, delivery.header("x-github-event"));
        case GITEA, FORGEJO -> forge(document, delivery, forgeEvent(delivery));
      };
    } catch (ResultDocument.Unreadable e) {
      return new Reading.Unreadable(String.valueOf(e.getMessage()));
    } catch (JacksonException e) {
      return new Reading.Unreadable("the body is not JSON");
    }
  }

  private static @Nullable String forgeEvent(StoredDelivery delivery) {
    String forgejo = delivery.header("x-forgejo-event");
    return forgejo == null ? delivery.header("x-gitea-event") : forgejo;
  }

  private static Reading forge(JsonNode document, StoredDelivery delivery, @Nullable String event) {
    if (event == null || event.equals(OWN_TYPE)) {
      return own(document, delivery);
    }
    return switch (event) {
      case "ping" -> new Reading.Unwanted("ping");
      case "workflow_run" -> WorkflowRun.read(document, delivery.origin());
      default -> new Reading.Unwanted("the event " + Words.cut(event, 60) + " is not acted on");
    };
  }

  /** Our own result, bare or wrapped as Standard Webhooks recommends: type, timestamp, data. */
  private static Reading own(JsonNode document, StoredDelivery delivery) {
    if (!document.isObject()) {
      return new Reading.Unreadable("the body is no JSON object");
    }
    JsonNode wrapped = document.get("data");
    JsonNode kind = document.get("type");
    if (kind == null || wrapped == null) {
      return bare(document, delivery);
    }
    if (!kind.isString() || !kind.asString().equals(OWN_TYPE)) {
      return new Reading.Unwanted(
          "the type " + Words.cut(kind.asString(""), 60) + " is not acted on");
    }
    return result(wrapped, delivery);
  }

  private static Reading bare(JsonNode document, StoredDelivery delivery) {
    JsonNode kind = document.get("type");
    if (kind != null && document.get("attempt") == null) {
      return new Reading.Unwanted(
          "the type " + Words.cut(kind.asString(""), 60) + " is not acted on");
    }
    return result(document, delivery);
  }

  private static Reading result(JsonNode document, StoredDelivery delivery) {
    return new Reading.Result(
        ResultDocument.parse(JSON.writeValueAsBytes(document), null, delivery.origin()));
  }

  /** A bare report; its attempt stands in a header, which the inbox tied to the signed id. */
  private static Reading junit(StoredDelivery delivery) {
    String attempt = delivery.header("x-signalbox-attempt");
    if (attempt == null) {
      return new Reading.Unreadable("a report needs the header X-Signalbox-Attempt");
    }
    return new Reading.Result(
        ResultDocument.ofReport(delivery.body(), UUID.fromString(attempt), delivery.origin()));
  }
}
