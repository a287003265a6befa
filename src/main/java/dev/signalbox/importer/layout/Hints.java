package dev.signalbox.importer.layout;

import java.util.List;
import java.util.function.Predicate;

/**
 * The words by which a layout without line breaks is recognised, in one language.
 *
 * @param sections titles of headings, lower case, the longer first
 * @param firstColumns words of a table's first column, lower case, the longer first
 * @param isState whether a cell holds a state
 */
public record Hints(List<String> sections, List<String> firstColumns, Predicate<String> isState) {

  /** How many characters of {@code text} from {@code at} on are a section's title; 0 if none. */
  int sectionAt(String text, int at) {
    for (String section : sections) {
      int end = at + section.length();
      if (text.regionMatches(true, at, section, 0, section.length())
          && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
        return section.length();
      }
    }
    return 0;
  }

  /** Where at the end of {@code words} a first column's title begins; -1 if it ends otherwise. */
  int firstColumnIn(String words) {
    for (String column : firstColumns) {
      int at = words.length() - column.length();
      if (at >= 0
          && words.regionMatches(true, at, column, 0, column.length())
          && (at == 0 || !Character.isLetterOrDigit(words.charAt(at - 1)))) {
        return at;
      }
    }
    return -1;
  }
}
