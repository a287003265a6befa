package dev.signalbox.importer.writing;

import dev.signalbox.importer.PlanFile;
import dev.signalbox.importer.writing.Written.Change;
import dev.signalbox.importer.writing.Written.Unwritten;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a plan back into the documents it came from. A field that did not change is not touched;
 * one that did is replaced where it stands. Each replacement is read again: it stays only if the
 * documents then say what the plan holds, and of all other tasks what they said before.
 */
public final class WriteBack {

  private static final int ROUNDS = 24;
  private static final int TRIES = 300;

  private final List<PlanFile> files;
  private final @Nullable String dialect;
  private final Held held;
  private final Sources sources;
  private final Reread before;

  /**
   * Reads the documents again.
   *
   * @param files as they were imported
   * @param dialect that read them then; null or empty for the surest
   */
  public WriteBack(List<PlanFile> files, @Nullable String dialect, Held held) {
    this.files = List.copyOf(files);
    this.sources = new Sources(files);
    this.before = Reread.of(files, dialect, held.known());
    this.held = held.under(before.formerNames(held.tasks().keySet()));
    this.dialect = before.dialect();
  }

  /** One difference and the way that is tried now. */
  private static final class Try {
    private final Difference difference;
    private int way;

    private Try(Difference difference) {
      this.difference = difference;
    }

    private boolean isOver() {
      return way >= difference.ways().size();
    }

    private List<Patch> patches() {
      return difference.ways().get(way);
    }
  }

  public Written write() {
    List<Difference> differences = new Differences(sources, before, held).find();
    if (differences.isEmpty()) {
      return new Written(files, List.of(), List.of());
    }
    List<Try> tries = differences.stream().map(Try::new).toList();
    for (int round = 0; round < ROUNDS; round++) {
      List<Try> live = tries.stream().filter(one -> !one.isOver()).toList();
      List<Try> failing = live.isEmpty() ? List.of() : failing(live);
      if (failing == null) {
        return result(tries, oneByOne(tries));
      }
      if (failing.isEmpty()) {
        return result(tries, live);
      }
      failing.forEach(one -> one.way++);
    }
    return result(tries, oneByOne(tries));
  }

  /** Those that do not read as they should; null if a task changed that none of them is about. */
  private @Nullable List<Try> failing(List<Try> live) {
    List<Patch> patches = live.stream().flatMap(one -> one.patches().stream()).toList();
    if (Sources.overlap(patches)) {
      return null;
    }
    List<Try> tearing = live.stream().filter(one -> tears(one.patches())).toList();
    if (!tearing.isEmpty()) {
      return tearing;
    }
    Reread after = Reread.of(sources.patched(patches), dialect, held.known());
    Map<String, Said> expected = new HashMap<>();
    before.entries().forEach((key, entry) -> expected.put(key, entry.said()));
    Map<String, List<Try>> byTask = new HashMap<>();
    for (Try one : live) {
      Difference difference = one.difference;
      Said said = expected.getOrDefault(difference.task(), difference.after());
      expected.put(difference.task(), said.with(difference.field(), difference.after()));
      byTask.computeIfAbsent(difference.task(), key -> new ArrayList<>()).add(one);
    }
    List<Try> failing = new ArrayList<>();
    boolean others = !expected.keySet().containsAll(after.entries().keySet());
    for (Map.Entry<String, Said> task : expected.entrySet()) {
      Reread.Entry entry = after.entries().get(task.getKey());
      if (entry == null || !entry.said().equals(task.getValue())) {
        List<Try> mine = byTask.getOrDefault(task.getKey(), List.of());
        List<Try> guilty =
            mine.stream().filter(one -> entry == null || isWrong(one, entry)).toList();
        others |= mine.isEmpty();
        failing.addAll(guilty.isEmpty() ? mine : guilty);
      }
    }
    return failing.isEmpty() && others ? null : failing;
  }

  /** Whether a patch takes a border between cells away or brings one in; whole lines may. */
  private boolean tears(List<Patch> patches) {
    return patches.stream().anyMatch(patch -> sources.tears(patch));
  }

  private static boolean isWrong(Try one, Reread.Entry entry) {
    return !entry.said().sameIn(one.difference.field(), one.difference.after());
  }

  /** Slow and sure: each difference on top of those that went well. */
  private List<Try> oneByOne(List<Try> tries) {
    List<Try> good = new ArrayList<>();
    int count = 0;
    for (Try one : tries) {
      boolean written = false;
      for (one.way = 0; !one.isOver() && !written && count < TRIES; one.way += written ? 0 : 1) {
        List<Try> all = new ArrayList<>(good);
        all.add(one);
        List<Try> failing = failing(all);
        written = failing != null && failing.isEmpty();
        count++;
      }
      if (written) {
        good.add(one);
      } else {
        one.way = one.difference.ways().size();
      }
    }
    return good;
  }

  private Written result(List<Try> tries, List<Try> good) {
    List<Patch> patches = good.stream().flatMap(one -> one.patches().stream()).toList();
    List<Change> changes = new ArrayList<>();
    List<Unwritten> unwritten = new ArrayList<>();
    for (Try one : tries) {
      Difference d = one.difference;
      String was = d.field() == Field.ROW ? "" : d.before().words(d.field());
      String is = d.after().words(d.field());
      if (good.contains(one)) {
        changes.add(new Change(d.task(), d.field().name(), was, is, d.place()));
      } else {
        unwritten.add(new Unwritten(d.task(), d.field().name(), was, is, d.refusal(), d.place()));
      }
    }
    return new Written(sources.patched(patches), List.copyOf(changes), List.copyOf(unwritten));
  }
}
