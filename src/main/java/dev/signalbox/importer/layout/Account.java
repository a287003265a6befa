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
  private final BitSet structure = new BitSet();
  private final List<Oddity> oddities = new ArrayList<>();
  private int unlisted;
  private boolean unlistedGrave;

  public Account(Document document) {
    this.document = document;
  }

  /** One of its own that begins where this one is. */
  public Account copy() {
    Account copy = new Account(document);
    copy.claimed.or(claimed);
    copy.structure.or(structure);
    copy.oddities.addAll(oddities);
    copy.unlisted = unlisted;
    copy.unlistedGrave = unlistedGrave;
    return copy;
  }

  public Document document() {
    return document;
  }

  /** Says that these characters became a field, or are only structure. */
  public void claim(Span span) {
    claimed.set(span.from(), span.to());
  }

  /** Says that these characters are marks only, which belong to the words around them. */
  public void structure(Span span) {
    structure.set(span.from(), span.to());
  }

  /** Reports an oddity; its text counts as accounted for. */
  public void report(OddityCode code, Span span, String words) {
    claim(span);
    boolean grave = code.severity() != OddityCode.Severity.NOTE;
    boolean listed = oddities.size() < LIMIT || (grave && oddities.size() < 2 * LIMIT);
    if (listed) {
      oddities.add(new Oddity(code, words, document.place(span.from()), document.shown(span)));
    } else {
      unlisted++;
      unlistedGrave |= grave;
    }
  }

  /** Reports each stretch with a letter or digit that nobody claimed. */
  public void reportTheRest() {
    int from = claimed.nextClearBit(0);
    while (from < document.length()) {
      int next = claimed.nextSetBit(from);
      int to = next < 0 ? document.length() : next;
      Span rest = document.trim(new Span(from, to));
      if (holdsWords(rest)) {
        report(OddityCode.UNPLACED_TEXT, rest, "This text fits no field; it was not imported.");
      }
      from = claimed.nextClearBit(to);
    }
  }

  private boolean holdsWords(Span span) {
    String text = document.text();
    int at = span.from();
    while (at < span.to()) {
      int c = text.codePointAt(at);
      if (Character.isLetterOrDigit(c) && !structure.get(at)) {
        return true;
      }
      at += Character.charCount(c);
    }
    return false;
  }

  /** All oddities in the order of the text; the last one says so if there were too many to list. */
  public List<Oddity> oddities() {
    List<Oddity> all = new ArrayList<>(oddities);
    all.sort(java.util.Comparator.comparingInt(oddity -> oddity.place().offset()));
    if (unlisted > 0) {
      all.add(
          new Oddity(
              unlistedGrave ? OddityCode.TOO_MANY : OddityCode.MORE_NOTES,
              unlisted + " more oddities are not listed; is this the right kind of document?",
              document.place(document.length()),
              ""));
    }
    return List.copyOf(all);
  }
}
