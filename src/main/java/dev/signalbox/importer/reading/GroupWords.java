package dev.signalbox.importer.reading;

import java.util.List;

/** What the titles of groups mean for what stands below them; six languages at once. */
final class GroupWords {

  private static final List<String> LEGEND =
      List.of(
          "legend",
          "legende",
          "leyenda",
          "l\u00e9gende",
          "\u043b\u0435\u0433\u0435\u043d\u0434\u0430",
          "\u043e\u0431\u043e\u0437\u043d\u0430\u0447\u0435\u043d\u0438\u044f",
          "\u56fe\u4f8b",
          "\u5716\u4f8b",
          "\u51e1\u4f8b",
          "status key",
          "status keys",
          "state key");
  private static final List<String> CRITERIA =
      List.of(
          "acceptance criteria",
          "completion criteria",
          "success criteria",
          "exit criteria",
          "definition of done",
          "definition of ready",
          "acceptance",
          "success metrics",
          "quality gates",
          "prerequisites",
          "test plan",
          "akzeptanzkriterien",
          "abnahmekriterien",
          "erfolgskriterien",
          "criterios de aceptaci\u00f3n",
          "criterios de aceptacion",
          "crit\u00e8res d acceptation",
          "crit\u00e8res de succ\u00e8s",
          "\u043a\u0440\u0438\u0442\u0435\u0440\u0438\u0438",
          "\u9a8c\u6536\u6807\u51c6",
          "\u5b8c\u6210\u6807\u51c6",
          "\u9a8c\u6536");
  private static final List<String> TASKS =
      List.of(
          "task",
          "tasks",
          "subtasks",
          "sub tasks",
          "to do",
          "todo",
          "todos",
          "to dos",
          "action items",
          "actions",
          "work items",
          "aufgaben",
          "arbeitspakete",
          "offene punkte",
          "tareas",
          "pendientes",
          "t\u00e2ches",
          "\u00e0 faire",
          "\u0437\u0430\u0434\u0430\u0447\u0438",
          "\u4efb\u52a1",
          "\u4efb\u52a1\u6e05\u5355",
          "\u5f85\u529e",
          "\u5f85\u529e\u4e8b\u9879");

  private GroupWords() {}

  static boolean isLegend(String title) {
    return begins(title, LEGEND) || ends(title, LEGEND);
  }

  static boolean areCriteria(String title) {
    return begins(title, CRITERIA) || ends(title, CRITERIA);
  }

  static boolean areTasks(String title) {
    return TASKS.contains(Vocabulary.plain(title));
  }

  private static boolean begins(String title, List<String> words) {
    String plain = Vocabulary.plain(title);
    return words.stream().anyMatch(word -> plain.equals(word) || plain.startsWith(word + " "))
        || words.stream().anyMatch(word -> word.codePointAt(0) > 0x2e80 && plain.startsWith(word));
  }

  private static boolean ends(String title, List<String> words) {
    String plain = Vocabulary.plain(title);
    return words.stream().anyMatch(word -> plain.endsWith(" " + word));
  }
}
