package dev.signalbox.importer.reading;

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
import java.util.List;
import java.util.regex.Pattern;

/** Makes a plan of a document's blocks, whatever layout they came from. */
final class PlanAssembler {

  private static final int STATE = 80;
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final Account account;
  private final Document document;
  private final Vocabulary words;
  private final List<Task> tasks = new ArrayList<>();
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
    Span preamble = preamble(blocks);
    Sprint sprint = new SprintHeader(account, preamble).read();
    for (Block block : blocks) {
      boolean read = block instanceof Block.Text || block instanceof Block.Item;
      if (!read || block.span().from() < preamble.from() || block.span().from() >= preamble.to()) {
        take(block);
      }
    }
    claimTheLog();
    if (wholeDocument) {
      reportMissing();
    }
    account.reportTheRest();
    List<Task> unique = new Duplicates(account).resolve(tasks);
    new Limits(account).check(unique, log.rows(), risks);
    if (tasks.isEmpty() && account.oddities().stream().noneMatch(oddity -> oddity.isFatal())) {
      Span end = new Span(document.length(), document.length());
      account.report(OddityCode.NO_TASKS, end, "No table of tasks with their states was found.");
    }
    return new ParsedPlan(sprint, unique, log.rows(), risks, claims, account.oddities());
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

  private void take(Block block) {
    switch (block) {
      case Block.Heading heading -> {
        section = words.section(document.words(heading.title()));
        sawLog |= section == Section.LOG;
        sawRisks |= section == Section.RISKS;
        if (heading.level() > 1 || section != Section.OTHER) {
          account.claim(heading.span());
        }
      }
      case Block.Table table -> take(table);
      case Block.StrayRow stray -> takeStray(stray.row());
      case Block.Item item -> takeWords(item.span());
      case Block.Text text -> takeWords(text.span());
      case Block.Code code -> {}
      case Block.Html html -> {}
    }
  }

  private void take(Block.Table table) {
    Columns columns = Columns.of(document, table.header(), words);
    if (columns.areTasks()) {
      account.claim(table.header().span());
      tasks.addAll(new TaskRows(account, words).read(table, columns));
    } else if (columns.areLog()) {
      account.claim(table.header().span());
      table.rows().forEach(row -> log.add(row, columns));
    } else {
      account.report(
          OddityCode.TABLE_NOT_READ,
          table.span(),
          "This table has no columns of a key and a state, and is no log; its "
              + table.rows().size()
              + " rows were not imported.");
    }
  }

  private void takeWords(Span span) {
    if (section == Section.RISKS) {
      account.claim(span);
      risks.add(new Risk(document.words(span), document.place(span.from())));
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
