package dev.signalbox.importer.reading;

import dev.signalbox.importer.OddityCode;
import dev.signalbox.importer.layout.Account;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import dev.signalbox.importer.reading.StateWords.Hit;
import dev.signalbox.plan.TaskState;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads how a task stands: {@code DONE (2025-11-24)}, {@code **DONE - frozen**}, a picture, a
 * badge, a percentage, or prose that begins with a state.
 */
final class StateCell {

  private static final Pattern STRICT =
      Pattern.compile(
          "([^(\\d]{0,60})(?:\\(?\\s*(\\d{4}-\\d{2}-\\d{2})\\s*\\)?)?(.*)", Pattern.DOTALL);
  private static final Pattern IMAGE =
      Pattern.compile("!\\[([^\\]]{0,80})\\](?:\\([^)]{0,300}\\)|\\[[^\\]]{0,80}\\])?");
  private static final Pattern SHIELD =
      Pattern.compile("badge/(?:[^-/)\\s]{0,60}-)?([^-/)\\s]{1,60})-[^-/)\\s]{1,30}");
  private static final Pattern HIDDEN = Pattern.compile("\\]\\([^)]{0,300}\\)|<[^>]{1,200}>");
  private static final Pattern BOX = Pattern.compile("\\[([ xX])\\]");
  private static final Pattern PERCENT = Pattern.compile("(?<!\\d)(\\d{1,3})(?:[.,]\\d+)?\\s?%");
  private static final Pattern NOTHING = Pattern.compile("[\\s\\-\u2013\u2014?_.*`~]*");
  private static final int PROSE = 80;

  private final StateWords states;
  private final Vocabulary words;
  private final Legend legend;

  StateCell(Vocabulary words) {
    this(words, Legend.NONE);
  }

  StateCell(Vocabulary words, Legend legend) {
    this.states = new StateWords(words, legend);
    this.words = words;
    this.legend = legend;
  }

  /**
   * A state and its date; null where unknown.
   *
   * @param prose what else the cell says; empty if nothing
   */
  record Found(
      @Nullable Read<TaskState> state, @Nullable Read<LocalDate> date, @Nullable Span prose) {}

  /** Whether this cell's text is a state and nothing else but its date. */
  boolean isState(String cell) {
    Matcher form = STRICT.matcher(cell);
    return form.matches() && states.whole(form.group(1)).isPresent() && !form.group(1).isBlank();
  }

  /** Whether the cell shows a state, by words at its start or by a picture alone. */
  boolean showsState(String cell) {
    String visible = visible(cell);
    Optional<Hit> hit = states.leading(visible);
    if (hit.isPresent()) {
      String rest = visible.substring(hit.get().to()).strip();
      return rest.isEmpty()
          || !Character.isLetter(rest.codePointAt(0))
          || cell.length() < PROSE / 2;
    }
    return (symbol(visible) != null && Vocabulary.plain(visible).isEmpty())
        || shield(cell).isPresent()
        || BOX.matcher(cell.strip()).matches();
  }

  /** The state that a picture with a name shows among other words: {@code ![Complete][]}. */
  Optional<Read<TaskState>> badge(Document document, Span cell) {
    String raw = document.raw(cell);
    Matcher image = IMAGE.matcher(raw);
    while (image.find()) {
      Optional<TaskState> state = states.whole(image.group(1));
      if (state.isPresent()) {
        Span name = new Span(cell.from() + image.start(1), cell.from() + image.end(1));
        return Optional.of(Read.of(state.get(), document, name));
      }
    }
    return shield(raw)
        .map(
            hit ->
                Read.of(
                    hit.state(),
                    document,
                    new Span(cell.from() + hit.from(), cell.from() + hit.to())));
  }

  /** Whether the cell is left out: empty, a dash, "n/a". */
  boolean isNothing(String cell) {
    return NOTHING.matcher(cell).matches() || words.none().contains(Vocabulary.plain(cell));
  }

  /** Reads the cell; what it does not know is reported and stands for a task to do. */
  Found read(Account account, Span cell) {
    Document document = account.document();
    String raw = document.raw(cell);
    Dates.Found date = Dates.first(raw);
    String visible = visible(raw);
    String undated = date == null ? visible : blank(visible, date.from(), date.to());
    Read<LocalDate> on = date == null ? null : date(account, cell, date);
    Hit hit = hit(raw, undated);
    if (hit == null) {
      return new Found(unknown(account, cell, raw), on, null);
    }
    Hit shown = withPicture(raw, hit);
    Span said = new Span(cell.from() + shown.from(), cell.from() + shown.to());
    String rest = blank(undated, hit.from(), hit.to());
    Span prose = null;
    if (rest.codePoints().anyMatch(Character::isLetter)) {
      prose = cell;
      reportRest(account, cell, hit, rest, date != null);
    }
    return new Found(Read.of(hit.state(), document, said), on, prose);
  }

