package dev.signalbox.importer.reading;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The plan in another hand: a Markdown table, other columns and words, shorter keys. */
final class SeedTable {

  private static final Pattern KEY = Pattern.compile("[A-Z]+(-[A-Z]+)*-\\d+-\\d+(-REL)?(/\\d+)*");

  private SeedTable() {}

  static String of(List<SeedRow> rows, boolean bare) {
    StringBuilder text = new StringBuilder("# Sprint 505: the third leg, as a table\n\n");
    text.append("| Status | Assignee | Title | Depends on | ID |\n|---|---|---|---|---|\n");
    int number = 0;
    for (SeedRow row : rows) {
      number++;
      int at = row.text().indexOf("Dependencies: ");
      String needs = at < 0 ? "-" : row.text().substring(at + 14).replaceAll("\\.$", "");
      needs =
          KEY.matcher(needs)
              .results()
              .map(MatchResult::group)
              .map(key -> shorter(key, bare))
              .collect(Collectors.joining(", "));
      text.append("| ").append(state(row.state()));
      text.append(" | ").append(row.owners().replaceAll(" \\(.*\\)$", "").replace(" · ", " & "));
      text.append(" | Piece ").append(number).append(" of the third leg");
      text.append(" | ").append(needs.isEmpty() ? "-" : needs);
      text.append(" | ").append(shorter(row.key(), bare)).append(" |\n");
    }
    return text.toString();
  }

  /** Without the beginning and the end that all keys of their kind share. */
  static String shorter(String key, boolean bare) {
    boolean twoEnds = key.matches("DEVOPS-OAS-.*");
    String end = key.replaceAll("-REL$", "");
    return twoEnds && !bare ? end : end.replaceAll("^DEVOPS-", "");
  }

  private static String state(String state) {
    return state
        .replace("DONE", "Done")
        .replace("DOING", "In Progress")
        .replace("TODO", "To Do")
        .replace("BLOCKED", "Blocked");
  }
}
