package dev.signalbox.importer.reading;

import dev.signalbox.importer.layout.Account;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import dev.signalbox.importer.reading.TaskLine.How;
import dev.signalbox.plan.TaskState;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes bullets, headings and checkbox lines apart: state, key, title. Linear time. */
final class TaskLines {

  private static final int MOST_MARKS = 8;
  private static final Pattern MARKS = Pattern.compile("[\\s*_~]{1,12}");
  private static final Pattern SEPARATORS =
      Pattern.compile("[\\s*_`:\\uff1a|/\\]-]{0,8}[\\u2013\\u2014]?[\\s*_:]{0,4}");
  private static final Pattern BRACKETS =
      Pattern.compile(
          "[\\[(\\u3010]([^\\[\\]()\\u3010\\u3011\\r\\n]{1,48})[\\])\\u3011](?![(\\[])");
  private static final Pattern BOLD = Pattern.compile("\\*\\*([^*\\r\\n]{1,40})\\*\\*");
  private static final Pattern SHOUTED =
      Pattern.compile("([\\p{Lu}][\\p{Lu} _-]{1,24})(?=\\s{0,2}[:\\u2013\\u2014-])");
  private static final Pattern LAST_PART =
      Pattern.compile("(?:\\s[\\u2013\\u2014-]|[:\\uff1a])\\s{1,3}([^:\\r\\n]{2,40})\\z");
  private static final Pattern UNKNOWN =
      Pattern.compile("\\[(\\p{Lu}[\\p{Lu}_ |-]{2,30})\\](?![(\\[])");
  private static final int BADGE = 80;

  private final Document document;
  private final String text;
  private final Signs signs;
  private final Badges states;
  private final KeyForms keys;

  TaskLines(Document document, Signs signs, Badges states, KeyForms keys) {
    this.document = document;
    this.text = document.text();
    this.signs = signs;
    this.states = states;
    this.keys = keys;
  }

  /** What the line says; without key and state, all of it is the title. */
  TaskLine read(Span line) {
    Reading reading = new Reading(document.trim(line));
    reading.front();
    reading.back();
    return reading.answer();
  }

  /** One line being read: from both ends to the middle. */
  private final class Reading {

    private int from;
    private int to;
    private int picture = -1;
    private int pictureEnd = -1;
    private @Nullable Span unknown;
    private Badges.@Nullable Found state;
    private @Nullable How how;
    private KeyForms.@Nullable Found key;

    Reading(Span line) {
      this.from = line.from();
      this.to = line.to();
    }

    void front() {
      shout();
      for (int i = 0; i < MOST_MARKS && from < to; i++) {
        skip(MARKS);
        if (!picture() && !inBrackets() && !inWords() && !key()) {
          return;
        }
      }
    }

    private void skip(Pattern pattern) {
      Matcher matcher = pattern.matcher(text).region(from, to);
      if (matcher.lookingAt()) {
        from = matcher.end();
      }
    }

    private boolean picture() {
      int end = from < to ? Signs.end(text, from, to) : from;
      if (end == from || signs.state(text, from).isEmpty()) {
        return false;
      }
      if (picture < 0) {
        picture = from;
        pictureEnd = end;
      }
      from = end;
      return true;
    }

    private boolean inBrackets() {
      Matcher matcher = BRACKETS.matcher(text).region(from, to);
      return state == null && matcher.lookingAt() && take(matcher, How.BRACKETS);
    }

    private boolean inWords() {
      Matcher bold = BOLD.matcher(text).region(Math.max(0, from - 2), to);
      boolean behindStars = from >= 2 && text.startsWith("**", from - 2);
      if (state == null && behindStars && bold.lookingAt() && take(bold, How.WORDS)) {
        return true;
      }
      Matcher shouted = SHOUTED.matcher(text).region(from, to);
      return state == null && shouted.lookingAt() && take(shouted, How.WORDS);
    }

