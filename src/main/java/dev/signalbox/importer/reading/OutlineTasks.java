package dev.signalbox.importer.reading;

import dev.signalbox.importer.OddityCode;
import dev.signalbox.importer.layout.Account;
import dev.signalbox.importer.layout.Block;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import dev.signalbox.importer.reading.ParsedPlan.Blocker;
import dev.signalbox.importer.reading.ParsedPlan.Task;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.TaskState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes tasks of headings, bullets and boxes, and accounts for what stands below them. */
final class OutlineTasks {

  private final Account account;
  private final Document document;
  private final Vocabulary words;
  private final TaskFinder.Found found;
  private final OutlineStates states;
  private final Waits waits;
  private final Map<Candidate, TaskKey> derived = new LinkedHashMap<>();

  OutlineTasks(Account account, Vocabulary words, TaskFinder.Found found) {
    this.account = account;
    this.document = account.document();
    this.words = words;
    this.found = found;
    this.states = new OutlineStates(account, words, found.signs());
    Set<String> keys = new HashSet<>();
    for (Candidate candidate : found.tasks()) {
      Read<TaskKey> key = candidate.line().key();
      if (key != null) {
        keys.add(key.value().value());
      }
    }
    this.waits = new Waits(document, words, keys);
    derive(keys);
  }

  private void derive(Set<String> keys) {
    List<Candidate> keyless =
        found.tasks().stream().filter(task -> task.line().key() == null).toList();
    List<OutlineKeys.Named> named = new ArrayList<>();
    for (Candidate candidate : keyless) {
      Span title = new Tails(document, words).take(candidate.line().title(), none()).title();
      named.add(new OutlineKeys.Named(plain(title), path(candidate)));
    }
    List<TaskKey> made = OutlineKeys.of(named, keys);
    for (int i = 0; i < keyless.size(); i++) {
      derived.put(keyless.get(i), made.get(i));
    }
  }

  private Fields none() {
    return new Fields(document, words);
  }

  /** The titles and bullets above a task. */
  private List<String> path(Candidate candidate) {
    List<String> path = new ArrayList<>(candidate.context().path());
    for (int above = candidate.context().parent();
        above >= 0;
        above = found.contexts().get(above).parent()) {
      path.add(document.words(found.blocks().get(above).span()));
    }
    return path;
  }

  /** The words of a title without the marks of bold text and escaped pipes. */
  private String plain(Span title) {
    return document.words(title).replace("**", "").replace("\\|", "|").strip();
  }

  Task task(Candidate candidate) {
    TaskLine line = candidate.line();
    Tails.Found tail = new Tails(document, words).take(line.title(), candidate.fields());
    Fields fields = candidate.fields();
    Read<TaskState> state = states.of(candidate, box(candidate));
    Read<LocalDate> date = date(line, fields);
    Read<TaskKey> written = line.key();
    TaskKey made = derived.get(candidate);
    Span before = new Span(tail.title().from(), tail.title().from());
    Read<TaskKey> key = written != null || made == null ? written : Read.of(made, document, before);
    if (key == null) {
      throw new IllegalStateException("each task has a key by now");
    }
    List<Read<String>> dependsOn = new ArrayList<>();
    List<Blocker> blockers = new ArrayList<>();
    waits(candidate, key.value(), state.value(), date, tail.title(), dependsOn, blockers);
    Task task =
        new Task(
            key,
            Read.of(text(tail.title(), key.value()), document, tail.title()),
            state,
            date,
            owners(tail, fields),
            source(fields),
            List.copyOf(dependsOn),
            blockers.stream().distinct().toList());
    account(candidate, key.value());
    return task;
  }

  private String text(Span title, TaskKey key) {
    String text = plain(title);
    return text.isEmpty() ? key.value() : text;
  }

  private @Nullable Span box(Candidate candidate) {
    return found.blocks().get(candidate.block()) instanceof Block.Item item ? item.box() : null;
  }

  private @Nullable Read<LocalDate> date(TaskLine line, Fields fields) {
    Span value = fields.get(Column.DATE);
    return line.date() != null || value == null ? line.date() : StateCell.date(account, value);
  }

