package dev.signalbox.importer.reading;

import dev.signalbox.importer.ImportReport.Contradiction;
import dev.signalbox.importer.Oddity;
import dev.signalbox.importer.OddityCode;
import dev.signalbox.importer.layout.Account;
import dev.signalbox.importer.layout.Block;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import dev.signalbox.importer.reading.ParsedPlan.Claim;
import dev.signalbox.importer.reading.ParsedPlan.LogRow;
import dev.signalbox.importer.reading.ParsedPlan.Risk;
import dev.signalbox.importer.reading.ParsedPlan.Sprint;
import dev.signalbox.importer.reading.ParsedPlan.Task;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes a plan of a document's blocks, whatever layout they came from. */
final class PlanAssembler {

  private static final int STATE = 80;
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final Account account;
  private final Document document;
  private final Vocabulary words;
  private final List<Risk> risks = new ArrayList<>();
  private final List<Claim> claims = new ArrayList<>();
  private final LogRows log;
  private Section section = Section.OTHER;
  private boolean sawLog;
  private boolean sawRisks;

  PlanAssembler(Account account, Vocabulary words) {
    this.account = account;
    this.document = account.document();
    this.words = words;
    this.log = new LogRows(account);
  }

  /**
   * Reads all blocks.
   *
   * @param wholeDocument whether the kind of document has all sections, so that one that is missing
   *     or ends in mid-sentence is worth a word
   */
  ParsedPlan assemble(List<Block> blocks, boolean wholeDocument) {
    Legend legend = Legend.of(account, blocks, words);
    Span preamble = preamble(blocks);
    Sprint sprint = new SprintHeader(account, preamble).read();
    PlanTables tables = new PlanTables(account, words, legend, new DerivedKeys());
    tables.look(blocks);
    List<TableTasks> found = tables.tasks();
    Duplicates duplicates = new Duplicates(account);
    List<Task> tasks = SaidOrder.in(account, duplicates.resolve(found));
    for (Block block : blocks) {
      boolean read = block instanceof Block.Text || block instanceof Block.Item;
      if (!read || block.span().from() < preamble.from() || block.span().from() >= preamble.to()) {
        take(block, tables);
      }
    }
    claimTheLog();
    if (wholeDocument) {
      reportMissing();
    }
    tables.reportTheRest();
    account.reportTheRest();
    Limits limits = new Limits(account);
    List<Task> taken = limits.tasks(tasks);
    List<LogRow> logged = limits.log(log.rows());
    List<Risk> told = limits.risks(risks);
    Sprint named = limits.sprint(sprint);
    if (tasks.isEmpty() && account.oddities().stream().noneMatch(PlanAssembler::isGrave)) {
      Span end = new Span(document.length(), document.length());
      account.report(OddityCode.NO_TASKS, end, Seen.words(blocks));
    }
    StateTalk talk = new StateTalk(document, new StateWords(words, legend), tasks);
    talk.compare(blocks, found);
    List<Contradiction> contradictions = new ArrayList<>(duplicates.contradictions());
    contradictions.addAll(talk.contradictions());
    ParsedPlan plan =
        new ParsedPlan(named, taken, logged, told, claims, contradictions, account.oddities());
    return withGraphs(plan, blocks, tables);
  }

  private static boolean isGrave(Oddity oddity) {
    return oddity.severity() != OddityCode.Severity.NOTE;
  }

  /** Holds what the document says of its dependencies in other forms against its tasks. */
  private ParsedPlan withGraphs(ParsedPlan plan, List<Block> blocks, PlanTables tables) {
    boolean any =
        !tables.all(TableRole.Kind.MATRIX).isEmpty()
            || !tables.all(TableRole.Kind.PAIRS).isEmpty()
            || StatedGraph.hasOrder(document, blocks);
    if (!any) {
      return plan;
    }
    Map<String, Set<String>> edges = new HashMap<>();
    Resolution.of(plan, List.of())
        .document()
        .tasks()
        .forEach(task -> edges.put(task.key().value(), Set.copyOf(task.dependsOn())));
    StatedGraph graph = new StatedGraph(document, edges);
    tables.all(TableRole.Kind.MATRIX).forEach(graph::compareMatrix);
    for (Block.Table pairs : tables.all(TableRole.Kind.PAIRS)) {
      graph.comparePairs(pairs, tables.role(pairs).columns());
    }
    graph.compareOrders(blocks);
    List<Contradiction> all = new ArrayList<>(plan.contradictions());
    all.addAll(graph.contradictions());
    return new ParsedPlan(
        plan.sprint(), plan.tasks(), plan.log(), plan.risks(), plan.claims(), all, plan.oddities());
  }

