package dev.signalbox.importer.reading;

import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds task keys in prose, shorthands included. */
final class KeyMentions {

  private static final String SEGMENT = "[\\p{Lu}\\p{N}]{1,30}(?:\\.[\\p{Lu}\\p{N}]{1,10}){0,3}";
  private static final Pattern MENTION =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}_/.-])\\p{Lu}[\\p{Lu}\\p{N}]{0,30}(?:-(?:"
              + SEGMENT
              + ")){1,12}(?![\\p{L}\\p{N}_])(?:/-?(?:"
              + SEGMENT
              + ")(?:-(?:"
              + SEGMENT
              + ")){0,12}){0,40}");
  private static final Pattern NUMBERED = Pattern.compile("-\\d");

  private KeyMentions() {}

  /** Keys that stand at one place. */
  record Mention(Span span, List<String> keys) {}

  static List<Mention> in(Document document, Span span) {
    List<Mention> found = new ArrayList<>();
    Matcher matcher = MENTION.matcher(document.text()).region(span.from(), span.to());
    matcher.useTransparentBounds(true);
    while (matcher.find()) {
      IdShorthand.Expansion expansion = IdShorthand.expand(matcher.group());
      if (NUMBERED.matcher(expansion.keys().getFirst()).find()) {
        Span covered = new Span(matcher.start(), matcher.start() + expansion.length());
        found.add(new Mention(covered, expansion.keys()));
      }
    }
    return found;
  }
}