  private List<Read<String>> owners(Tails.Found tail, Fields fields) {
    Span value = fields.get(Column.OWNERS);
    return value == null ? tail.owners() : OwnersCell.read(account, value, false).owners();
  }

  private Read<String> source(Fields fields) {
    Span value = fields.get(Column.SOURCE);
    Span none = new Span(document.length(), document.length());
    return value == null
        ? Read.of("", document, none)
        : Read.of(document.words(value), document, value);
  }

  private void waits(
      Candidate candidate,
      TaskKey key,
      TaskState state,
      @Nullable Read<LocalDate> date,
      Span title,
      List<Read<String>> dependsOn,
      List<Blocker> blockers) {
    ProseBlockers prose =
        new ProseBlockers(document, words, state, date == null ? null : date.value());
    Span value = candidate.fields().get(Column.DEPENDS_ON);
    if (value != null) {
      Waits.Found said = waits.inValue(value);
      dependsOn.addAll(said.keys());
      for (Span piece : said.inWords()) {
        account.report(
            OddityCode.DEPENDENCY_IN_WORDS,
            piece,
            "A dependency of "
                + key
                + " that is no key"
                + (state.isEnded() ? "; it was not imported." : "; it became a blocker in words."));
        if (!state.isEnded()) {
          blockers.add(prose.inWords(piece));
        }
      }
    }
    List<Span> texts = new ArrayList<>(List.of(title));
    if (candidate.carrier() != Carrier.HEADING) {
      for (int i = candidate.block() + 1; i < candidate.end(); i++) {
        if (found.contexts().get(i).parent() == candidate.block()) {
          texts.add(found.blocks().get(i).span());
        }
      }
    }
    for (Span text : texts) {
      for (Read<String> named : waits.inText(text)) {
        boolean known = dependsOn.stream().anyMatch(one -> one.value().equals(named.value()));
        if (!known && !named.value().equals(key.value())) {
          dependsOn.add(named);
        }
      }
    }
    prose.in(List.of(title)).stream()
        .filter(one -> dependsOn.stream().noneMatch(key2 -> key2.value().equals(one.awaits())))
        .forEach(blockers::add);
  }

  /** What became fields is accounted for; what else stands below the task is told in one line. */
  private void account(Candidate candidate, TaskKey key) {
    account.claim(found.blocks().get(candidate.block()).span());
    int first = -1;
    int last = -1;
    for (int i = candidate.block() + 1; i < candidate.end(); i++) {
      Block block = found.blocks().get(i);
      boolean code = block instanceof Block.Code || block instanceof Block.Html;
      if (!code && isAbout(i, candidate) && !candidate.fields().isOnly(block.span())) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    if (first >= 0 && candidate.carrier() == Carrier.HEADING) {
      Span rest = new Span(found.blocks().get(first).span().from(), candidate.region().to());
      account.report(
          OddityCode.UNPLACED_TEXT,
          rest,
          "What stands here below "
              + key
              + " is about it and fits no field; it stays in the"
              + " document.");
    } else if (first >= 0 && last < candidate.end()) {
      below(candidate, key, first, last);
    }
    if (candidate.carrier() == Carrier.HEADING) {
      account.claim(candidate.region());
    }
  }

  private void below(Candidate candidate, TaskKey key, int first, int last) {
    for (int i = first; i <= last; i++) {
      if (isAbout(i, candidate) && !candidate.fields().isOnly(found.blocks().get(i).span())) {
        account.report(
            OddityCode.UNPLACED_TEXT,
            found.blocks().get(i).span(),
            "A step or a remark below " + key + "; it is no task of its own.");
      }
    }
  }

  /** Whether the block is no task and stands in no other one. */
  private boolean isAbout(int block, Candidate candidate) {
    if (candidate.carrier() == Carrier.HEADING) {
      return true;
    }
    int at = block;
    while (at > candidate.block()) {
      if (found.isTask(at)) {
        return false;
      }
      at = found.contexts().get(at).parent();
    }
    return at == candidate.block();
  }
}
