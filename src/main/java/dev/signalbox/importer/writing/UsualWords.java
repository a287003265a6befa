package dev.signalbox.importer.writing;

import dev.signalbox.plan.TaskState;
import java.util.Arrays;
import java.util.List;

/** The words for states that a document may not have used yet, one row a language. */
final class UsualWords {

  private static final List<List<String>> LANGUAGES =
      List.of(
          words(
              "Todo|To Do|Not Started|Pending|Open,Doing|In Progress,Blocked,Done|Completed|Complete,Cancelled|Canceled"),
          words("Offen|Geplant,In Arbeit,Blockiert,Fertig|Erledigt,Abgebrochen"),
          words("À faire,En cours,Bloqué,Terminé|Fait,Annulé"),
          words(
              "Pendiente|Por hacer,En progreso|En curso,Bloqueado|Bloqueada,Hecho|Terminado,Cancelado"),
          words(
              "Не начато|К выполнению,В работе|В процессе,Заблокировано,Готово|Завершено,Отменено"),
          words("未开始|待办,进行中,阻塞|受阻,已完成|完成,已取消|取消"));

  private static final List<String> SIGNS = words("⬜|⏳|📋|⚪,🚧|🔄|🟡|🔶,⛔|🚫|🔴|🛑,✅|🟢|☑,❌|🗑️");

  private UsualWords() {}

  private static List<String> words(String row) {
    return List.of(row.split(","));
  }

  /** The words of every language, the one that has most of these words first, English next. */
  static List<String> of(TaskState state, List<String> used) {
    List<List<String>> ordered =
        LANGUAGES.stream()
            .sorted((one, other) -> Long.compare(fits(other, used), fits(one, used)))
            .toList();
    return ordered.stream().flatMap(row -> of(row, state)).distinct().toList();
  }

  static List<String> signs(TaskState state) {
    return of(SIGNS, state).toList();
  }

  private static java.util.stream.Stream<String> of(List<String> row, TaskState state) {
    return Arrays.stream(row.get(place(state)).split("\\|"));
  }

  private static int place(TaskState state) {
    return switch (state) {
      case TODO -> 0;
      case DOING -> 1;
      case BLOCKED -> 2;
      case DONE -> 3;
      case CANCELLED -> 4;
    };
  }

  private static long fits(List<String> row, List<String> used) {
    return row.stream()
        .flatMap(words -> Arrays.stream(words.split("\\|")))
        .filter(word -> used.stream().anyMatch(one -> one.equalsIgnoreCase(word)))
        .count();
  }
}
