package dev.signalbox.importer.layout;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts what stands outside tables and headings into bullets, paragraphs and stray rows. */
final class LooseText {

  private static final int LOG_COLUMNS = 3;
  private static final Pattern STRAY =
      Pattern.compile("\\|[ \\t]{0,20}\\d{4}-\\d{2}-\\d{2}[ \\t]{0,20}\\|");
  private static final Pattern BULLET = Pattern.compile("(?:[-*+]|\\d{1,4}[.)])[ \\t]+(?=\\S)");
  private static final Pattern BLANK_LINE =
      Pattern.compile("(?:\\r\\n|\\r|\\n)[ \\t]*(?=[\\r\\n])");
  private static final String SENTENCE_ENDS = ".!?)]\"'`|\u201d\u2019";

  private final Account account;
  private final Document document;
  private final String text;
  private final RowScanner rows;

  LooseText(Account account, RowScanner rows) {
    this.account = account;
    this.document = account.document();
    this.text = document.text();
    this.rows = rows;
  }

  /** Adds the blocks of {@code [from, to)} to the list. */
  void split(int from, int to, List<Block> blocks) {
    int at = document.skipSpaces(from, to);
    while (at < to) {
      int end;
      if (begins(STRAY, at, to)) {
        Block.Row row = rows.closedRow(at, to, LOG_COLUMNS);
        blocks.add(new Block.StrayRow(row));
        end = row.span().to();
      } else {
        int words = begins(BULLET, at, to) ? afterMark(at, to) : at;
        end = end(words, to);
        Span span = document.trim(new Span(words, end));
        boolean ordered = Character.isDigit(text.charAt(at));
        blocks.add(words > at ? Marks.item(account, span, 1, ordered) : new Block.Text(span, 0));
      }
      at = document.skipSpaces(Math.max(end, at + 1), to);
    }
  }

  private int afterMark(int at, int to) {
    Matcher mark = BULLET.matcher(text).region(at, to);
    int end = mark.lookingAt() ? mark.end() : at;
    account.structure(new Span(at, end));
    return end;
  }

  private boolean begins(Pattern pattern, int at, int to) {
    return pattern.matcher(text).region(at, to).lookingAt();
  }

  /** Where the bullet or paragraph that runs at {@code from} ends. */
  private int end(int from, int to) {
    for (int at = from + 1; at < to; at++) {
      char c = text.charAt(at);
      if (c == '|' && begins(STRAY, at, to)) {
        return at;
      }
      boolean lineBreak = c == '\n' || c == '\r';
      if (lineBreak && begins(BLANK_LINE, at, to)) {
        return at;
      }
      boolean mayBegin = c == '-' || c == '*' || c == '+' || Character.isDigit(c);
      if (mayBegin && begins(BULLET, at, to) && isAfterSentence(at, from, !Character.isDigit(c))) {
        return at;
      }
    }
    return to;
  }

  private boolean isAfterSentence(int at, int from, boolean sameLine) {
    int before = at;
    boolean lineBroken = false;
    while (before > from && document.isSpace(before - 1)) {
      before--;
      lineBroken |= text.charAt(before) == '\n' || text.charAt(before) == '\r';
    }
    boolean spaced = before < at && before > from;
    return spaced
        && (lineBroken || (sameLine && SENTENCE_ENDS.indexOf(text.charAt(before - 1)) >= 0));
  }
}
