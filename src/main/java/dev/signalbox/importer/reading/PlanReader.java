package dev.signalbox.importer.reading;

import dev.signalbox.importer.Oddity;
import dev.signalbox.importer.OddityCode;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import dev.signalbox.plan.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets the surest dialect read a document, or the one that somebody chose. Pure. */
public final class PlanReader {

  private final List<Dialect> dialects;

  PlanReader(List<Dialect> dialects) {
    this.dialects = List.copyOf(dialects);
  }

  /** A reader that knows all dialects of this version. */
  public static PlanReader withAllDialects() {
    return new PlanReader(
        List.of(
            new SprintDocumentDialect(),
            new MarkdownTableDialect(),
            new FrontMatterDialect(),
            OutlineDialect.checkboxList(),
            OutlineDialect.stateBullets(),
            OutlineDialect.taskHeadings(),
            OutlineDialect.mixed(),
            new YamlRecordsDialect()));
  }

  /** What one dialect thought of the document. */
  public record Considered(String dialect, Confidence confidence) {}

  /**
   * What came out.
   *
   * @param considered all dialects, the surest first; the first one read the document unless
   *     another was chosen
   */
  public record Reading(
      String dialect, Confidence confidence, List<Considered> considered, ParsedPlan plan) {}

  /** Reads the document; whatever it is, this answers and does not throw. */
  public Reading read(Document document, @Nullable String chosen) {
    Optional<Oddity> defect = document.defect();
    if (defect.isPresent()) {
      return nothing(List.of(), defect.get());
    }
    Laid laid = new Laid(document);
    List<Considered> considered = consider(laid);
    String name = chosen == null ? considered.getFirst().dialect() : chosen;
    Optional<Dialect> dialect = dialects.stream().filter(one -> one.name().equals(name)).findAny();
    if (dialect.isEmpty()) {
      return nothing(considered, odd(document, OddityCode.UNKNOWN_DIALECT, unknown(name)));
    }
    Confidence confidence =
        considered.stream()
            .filter(one -> one.dialect().equals(name))
            .map(Considered::confidence)
            .findAny()
            .orElse(Confidence.NONE);
    if (chosen == null && confidence.percent() == 0) {
      return nothing(
          considered, odd(document, OddityCode.NO_TASKS, Seen.words(laid.markdown().blocks())));
    }
    ParsedPlan plan = withRefused(document, dialect.get().read(laid));
    return new Reading(name, confidence, considered, plan);
  }

  /** Says where characters stand that no plan takes, such as control characters. */
  private static ParsedPlan withRefused(Document document, ParsedPlan plan) {
    long refused = Wording.refused(document.text());
    if (refused == 0) {
      return plan;
    }
    int at = 0;
    int first = document.text().codePointAt(at);
    while (Wording.refused(Character.toString(first)) == 0) {
      at += Character.charCount(first);
      first = document.text().codePointAt(at);
    }
    String words =
        "%d characters show nothing, the first is U+%04X; each was read as a space."
            .formatted(refused, first);
    String shown = document.shown(new Span(at, Math.min(document.length(), at + 200)));
    List<Oddity> oddities = new ArrayList<>(plan.oddities());
    oddities.add(new Oddity(OddityCode.STRANGE_CHARACTERS, words, document.place(at), shown));
    return new ParsedPlan(
        plan.sprint(),
        plan.tasks(),
        plan.log(),
        plan.risks(),
        plan.claims(),
        plan.contradictions(),
        List.copyOf(oddities));
  }

  private List<Considered> consider(Laid document) {
    List<Considered> considered = new ArrayList<>();
    for (Dialect dialect : dialects) {
      considered.add(new Considered(dialect.name(), dialect.confidence(document)));
    }
    Comparator<Considered> bySureness = Comparator.comparingInt(one -> one.confidence().percent());
    considered.sort(bySureness.reversed());
    return List.copyOf(considered);
  }

  private String unknown(String name) {
    return "There is no dialect \""
        + name
        + "\"; known are "
        + String.join(", ", dialects.stream().map(Dialect::name).toList())
        + ".";
  }

  private static Oddity odd(Document document, OddityCode code, String words) {
    int at = document.skipSpaces(0, document.length());
    int to = Math.min(document.length(), at + 200);
    return new Oddity(code, words, document.place(at), document.shown(new Span(at, to)));
  }

  private static Reading nothing(List<Considered> considered, Oddity reason) {
    return new Reading("", Confidence.NONE, considered, ParsedPlan.unreadable(reason));
  }
}
