package dev.signalbox.gate.digest;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One text for one value: the JSON Canonicalization Scheme (RFC 8785) for maps, lists, texts, whole
 * numbers, booleans and null. There are no fractions, so that nobody argues over their digits.
 */
public final class CanonicalJson {

  /** Whole numbers beyond this are not the same in every reader (RFC 7493). */
  private static final long MAX_EXACT = (1L << 53) - 1;

  private static final int MAX_DEPTH = 20;

  private CanonicalJson() {}

  /**
   * The canonical text of a value.
   *
   * @throws IllegalArgumentException for anything that has no canonical form here
   */
  public static String write(@Nullable Object value) {
    StringBuilder out = new StringBuilder();
    append(value, out, 0);
    return out.toString();
  }

  private static void append(@Nullable Object value, StringBuilder out, int depth) {
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException("nested deeper than " + MAX_DEPTH);
    }
    switch (value) {
      case null -> out.append("null");
      case String text -> quote(text, out);
      case Boolean truth -> out.append(truth.booleanValue());
      case Integer number -> out.append(number.intValue());
      case Long number -> out.append(exact(number));
      case List<?> list -> list(list, out, depth);
      case Map<?, ?> map -> object(map, out, depth);
      default ->
          throw new IllegalArgumentException("no canonical form for " + value.getClass().getName());
    }
  }

  private static long exact(long number) {
    if (Math.abs(number) > MAX_EXACT || number == Long.MIN_VALUE) {
      throw new IllegalArgumentException("not exact in every reader: " + number);
    }
    return number;
  }

  private static void list(List<?> list, StringBuilder out, int depth) {
    out.append('[');
    String comma = "";
    for (Object item : list) {
      out.append(comma);
      append(item, out, depth + 1);
      comma = ",";
    }
    out.append(']');
  }

  private static void object(Map<?, ?> map, StringBuilder out, int depth) {
    Map<String, @Nullable Object> sorted = new TreeMap<>();
    map.forEach((name, member) -> sorted.put((String) name, member));
    out.append('{');
    String comma = "";
    for (Map.Entry<String, @Nullable Object> member : sorted.entrySet()) {
      out.append(comma);
      quote(member.getKey(), out);
      out.append(':');
      append(member.getValue(), out, depth + 1);
      comma = ",";
    }
    out.append('}');
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    text.codePoints().forEach(point -> escape(point, out));
    out.append('"');
  }

  private static void escape(int point, StringBuilder out) {
    switch (point) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case '\f' -> out.append("\\f");
      case '\r' -> out.append("\\r");
      default -> {
        if (point < 0x20) {
          out.append(String.format("\\u%04x", point));
        } else if (Character.getType(point) == Character.SURROGATE) {
          throw new IllegalArgumentException("half a surrogate pair has no UTF-8 form");
        } else {
          out.appendCodePoint(point);
        }
      }
    }
  }
}
