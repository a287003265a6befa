package dev.signalbox.validation.adapter;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what targets say in JSON, distrusting it: wrong types and lengths are as if not said. */
final class Found {

  private static final int MAX_ID = 200;
  private static final int MAX_URL = 2000;
  private static final int MAX_MESSAGE = 500;

  private Found() {}

  /** An identifier: a string or a whole number. */
  static @Nullable String id(JsonNode node, String name) {
    return text(node, name, MAX_ID);
  }

  /** An address that pages may link to, so nothing but http and https. */
  static @Nullable String url(JsonNode node, String name) {
    String url = text(node, name, MAX_URL);
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

  /** A word such as a state; empty where there is none. */
  static String word(JsonNode node, String name) {
    String word = text(node, name, MAX_ID);
    return word == null ? "" : word;
  }

  /** Words of people, such as a title; empty where there are none. */
  static String phrase(JsonNode node, String name) {
    String phrase = text(node, name, MAX_MESSAGE);
    return phrase == null ? "" : phrase;
  }

  /** What an answer that is no good says in words, as {@code ": words"}; else empty. */
  static String message(byte[] body) {
    try {
      JsonNode node = JsonMapper.shared().readTree(body);
      String words = text(node, "message", MAX_MESSAGE);
      words = words == null ? text(node, "error", MAX_MESSAGE) : words;
      return words == null ? "" : ": " + words;
    } catch (JacksonException notJson) {
      return "";
    }
  }

  private static @Nullable String text(JsonNode node, String name, int max) {
    JsonNode value = node.get(name);
    if (value == null || !(value.isString() || value.isIntegralNumber())) {
      return null;
    }
    String text = value.asString();
    return text.isBlank() || text.length() > max || text.indexOf('\0') >= 0 ? null : text;
  }
}
