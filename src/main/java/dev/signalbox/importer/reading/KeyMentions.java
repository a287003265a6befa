package dev.signalbox.importer.reading;

import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds task keys in prose: shorthands, ranges and lists of endings included. */
final class KeyMentions {

  /** What joins the parts of a key; the long dash joins sentences and never keys. */
  private static final String DASH = "[-\u2010-\u2013\u2212]";

  private static final String SEGMENT = "[\\p{Lu}\\p{N}]{1,30}(?:\\.[\\p{Lu}\\p{N}]{1,10}){0,3}";
  private static final String KEY =
      "\\p{Lu}[\\p{Lu}\\p{N}]{0,30}(?:" + DASH + "(?:" + SEGMENT + ")){1,12}";
  private static final Pattern MENTION =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}_/.-])"
              + KEY
              + "(?![\\p{L}\\p{N}_])(?:/-?(?:"
              + SEGMENT
              + ")(?:-(?:"
              + SEGMENT
              + ")){0,12}){0,40}");
  private static final Pattern TO =
      Pattern.compile(
          "(?:\\.{2,3}|\u2026|[ \\t]?[\uff5e~\u301c][ \\t]?|[ \\t]+"
              + "(?:to|through|thru|bis|hasta|do|\u0434\u043e|\u81f3|\u5230|[-\u2013\u2014])[ \\t]+|\u81f3|\u5230)"
              + "[*`]{0,2}("
              + KEY
              + "|\\p{Nd}{1,6})(?![\\p{L}\\p{N}_-])");
  private static final Pattern NEXT =
      Pattern.compile("\\s{0,3}[,/]\\s{0,3}(-\\p{Nd}{1,6})(?![\\p{L}\\p{N}_-])");
  private static final Pattern NUMBERED = Pattern.compile("-\\d");

  private KeyMentions() {}

  /**
   * Keys that stand at one place.
   *
   * @param keys as far as they can be written out without knowing the plan; a range stays one
   */
  record Mention(Span span, List<String> keys) {}

  static List<Mention> in(Document document, Span span) {
    List<Mention> found = new ArrayList<>();
    Matcher matcher = MENTION.matcher(document.text()).region(span.from(), span.to());
    matcher.useTransparentBounds(true);
    int from = span.from();
    while (from < span.to() && matcher.region(from, span.to()).find()) {
      IdShorthand.Expansion expansion = IdShorthand.expand(Keys.plainDashes(matcher.group()));
      int end = matcher.start() + expansion.length();
      if (NUMBERED.matcher(expansion.keys().getFirst()).find()) {
        List<String> keys = new ArrayList<>(expansion.keys());
        end = continued(document, keys, end, span.to());
        found.add(new Mention(new Span(matcher.start(), end), List.copyOf(keys)));
      }
      from = Math.max(end, matcher.start() + 1);
    }
    return found;
  }

  /** Takes in what goes on behind a key: the end of a range, more endings. */
  private static int continued(Document document, List<String> keys, int end, int limit) {
    int at = end;
    Matcher to = TO.matcher(document.text()).region(at, limit);
    to.useTransparentBounds(true);
    if (to.lookingAt()) {
      KeyRange range = KeyRange.between(keys.getLast(), Keys.plainDashes(to.group(1)));
      if (range != null) {
        keys.set(keys.size() - 1, range.toString());
        return to.end();
      }
    }
    Matcher next = NEXT.matcher(document.text()).region(at, limit);
    next.useTransparentBounds(true);
    while (keys.size() < KeyRange.MOST && next.lookingAt()) {
      String key = IdShorthand.continued(keys.getLast(), next.group(1));
      if (key.isEmpty()) {
        return at;
      }
      keys.add(key);
      at = next.end();
      next.region(at, limit);
    }
    return at;
  }
}
