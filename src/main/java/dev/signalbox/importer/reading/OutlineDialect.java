package dev.signalbox.importer.reading;

import dev.signalbox.importer.OddityCode;
import dev.signalbox.importer.layout.Account;
import dev.signalbox.importer.layout.Block;
import dev.signalbox.importer.layout.Span;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Plans that are no tables, or not only: checkbox lists, bullets with states, a heading a task, and
 * all of them mixed. How sure one is depends on how many of the document's tasks it explains.
 */
public final class OutlineDialect implements Dialect {

  private static final int BASE = 50;
  private static final int SHARE = 30;
  private static final int MIXED = 88;
  private static final Vocabulary WORDS = Languages.ALL;

  private final String name;
  private final Set<Carrier> carriers;
  private final boolean mixed;

  private OutlineDialect(String name, Set<Carrier> carriers, boolean mixed) {
    this.name = name;
    this.carriers = carriers;
    this.mixed = mixed;
  }

  /** {@code - [x] Lay the track}. */
  public static OutlineDialect checkboxList() {
    return new OutlineDialect("checkbox-list", EnumSet.of(Carrier.BOX), false);
  }

  /** {@code - [DONE] Lay the track}, and bullets below the name of a state. */
  public static OutlineDialect stateBullets() {
    return new OutlineDialect("state-bullets", EnumSet.of(Carrier.BULLET), false);
  }

  /** {@code ### T-1: Lay the track} with lines such as {@code Status: Done} below it. */
  public static OutlineDialect taskHeadings() {
    return new OutlineDialect("task-headings", EnumSet.of(Carrier.HEADING), false);
  }

  /** All of these and tables, in one document. */
  public static OutlineDialect mixed() {
    return new OutlineDialect("mixed-markdown", EnumSet.allOf(Carrier.class), true);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Confidence confidence(Laid document) {
    int rows = document.rows().cardinality();
    TaskFinder.Found found = document.found();
    int all = rows + found.tasks().size();
    long kinds =
        carriers.stream().filter(carrier -> found.count(carrier) > 0).count() + (rows > 0 ? 1 : 0);
    if (mixed) {
      return kinds < 2
          ? Confidence.NONE
          : new Confidence(MIXED, all + " tasks, written in " + kinds + " ways");
    }
    long own = carriers.stream().mapToLong(found::count).sum();
    return own == 0
        ? Confidence.NONE
        : new Confidence(
            (int) (BASE + SHARE * own / all), own + " of " + all + " tasks are written so");
  }

  @Override
  public ParsedPlan read(Laid document) {
    Account account = document.markdown().account();
    boolean tables = mixed && !document.rows().isEmpty();
    TaskFinder.Found found =
        mixed ? document.found() : TaskFinder.find(document.ground(), carriers, new BitSet());
    OutlineTasks reader = new OutlineTasks(account, WORDS, found);
    List<OutlinePlan.Told> told =
        found.tasks().stream()
            .map(one -> new OutlinePlan.Told(one.carrier(), heading(one), reader.task(one)))
            .toList();
    new Parts(account, found, told.stream().map(OutlinePlan.Told::task).toList()).check();
    if (told.isEmpty() && !tables) {
      nothing(account);
    }
    List<Block> rest =
        found.blocks().stream().filter(block -> !isTold(block, found, tables)).toList();
    ParsedPlan plan = new PlanAssembler(account, WORDS).assemble(rest, false);
    return new OutlinePlan(account, told).with(plan);
  }

  private static int heading(Candidate candidate) {
    return candidate.context().heading();
  }

  private boolean isTold(Block block, TaskFinder.Found found, boolean tables) {
    boolean table = block instanceof Block.Table;
    return found.covers(block.span()) && !(table && tables && mixed);
  }

  private void nothing(Account account) {
    Span start = new Span(0, 0);
    account.report(
        OddityCode.NO_TASKS,
        start,
        "No task is written as "
            + String.join(
                " or ",
                carriers.stream().map(one -> one.name().toLowerCase(Locale.ROOT)).sorted().toList())
            + " here.");
  }
}
