package dev.signalbox.webhook.inbox;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Whether bytes are one JSON value in plain UTF-8 that can mean one thing only: no byte order mark,
 * no NUL, no repeated key, bounded in depth and size.
 */
final class StrictJson {

  private static final int MAX_DEPTH = 64;
  private static final int MAX_NUMBER = 64;
  private static final int MAX_NAME = 1_000;
  private static final int MAX_TOKENS = 200_000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(MAX_NUMBER)
                  .maxNameLength(MAX_NAME)
                  .maxTokenCount(MAX_TOKENS)
                  .build())
          .build();

  private StrictJson() {}

  /** What is wrong with the bytes, for the sender; empty if nothing is. */
  static Optional<String> defect(byte[] body) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      return Optional.of("The body is not UTF-8.");
    }
    if (text.startsWith("\uFEFF")) {
      return Optional.of("The body begins with a byte order mark.");
    }
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      return walk(parser);
    } catch (JacksonException e) {
      return Optional.of(
          "The body is not strict JSON: broken, cut short, a key twice, or too deep or large.");
    }
  }

  private static Optional<String> walk(JsonParser parser) {
    int depth = 0;
    JsonToken token = parser.nextToken();
    if (token == null) {
      return Optional.of("The body is empty.");
    }
    do {
      if (token.isStructStart()) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
      } else if ((token == JsonToken.VALUE_STRING || token == JsonToken.PROPERTY_NAME)
          && parser.getString().indexOf('\0') >= 0) {
        return Optional.of("A text in the body holds a NUL character.");
      }
      token = parser.nextToken();
      if (depth == 0 && token != null) {
        return Optional.of("Something follows the JSON value.");
      }
    } while (token != null);
    return Optional.empty();
  }
}
