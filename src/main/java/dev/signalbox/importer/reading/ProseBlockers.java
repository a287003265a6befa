package dev.signalbox.importer.reading;

import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import dev.signalbox.importer.reading.BlockerPhrases.Phrase;
import dev.signalbox.importer.reading.BlockerPhrases.Use;
import dev.signalbox.importer.reading.ParsedPlan.Blocker;
import dev.signalbox.plan.BlockerClass;
import dev.signalbox.plan.TaskState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what a task waits for where only its text says so. Ended tasks wait for nothing. */
final class ProseBlockers {

  private static final Pattern CLAUSE_END = Pattern.compile("[.;](?=\\s|$)");
  private static final Pattern AND =
      Pattern.compile("\\s*,\\s*(?:and\\s+)?|\\s+(?:and|plus|\\+|&)\\s+", Pattern.CASE_INSENSITIVE);
  private static final int LONGEST_CLAUSE = 2_000;
  private static final int MOST = 20;

  private final Document document;
  private final BlockerPhrases phrases;
  private final TaskState state;
  private final @Nullable LocalDate since;

  ProseBlockers(
      Document document, Vocabulary words, TaskState state, @Nullable LocalDate stateDate) {
    this.document = document;
    this.phrases = words.phrases();
    this.state = state;
    this.since = state == TaskState.BLOCKED ? stateDate : null;
  }

  /**
   * All that the text says is awaited; what it says only in general counts if nothing else does.
   */
  List<Blocker> in(List<Span> text) {
    if (state.isEnded()) {
      return List.of();
    }
    List<Span> clauses = text.stream().flatMap(span -> clauses(span).stream()).toList();
    List<Blocker> found = new ArrayList<>();
    for (Span clause : clauses) {
      find(clause, List.of(Use.CLEAR, Use.ONLY_IF_BLOCKED), found);
    }
    if (found.isEmpty() && state == TaskState.BLOCKED) {
      for (Span clause : clauses) {
        find(clause, List.of(Use.LAST_RESORT), found);
      }
    }
    List<Blocker> named =
        found.stream()
            .filter(blocker -> !phrases.generic().matcher(blocker.awaited()).matches())
            .toList();
    List<Blocker> kept = named.isEmpty() ? found : named;
    return kept.stream().distinct().limit(MOST).toList();
  }

  /** A blocker for words that stand where a dependency's key is expected. */
  Blocker inWords(Span words) {
    String awaited = document.words(words);
    return new Blocker(
        phrases.classOf(awaited),
        awaited,
        null,
        "Depends on " + awaited,
        since,
        document.place(words.from()));
  }

  private List<Span> clauses(Span text) {
    List<Span> clauses = new ArrayList<>();
    Matcher end = CLAUSE_END.matcher(document.text()).region(text.from(), text.to());
    int from = text.from();
    while (end.find()) {
      clauses.add(clause(from, end.start()));
      from = end.end();
    }
    clauses.add(clause(from, text.to()));
    return clauses;
  }

  private Span clause(int from, int to) {
    return document.trim(new Span(from, Math.min(to, from + LONGEST_CLAUSE)));
  }

  private void find(Span clause, List<Use> uses, List<Blocker> found) {
    for (Phrase phrase : phrases.phrases()) {
      Matcher matcher =
          phrase.pattern().matcher(document.text()).region(clause.from(), clause.to());
      boolean fits =
          uses.contains(phrase.use())
              && (state == TaskState.BLOCKED
                  ? matcher.find()
                  : phrase.use() == Use.CLEAR && matcher.lookingAt());
      if (fits) {
        Span what = new Span(matcher.start("what"), matcher.end("what"));
        if (phrase.splits()) {
          String how = matcher.group("how");
          boolean arrival = matcher.namedGroups().containsKey("then");
          String then = arrival ? " " + matcher.group("then") : "";
          parts(what).forEach(part -> add(part, how, then, found));
        } else {
          String reason = document.words(new Span(matcher.start(), matcher.end()));
          found.add(awaiting(what, document.words(what), null, reason));
        }
        return;
      }
    }
  }

  private List<Span> parts(Span what) {
    Matcher tail = phrases.tail().matcher(document.text()).region(what.from(), what.to());
    int to = tail.find() ? tail.start() : what.to();
    List<Span> parts = new ArrayList<>();
    Matcher and = AND.matcher(document.text()).region(what.from(), to);
    int from = what.from();
    while (and.find()) {
      parts.add(document.trim(new Span(from, and.start())));
      from = and.end();
    }
    parts.add(document.trim(new Span(from, to)));
    return parts.stream().filter(part -> !part.isEmpty()).toList();
  }

  private void add(Span part, String how, String then, List<Blocker> found) {
    String words = document.words(part);
    String lead = how.strip().replaceAll("\\s+", " ");
    String begin = lead.substring(0, 1).toUpperCase(Locale.ROOT) + lead.substring(1) + " ";
    List<KeyMentions.Mention> mentions = KeyMentions.in(document, part);
    if (mentions.isEmpty()) {
      found.add(awaiting(part, words, null, begin + words + then));
    }
    for (KeyMentions.Mention mention : mentions) {
      mention
          .keys()
          .forEach(key -> found.add(awaiting(mention.span(), key, key, begin + key + then)));
    }
  }

  private Blocker awaiting(Span at, String awaited, @Nullable String key, String reason) {
    BlockerClass kind = key == null ? phrases.classOf(awaited) : BlockerClass.UPSTREAM_TASK;
    return new Blocker(kind, awaited, key, reason, since, document.place(at.from()));
  }
}
