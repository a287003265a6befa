package dev.signalbox.importer.layout;

import dev.signalbox.importer.Oddity;
import dev.signalbox.importer.OddityCode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Keeps account of a document while it is read: which characters became something, and what was
 * odd. What is claimed by nobody in the end is reported, so nothing is dropped silently.
 */
public final class Account {

  private static final int LIMIT = 1_000;

  private final Document document;
  private final BitSet claimed = new BitSet();
  private final List<Oddity> oddities = new ArrayList<>();
  private int unlisted;

  public Account(Document document) {
    this.document = document;
  }

  public Document document() {
    return document;
  }

  /** Says that these characters became a field, or are only structure. */
  public void claim(Span span) {
    claimed.set(span.from(), span.to());
  }

  /** Reports an oddity; its text counts as accounted for. */
  public void report(OddityCode code, Span span, String words) {
    claim(span);
    boolean listed = oddities.size() < LIMIT || (code.isFatal() && oddities.size() < 2 * LIMIT);
    if (listed) {
      oddities.add(new Oddity(code, words, document.place(span.from()), document.shown(span)));
    } else {
      unlisted++;
    }
  }

  /** Reports each stretch with a letter or digit that nobody claimed. */
  public void reportTheRest() {
    int from = claimed.nextClearBit(0);
    while (from < document.length()) {
      int next = claimed.nextSetBit(from);
      int to = next < 0 ? document.length() : next;
      Span rest = document.trim(new Span(from, to));
      if (document.raw(rest).codePoints().anyMatch(Character::isLetterOrDigit)) {
        report(OddityCode.UNPLACED_TEXT, rest, "This text fits no field; it was not imported.");
      }
      from = claimed.nextClearBit(to);
    }
  }

  /** All oddities in the order of the text; the last one says so if there were too many to list. */
  public List<Oddity> oddities() {
    List<Oddity> all = new ArrayList<>(oddities);
    all.sort(java.util.Comparator.comparingInt(oddity -> oddity.place().offset()));
    if (unlisted > 0) {
      all.add(
          new Oddity(
              OddityCode.TOO_MANY,
              unlisted + " more oddities are not listed; is this the right kind of document?",
              document.place(document.length()),
              ""));
    }
    return List.copyOf(all);
  }
}