  private @Nullable Hit hit(String raw, String visible) {
    Optional<Hit> clear = states.leading(visible);
    if (clear.isEmpty() && visible.length() <= PROSE) {
      clear = states.anywhere(visible);
    }
    if (clear.isPresent()) {
      return clear.get();
    }
    Hit symbol = symbol(visible);
    Matcher box = BOX.matcher(raw.strip());
    if (symbol != null) {
      return symbol;
    }
    if (box.matches()) {
      int at = raw.indexOf('[') + 1;
      return new Hit(box.group(1).isBlank() ? TaskState.TODO : TaskState.DONE, at, at + 1);
    }
    Matcher percent = PERCENT.matcher(visible);
    if (percent.find()) {
      int value = Integer.parseInt(percent.group(1));
      TaskState state =
          value == 0 ? TaskState.TODO : value < 100 ? TaskState.DOING : TaskState.DONE;
      return new Hit(state, percent.start(), percent.end());
    }
    return shield(raw).orElse(null);
  }

  private @Nullable Hit symbol(String visible) {
    int at = 0;
    while (at < visible.length()) {
      int c = visible.codePointAt(at);
      Optional<TaskState> state = legend.symbol(c).or(() -> Symbols.state(c));
      if (state.isPresent()) {
        int to = at + Character.charCount(c);
        while (to < visible.length() && Symbols.isJoiner(visible.codePointAt(to))) {
          to++;
        }
        return new Hit(state.get(), at, to);
      }
      at += Character.charCount(c);
    }
    return null;
  }

  private Optional<Hit> shield(String raw) {
    Matcher shield = SHIELD.matcher(raw);
    if (!shield.find()) {
      return Optional.empty();
    }
    String message = shield.group(1).replace("%20", " ").replace('_', ' ');
    return states.whole(message).map(state -> new Hit(state, shield.start(1), shield.end(1)));
  }

  /** A picture before the words says the state too, and so do the marks behind it. */
  private Hit withPicture(String raw, Hit hit) {
    Hit symbol = symbol(raw.substring(0, hit.from()));
    if (symbol == null) {
      return hit;
    }
    int opened = hit.from();
    while (opened > symbol.to() && "*_`~".indexOf(raw.charAt(opened - 1)) >= 0) {
      opened--;
    }
    String marks = raw.substring(opened, hit.from());
    boolean near = raw.substring(symbol.to(), opened).isBlank();
    String closing = new StringBuilder(marks).reverse().toString();
    boolean closed = raw.startsWith(closing, hit.to());
    return near && closed ? new Hit(hit.state(), symbol.from(), hit.to() + marks.length()) : hit;
  }

  private static Read<TaskState> unknown(Account account, Span cell, String raw) {
    Document document = account.document();
    boolean nothing = NOTHING.matcher(raw).matches();
    account.report(
        nothing ? OddityCode.STATE_MISSING : OddityCode.UNKNOWN_STATE,
        cell,
        nothing
            ? "No state stands here; the task counts as one to do."
            : "\""
                + document.shown(cell)
                + "\" is no state that is known here; the task would be one to do.");
    return Read.of(TaskState.TODO, document, cell);
  }

  private static void reportRest(Account account, Span cell, Hit hit, String rest, boolean dated) {
    boolean bracketed = rest.substring(hit.to()).stripLeading().startsWith("(");
    boolean dateExpected = bracketed && !dated && rest.indexOf('%') < 0;
    account.report(
        dateExpected ? OddityCode.BAD_DATE : OddityCode.UNPLACED_TEXT,
        account.document().trim(new Span(cell.from() + hit.to(), cell.to())),
        dateExpected
            ? "This stands where the state's date is expected; the date stays unknown."
            : "This stands beside the state and fits no field.");
  }

  /** The cell with what is not shown, such as addresses of links, as blanks. */
  private static String visible(String raw) {
    String text = raw;
    Matcher image = IMAGE.matcher(raw);
    while (image.find()) {
      text = blank(text, image.start(), image.start(1));
      text = blank(text, image.end(1), image.end());
    }
    Matcher hidden = HIDDEN.matcher(text);
    while (hidden.find()) {
      text = blank(text, hidden.start(), hidden.end());
    }
    return text;
  }

  private static String blank(String text, int from, int to) {
    return text.substring(0, from) + " ".repeat(to - from) + text.substring(to);
  }

  /** The date in a cell of its own; null (with an oddity if there are words) if there is none. */
  static @Nullable Read<LocalDate> date(Account account, Span cell) {
    Document document = account.document();
    String raw = document.raw(cell);
    Dates.Found found = Dates.first(raw);
    if (found != null) {
      return date(account, cell, found);
    }
    if (raw.codePoints().anyMatch(Character::isLetterOrDigit)) {
      account.report(
          OddityCode.BAD_DATE, cell, "A date is written 2025-11-24; this one stays unknown.");
    }
    return null;
  }

  private static @Nullable Read<LocalDate> date(Account account, Span cell, Dates.Found found) {
    Span span = new Span(cell.from() + found.from(), cell.from() + found.to());
    if (found.day() == null) {
      account.report(
          OddityCode.BAD_DATE, span, "This is no day, or may be two; the date stays unknown.");
      return null;
    }
    return Read.of(found.day(), account.document(), span);
  }
}