  /** From the first heading to the first table or second heading. */
  private Span preamble(List<Block> blocks) {
    int from = 0;
    boolean inside = false;
    for (Block block : blocks) {
      boolean heading = block instanceof Block.Heading;
      if (heading && !inside && words.section(title(block)) == Section.OTHER) {
        from = block.span().from();
        inside = true;
      } else if (heading || block instanceof Block.Table) {
        return new Span(from, Math.max(from, block.span().from()));
      }
    }
    return new Span(from, document.length());
  }

  private String title(Block block) {
    return block instanceof Block.Heading heading ? document.words(heading.title()) : "";
  }

  private void take(Block block, PlanTables tables) {
    switch (block) {
      case Block.Heading heading -> {
        section = words.section(document.words(heading.title()));
        sawLog |= section == Section.LOG;
        sawRisks |= section == Section.RISKS;
        if (heading.level() > 1 || section != Section.OTHER) {
          account.claim(heading.span());
        }
      }
      case Block.Table table -> take(table, tables.role(table));
      case Block.StrayRow stray -> takeStray(stray.row());
      case Block.Item item -> takeWords(item.span());
      case Block.Text text -> takeWords(text.span());
      case Block.Code code -> {}
      case Block.Html html -> {}
    }
  }

  private void take(Block.Table table, TableRole role) {
    switch (role.kind()) {
      case LOG -> {
        account.claim(table.header().span());
        table.rows().forEach(row -> log.add(row, role.columns()));
      }
      case RISKS ->
          table.rows().stream()
              .filter(row -> row.cells().stream().anyMatch(cell -> !cell.isEmpty()))
              .forEach(this::addRisk);
      case TASKS, LEGEND, MATRIX, PAIRS, OTHER -> {}
    }
  }

  private void addRisk(Block.Row row) {
    String text =
        row.cells().stream()
            .filter(cell -> !cell.isEmpty())
            .map(document::words)
            .collect(Collectors.joining(" \u00b7 "));
    risks.add(new Risk(text, row.span(), document.place(row.span().from())));
    claims.addAll(new Claims(document).inRisk(row.span()));
  }

  private void takeWords(Span span) {
    if (section == Section.RISKS) {
      account.claim(span);
      risks.add(new Risk(document.words(span), span, document.place(span.from())));
      claims.addAll(new Claims(document).inRisk(span));
    } else if (holdsTaskRow(span)) {
      account.report(
          OddityCode.STRANDED_TASK_ROW,
          span,
          "These look like rows of a task table that was broken off; they were not read.");
    }
  }

  private void takeStray(Block.Row row) {
    boolean dated =
        !row.cells().isEmpty() && DATE.matcher(document.raw(row.cells().getFirst())).matches();
    if (dated) {
      log.addStray(row);
    } else {
      takeWords(row.span());
    }
  }

  private boolean holdsTaskRow(Span span) {
    StateCell states = new StateCell(words);
    String text = document.text();
    int pipe = text.indexOf('|', span.from(), span.to());
    while (pipe >= 0) {
      int next = text.indexOf('|', pipe + 1, span.to());
      boolean maySay = next - pipe > 4 && next - pipe < STATE;
      if (maySay && states.isState(document.words(new Span(pipe + 1, next)))) {
        return true;
      }
      pipe = next;
    }
    return false;
  }

  private void claimTheLog() {
    List<LogRow> rows = log.rows();
    for (int i = 0; i < rows.size(); i++) {
      claims.addAll(new Claims(document).inLog(rows.get(i), log.texts().get(i)));
    }
  }

  private void reportMissing() {
    Span all = document.trim(document.whole());
    Span end = new Span(Math.max(all.from(), all.to() - 1), all.to());
    if (!sawLog) {
      account.report(OddityCode.MISSING_SECTION, end, "There is no execution log.");
    }
    if (!sawRisks) {
      account.report(OddityCode.MISSING_SECTION, end, "There are no decisions and risks.");
    }
    if (".!?)]|\"'`\u201d".indexOf(document.text().charAt(end.from())) < 0) {
      account.report(
          OddityCode.ENDS_ABRUPTLY, end, "The document ends in the middle of a sentence.");
    }
  }
}
