package dev.signalbox.importer.layout;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the check box off a list entry. */
final class Marks {

  private static final Pattern BOX =
      Pattern.compile(
          "\\[([^\\[\\]\\w\\r\\n]{1,2}|[xX ])\\](?=[ \\t\\u00a0]|$)", Pattern.MULTILINE);

  private Marks() {}

  /** An entry of the words, without the box that they may begin with. */
  static Block.Item item(Account account, Span words, int depth, boolean ordered) {
    Document document = account.document();
    Matcher box = BOX.matcher(document.text()).region(words.from(), words.to());
    if (!box.lookingAt()) {
      return new Block.Item(words, depth, ordered, null);
    }
    account.structure(new Span(box.start(), box.end()));
    Span rest = document.trim(new Span(box.end(), words.to()));
    return new Block.Item(rest, depth, ordered, new Span(box.start(1), box.end(1)));
  }
}
