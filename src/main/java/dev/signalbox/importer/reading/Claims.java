package dev.signalbox.importer.reading;

import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import dev.signalbox.importer.reading.ParsedPlan.Claim;
import dev.signalbox.importer.reading.ParsedPlan.Claim.Origin;
import dev.signalbox.importer.reading.ParsedPlan.LogRow;
import dev.signalbox.plan.TaskState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what the log and the risks say about the states of tasks (in English). */
final class Claims {

  private static final Pattern FINISHED =
      Pattern.compile(
          "(?:completed|finished|closed|delivered|done with)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern MARKED =
      Pattern.compile(
          "(?:marked|set|moved|put|flagged)\\s(.{1,400}?)\\s(TODO|DOING|BLOCKED|DONE|CANCELLED)\\b",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
  private static final Pattern BLOCKED =
      Pattern.compile("(?<!un)(?<!no longer )(?<!not )\\bblocked\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern SENTENCE_END = Pattern.compile("[.:](?=\\s|$)");
  private static final int LONGEST = 2_000;

  private final Document document;

  Claims(Document document) {
    this.document = document;
  }

  List<Claim> inLog(LogRow row, Span text) {
    Span sentence = sentence(text);
    Matcher finished = FINISHED.matcher(document.text()).region(text.from(), text.to());
    if (finished.lookingAt()) {
      return claims(sentence, text, TaskState.DONE, Origin.LOG, row);
    }
    Matcher marked = MARKED.matcher(document.text()).region(text.from(), text.to());
    if (marked.lookingAt()) {
      TaskState state = TaskState.valueOf(marked.group(2).toUpperCase(Locale.ROOT));
      Span keys = new Span(marked.start(1), marked.end(1));
      return claims(keys, text, state, Origin.LOG, row);
    }
    return List.of();
  }

  List<Claim> inRisk(Span risk) {
    Span head = new Span(risk.from(), Math.min(risk.to(), risk.from() + LONGEST));
    Matcher blocked = BLOCKED.matcher(document.text()).region(head.from(), head.to());
    blocked.useTransparentBounds(true);
    if (!blocked.find()) {
      return List.of();
    }
    Span keys = new Span(head.from(), blocked.start());
    return claims(keys, head, TaskState.BLOCKED, Origin.RISKS, null);
  }

  private List<Claim> claims(
      Span keys, Span text, TaskState state, Origin origin, @Nullable LogRow row) {
    List<Claim> claims = new ArrayList<>();
    for (KeyMentions.Mention mention : KeyMentions.in(document, keys)) {
      for (String key : mention.keys()) {
        claims.add(
            new Claim(
                key,
                state,
                origin,
                row == null ? null : row.on(),
                document.place(mention.span().from()),
                document.shown(text)));
      }
    }
    return claims;
  }

  private Span sentence(Span text) {
    Matcher end = SENTENCE_END.matcher(document.text()).region(text.from(), text.to());
    return end.find() ? new Span(text.from(), end.start()) : text;
  }
}
