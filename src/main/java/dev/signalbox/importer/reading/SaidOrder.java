package dev.signalbox.importer.reading;

import dev.signalbox.importer.OddityCode;
import dev.signalbox.importer.layout.Account;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import dev.signalbox.importer.reading.ParsedPlan.Task;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dependencies that a row says in the middle of a sentence, such as "lay it after T-1". Only a
 * written key of the same plan right behind the words counts: other words name no task for sure,
 * and a key that is not here may be anybody's. A finished task waits for nothing: there it is told.
 */
final class SaidOrder {

  /** Looks at the first letter first: looking behind each character of a plan is dear. */
  private static final Pattern PHRASE =
      Pattern.compile(
          "(?=[abdhn\u043f\u0437])(?<![\\p{L}-])"
              + "(?<!(?:not|never|longer|was|were|been|look|looks|looking|named|right) )"
              + "(?:depend(?:s|ing)?\\s(?:up)?on|blocked\\s(?:by|on)|after|nach|h\u00e4ngt\\sab\\svon"
              + "|blockiert\\s(?:durch|von)|apr\u00e8s|d\u00e9pend\\sde|bloqu\u00e9e?\\spar|despu\u00e9s\\sde"
              + "|depende\\sde|bloquead[oa]\\spor|\u043f\u043e\u0441\u043b\u0435|\u0437\u0430\u0432\u0438\u0441\u0438\u0442\\s\u043e\u0442)"
              + "\\s{1,3}(?:(?:the\\s)?tasks?\\s)?[*`_]{0,2}",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern TOKEN =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._#\\u2010-\\u2013\\u2212-]{0,118}");
  private static final Pattern NEXT =
      Pattern.compile(
          "[*`_]{0,2}\\s{0,3}(?:,\\s{0,3}(?:and\\s)?|[&+/]\\s{0,3}|(?:and|und|et|y|\u0438)\\s)[*`_]{0,2}",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern ENDS = Pattern.compile("[._#-]+$");

  private final Account account;
  private final Document document;
  private final Set<String> known = new HashSet<>();

  SaidOrder(Account account, List<Task> tasks) {
    this.account = account;
    this.document = account.document();
    tasks.stream()
        .map(Task::key)
        .filter(key -> !key.span().isEmpty())
        .map(key -> key.value().value())
        .filter(key -> key.chars().anyMatch(Character::isDigit))
        .filter(key -> key.chars().anyMatch(Character::isLetter))
        .forEach(known::add);
  }

  /** The tasks with the dependencies that their texts say. */
  static List<Task> in(Account account, List<Task> tasks) {
    SaidOrder order = new SaidOrder(account, tasks);
    return tasks.stream().map(order::with).toList();
  }

  private Task with(Task task) {
    Map<String, Read<String>> said = new LinkedHashMap<>();
    Matcher phrase = PHRASE.matcher(document.text());
    phrase.region(task.text().span().from(), task.text().span().to());
    phrase.useTransparentBounds(true);
    while (phrase.find()) {
      keys(phrase.end(), task.text().span().to(), said);
    }
    said.remove(task.key().value().value());
    task.dependsOn().forEach(other -> said.remove(other.value()));
    task.blockers().forEach(blocker -> said.remove(String.valueOf(blocker.awaits())));
    if (said.isEmpty()) {
      return task;
    }
    if (task.state().value().isEnded()) {
      said.forEach((key, read) -> tell(task, key, read.span()));
      return task;
    }
    List<Read<String>> dependsOn = new ArrayList<>(task.dependsOn());
    dependsOn.addAll(said.values());
    return new Task(
        task.key(),
        task.text(),
        task.state(),
        task.stateDate(),
        task.owners(),
        task.source(),
        List.copyOf(dependsOn),
        task.blockers());
  }

  /** The known keys in a row from there on. */
  private void keys(int from, int to, Map<String, Read<String>> said) {
    Matcher token = TOKEN.matcher(document.text()).region(from, to);
    while (token.lookingAt()) {
      String bare = ENDS.matcher(token.group()).replaceAll("");
      String key = Keys.plainDashes(bare);
      if (!known.contains(key)) {
        return;
      }
      int end = token.start() + bare.length();
      said.putIfAbsent(key, Read.of(key, document, new Span(token.start(), end)));
      Matcher next = NEXT.matcher(document.text()).region(end, to);
      if (!next.lookingAt()) {
        return;
      }
      token.region(next.end(), to);
    }
  }

  private void tell(Task task, String key, Span span) {
    account.report(
        OddityCode.DEPENDENCY_IN_WORDS,
        span,
        "The text of %s says that it comes after %s; it is finished, so it waits for nothing."
            .formatted(task.key().value(), key));
  }
}
