package dev.signalbox.importer.layout;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The YAML between two lines of dashes at the very start of a document, which Markdown itself does
 * not know.
 *
 * @param masked the document's text with blanks in its place, so that all offsets stay
 */
record FrontMatter(Optional<Span> span, String masked) {

  private static final Pattern OPENING =
      Pattern.compile("\\ufeff?---[ \\t]*\\R(?=[\\p{L}_\"'][^\\r\\n]{0,200}?:)");
  private static final Pattern CLOSING = Pattern.compile("(?m)^(?:---|\\.\\.\\.)[ \\t]*$");
  private static final Pattern VISIBLE = Pattern.compile("[^\\r\\n]");

  static FrontMatter of(Document document) {
    String text = document.text();
    Matcher opening = OPENING.matcher(text);
    if (!opening.lookingAt()) {
      return new FrontMatter(Optional.empty(), text);
    }
    Matcher closing = CLOSING.matcher(text).region(opening.end(), text.length());
    if (!closing.find()) {
      return new FrontMatter(Optional.empty(), text);
    }
    String blank = VISIBLE.matcher(text.substring(0, closing.end())).replaceAll(" ");
    return new FrontMatter(
        Optional.of(new Span(0, closing.end())), blank + text.substring(closing.end()));
  }
}
