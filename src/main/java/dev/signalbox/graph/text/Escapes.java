package dev.signalbox.graph.text;

/** Makes any text harmless inside a format's quotes; line breaks become spaces. */
final class Escapes {

  private static final int LABEL = 160;

  private Escapes() {}

  /** One line, no control characters, and no longer than a label may be. */
  static String label(String text) {
    String line = line(text);
    if (line.codePointCount(0, line.length()) <= LABEL) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, LABEL - 1)) + "…";
  }

  static String line(String text) {
    return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
  }

  /** Inside the double quotes of a Mermaid label, where entities are written with a hash. */
  static String mermaid(String text) {
    return label(text)
        .replace("#", "#35;")
        .replace("&", "#amp;")
        .replace("\"", "#quot;")
        .replace("<", "#lt;")
        .replace(">", "#gt;")
        .replace("`", "#96;")
        .replace("|", "#124;")
        .replace("[", "#91;")
        .replace("]", "#93;")
        .replace("{", "#123;")
        .replace("}", "#125;")
        .replace("\\", "#92;");
  }

  /** Inside the double quotes of a DOT string. */
  static String dot(String text) {
    return label(text).replace("\\", "\\\\").replace("\"", "\\\"");
  }

  /** XML text or attribute; characters that XML cannot hold are gone already. */
  static String xml(String text) {
    return withoutHalves(line(text))
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** Running text or a table cell of Markdown. */
  static String markdown(String text) {
    return label(text).replaceAll("([\\\\`*_{}\\[\\]<>|#~])", "\\\\$1");
  }

  /** Inside a fenced block, where nothing but the fence itself means anything. */
  static String fenced(String text) {
    return label(text).replace("```", "'''");
  }

  private static String withoutHalves(String text) {
    var clean = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> c >= ' ' && !(c >= 0xD800 && c <= 0xDFFF) && c != 0xFFFE && c != 0xFFFF)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }
}