    private boolean take(Matcher matcher, How said) {
      Optional<Badges.Found> found =
          states.of(new Span(matcher.start(1), matcher.end(1)), new Account(document));
      if (found.isEmpty()) {
        return false;
      }
      state = found.get();
      how = said;
      from = matcher.end();
      skip(SEPARATORS);
      return true;
    }

    /** Where brackets hold capitals only, they would be a state if we knew the word. */
    private void shout() {
      Matcher shout = UNKNOWN.matcher(text).region(from, to);
      if (unknown == null && shout.lookingAt()) {
        unknown = new Span(shout.start(1), shout.end(1));
      }
    }

    private boolean key() {
      if (key != null) {
        return false;
      }
      key = keys.at(from, to);
      if (key == null) {
        return false;
      }
      from = key.end();
      skip(SEPARATORS);
      shout();
      return true;
    }

    /** A badge at the end; behind a picture alone at the front, words there say it better. */
    void back() {
      int start = Math.max(from, to - BADGE);
      String end = text.substring(start, to);
      int open = Math.max(end.lastIndexOf('['), end.lastIndexOf('('));
      boolean took = open >= 0 && back(BRACKETS, start + open, How.BRACKETS);
      int bold = end.length() < 4 ? -1 : end.lastIndexOf("**", end.length() - 3);
      took = took || (bold >= 0 && back(BOLD, start + bold, How.WORDS));
      if (!took && key != null && picture < 0) {
        Matcher last = LAST_PART.matcher(text).region(start, to);
        if (last.find()) {
          took = back(new Span(last.start(1), last.end(1)), last.start(), How.WORDS);
        }
      }
      if (!took) {
        lastPicture();
      }
      if (open >= 0 && key != null && unknown == null) {
        Matcher last = UNKNOWN.matcher(text).region(start + open, to);
        unknown = last.matches() ? new Span(last.start(1), last.end(1)) : null;
      }
    }

    private boolean back(Pattern pattern, int at, How said) {
      Matcher matcher = pattern.matcher(text).region(at, to);
      return matcher.matches()
          && back(new Span(matcher.start(1), matcher.end(1)), matcher.start(), said);
    }

    private boolean back(Span badge, int begin, How said) {
      Optional<Badges.Found> found = states.of(badge, new Account(document));
      if (found.isEmpty() || (state != null && said != How.WORDS)) {
        return false;
      }
      if (state == null) {
        state = found.get();
        how = said;
      }
      to = Math.max(from, begin);
      if (said == How.WORDS) {
        picturesBefore();
      }
      return true;
    }

    private void picturesBefore() {
      Span before = document.trim(new Span(from, to));
      int last = before.to();
      for (int i = Math.max(before.from(), last - 4); i < last; i++) {
        if (Signs.end(text, i, last) == last && signs.state(text, i).isPresent()) {
          to = i;
          return;
        }
      }
    }

    private void lastPicture() {
      int before = document.trim(new Span(from, to)).to();
      for (int i = Math.max(from, before - 4); i < before; i++) {
        boolean whole = Signs.end(text, i, before) == before;
        if (whole && signs.state(text, i).isPresent()) {
          if (picture < 0 && state == null && key != null) {
            picture = i;
            pictureEnd = before;
          }
          to = state == null && key == null ? to : i;
          return;
        }
      }
    }

    TaskLine answer() {
      Span title = document.trim(new Span(from, Math.max(from, to)));
      Read<TaskState> read = state == null ? null : state.state();
      How said = how;
      if (read == null && picture >= 0) {
        TaskState told = signs.state(text, picture).orElseThrow();
        read = Read.of(told, document, new Span(picture, pictureEnd));
        said = How.SIGN;
      }
      String words = document.words(title).replace("**", "").replace("\\|", "|").strip();
      return new TaskLine(
          key == null ? null : key.key(),
          key != null && key.marked(),
          read,
          said,
          state == null ? null : state.date(),
          title,
          words,
          read == null ? unknown : null);
    }
  }
}
