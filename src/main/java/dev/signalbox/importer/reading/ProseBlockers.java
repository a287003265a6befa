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
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a task waits for where only its text says so. Ended tasks wait for nothing.
 *
 * <p>How sure: a clear phrase ("blocked on") that opens a clause of a task declared blocked 90, of
 * another open task 80; a phrase in the middle of a clause, or a weaker one ("depends on", "not yet
 * provided") 75; words where a dependency's key is expected 60; the last resort ("until"), or words
 * that name nothing in particular, 40.
 */
final class ProseBlockers {

  /** A key short of its family, such as {@code 32-001}. */
  private static final Pattern SHORT_KEY = Pattern.compile("\\p{Nd}{2,3}-\\p{Nd}{3}");

  private static final int OPENS_BLOCKED = 90;
  private static final int OPENS = 80;
  private static final int WITHIN = 75;
  private static final int IN_PLACE_OF_A_KEY = 60;
  private static final int LEAST = 40;

  private static final Pattern CLAUSE_END = Pattern.compile("[.;](?=\\s|$)|[\u3002\uff1b]");
  private static final int LONGEST_CLAUSE = 2_000;
  private static final int MOST = 20;

  private final Document document;
  private final List<BlockerPhrases> languages = BlockerPhrases.all();
  private final TaskState state;
  private final @Nullable LocalDate since;

  ProseBlockers(Document document, TaskState state, @Nullable LocalDate stateDate) {
    this.document = document;
    this.state = state;
    this.since = state == TaskState.BLOCKED ? stateDate : null;
  }

  ProseBlockers(
      Document document, Vocabulary words, TaskState state, @Nullable LocalDate stateDate) {
    this(document, state, stateDate);
  }

  /** Whether the words name nothing in particular, such as "upstream deliverables". */
  static boolean isGeneric(String awaited) {
    return BlockerPhrases.all().stream()
        .anyMatch(language -> language.generic().matcher(awaited.strip()).matches());
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
            .filter(blocker -> blocker.awaits() != null || !isGeneric(blocker.awaited()))
            .toList();
    List<Blocker> kept = named.isEmpty() ? found : named;
    return kept.stream().distinct().limit(MOST).toList();
  }

  /** A blocker for words that stand where a dependency's key is expected. */
  Blocker inWords(Span words) {
    String awaited = document.words(words);
    return new Blocker(
        classOf(awaited),
        awaited,
        null,
        "Depends on " + awaited,
        since,
        isGeneric(awaited) ? LEAST : IN_PLACE_OF_A_KEY,
        awaited,
        document.place(words.from()));
  }

  private BlockerClass classOf(String awaited) {
    for (BlockerPhrases language : languages) {
      BlockerClass kind = language.classOf(awaited);
      if (kind != BlockerClass.AWAITED_ARTEFACT) {
        return kind;
      }
    }
    return BlockerClass.AWAITED_ARTEFACT;
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
    for (BlockerPhrases language : languages) {
      for (Phrase phrase : language.phrases()) {
        Optional<Matcher> matcher =
            uses.contains(phrase.use()) ? matcher(phrase, clause) : Optional.empty();
        if (matcher.isPresent()) {
          new Clause(clause, language, phrase, matcher.get()).add(found);
          return;
        }
      }
    }
  }

  private Optional<Matcher> matcher(Phrase phrase, Span clause) {
    Matcher matcher = phrase.pattern().matcher(document.text()).region(clause.from(), clause.to());
    boolean fits =
        state == TaskState.BLOCKED
            ? matcher.find()
            : phrase.use() == Use.CLEAR && matcher.lookingAt();
    return fits ? Optional.of(matcher) : Optional.empty();
  }

  /** A clause that a phrase fits. */
  private final class Clause {

    private final Span whole;
    private final BlockerPhrases language;
    private final Phrase phrase;
    private final Matcher matcher;
    private final int sureness;

    Clause(Span whole, BlockerPhrases language, Phrase phrase, Matcher matcher) {
      this.whole = whole;
      this.language = language;
      this.phrase = phrase;
      this.matcher = matcher;
      boolean opens = matcher.start() == whole.from() && phrase.use() == Use.CLEAR;
      int open = state == TaskState.BLOCKED ? OPENS_BLOCKED : OPENS;
      this.sureness = phrase.use() == Use.LAST_RESORT ? LEAST : opens ? open : WITHIN;
    }

    void add(List<Blocker> found) {
      Span what = new Span(matcher.start("what"), matcher.end("what"));
      if (!phrase.splits()) {
        String reason = document.words(new Span(matcher.start(), matcher.end()));
        found.add(blocker(what, document.words(what), null, reason));
        return;
      }
      String how = matcher.group("how").strip().replaceAll("\\s+", " ");
      boolean arrival = matcher.namedGroups().containsKey("then");
      String then = arrival ? " " + matcher.group("then") : "";
      String begin = how.substring(0, 1).toUpperCase(Locale.ROOT) + how.substring(1) + " ";
      for (Span part : parts(what)) {
        String words = document.words(part);
        List<KeyMentions.Mention> mentions = KeyMentions.in(document, part);
        if (mentions.isEmpty()) {
          String key = SHORT_KEY.matcher(words).matches() ? words : null;
          found.add(blocker(part, words, key, begin + words + then));
        }
        for (KeyMentions.Mention mention : mentions) {
          mention
              .keys()
              .forEach(key -> found.add(blocker(mention.span(), words, key, begin + key + then)));
        }
      }
    }

    private List<Span> parts(Span what) {
      Matcher tail = language.tail().matcher(document.text()).region(what.from(), what.to());
      int to = tail.find() ? tail.start() : what.to();
      List<Span> parts = new ArrayList<>();
      Matcher and = Artefacts.AND.matcher(document.text()).region(what.from(), to);
      int from = what.from();
      while (and.find()) {
        parts.add(document.trim(new Span(from, and.start())));
        from = and.end();
      }
      parts.add(document.trim(new Span(from, to)));
      return parts.stream().filter(part -> !part.isEmpty()).toList();
    }

    private Blocker blocker(Span at, String awaited, @Nullable String key, String reason) {
      BlockerClass kind = key == null ? classOf(awaited) : BlockerClass.UPSTREAM_TASK;
      boolean vague = key == null && isGeneric(awaited);
      return new Blocker(
          kind,
          awaited,
          key,
          reason,
          since,
          vague ? LEAST : sureness,
          document.words(whole),
          document.place(at.from()));
    }
  }
}
