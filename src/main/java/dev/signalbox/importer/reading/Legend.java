package dev.signalbox.importer.reading;

import dev.signalbox.importer.layout.Account;
import dev.signalbox.importer.layout.Block;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import dev.signalbox.plan.TaskState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a document itself says its signs and state words mean: a table, a line or a list. */
final class Legend {

  static final Legend NONE = new Legend(Map.of(), Map.of());

  private static final Pattern TITLE =
      Pattern.compile(
          "(?iu)\\b(?:status|state)?[ -]?(?:legend|key|keys|legende|l\u00e9gende|leyenda|\u043b\u0435\u0433\u0435\u043d\u0434\u0430|legenda)\\b|\u56fe\u4f8b|\u5716\u4f8b|\u51e1\u4f8b");
  private static final Pattern ENTRY_END =
      Pattern.compile("[|;,\u00b7\u3001\uff1b\uff0c\\r\\n]|<br\\s{0,3}/?>");
  private static final Pattern EQUALS =
      Pattern.compile("\\s*(?:=>|=|:|\uff1a|\u2192|->|\\s[-\u2013\u2014]\\s)\\s*");
  private static final Pattern MARKS = Pattern.compile("[*`_\\[\\]]");
  private static final int LONGEST = 2_000;
  private static final int LONGEST_WORD = 40;

  private final Map<Integer, TaskState> symbols;
  private final Map<String, TaskState> words;

  private Legend(Map<Integer, TaskState> symbols, Map<String, TaskState> words) {
    this.symbols = symbols;
    this.words = words;
  }

  /** Reads all legends of a document and claims them. */
  static Legend of(Account account, List<Block> blocks, Vocabulary vocabulary) {
    Legend legend = new Legend(new HashMap<>(), new HashMap<>());
    Document document = account.document();
    StateWords states = new StateWords(vocabulary, NONE);
    boolean under = false;
    for (Block block : blocks) {
      if (block instanceof Block.Heading heading) {
        under = TITLE.matcher(document.words(heading.title())).find();
      } else if (block instanceof Block.Table table) {
        legend.addTable(document, table, vocabulary, states);
      } else if (block instanceof Block.Text || block instanceof Block.Item) {
        if (block.span().length() <= LONGEST
            && legend.addLine(document, block.span(), under, states)) {
          account.claim(block.span());
        }
      }
    }
    return legend;
  }

  Optional<TaskState> symbol(int codePoint) {
    return Optional.ofNullable(symbols.get(codePoint));
  }

  Optional<TaskState> word(String phrase) {
    return words.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(words.get(Vocabulary.plain(phrase)));
  }

  /** Whether a table only explains signs; its first column shows them, the second says more. */
  static boolean isLegend(Document document, Block.Table table, Vocabulary vocabulary) {
    List<Span> titles = table.header().cells();
    if (titles.size() < 2 || titles.size() > 3) {
      return false;
    }
    Column first = vocabulary.column(document.words(titles.get(0)));
    Column second = vocabulary.column(document.words(titles.get(1)));
    boolean explains = second == Column.MEANING || first == Column.SYMBOL;
    return explains
        || (first == Column.STATE
            && (second == Column.TEXT || second == Column.NOTE || second == Column.MEANING));
  }

  private void addTable(
      Document document, Block.Table table, Vocabulary vocabulary, StateWords states) {
    if (!isLegend(document, table, vocabulary)) {
      return;
    }
    for (Block.Row row : table.rows()) {
      if (row.cells().size() >= 2) {
        add(document.words(row.cells().get(0)), document.words(row.cells().get(1)), states);
      }
    }
  }

  private boolean addLine(Document document, Span line, boolean under, StateWords states) {
    String text = document.raw(line);
    Matcher title = TITLE.matcher(text);
    boolean titled = title.find() && title.start() < LONGEST_WORD;
    if (!titled && !under) {
      return false;
    }
    String entries = titled ? text.substring(title.end()) : text;
    boolean any = false;
    for (String entry : ENTRY_END.split(entries, -1)) {
      String bare = MARKS.matcher(entry).replaceAll(" ").strip();
      Matcher equals = EQUALS.matcher(bare);
      int symbol = bare.isEmpty() ? 0 : bare.codePointAt(0);
      if (Symbols.isSymbol(symbol)) {
        any |= add(bare, bare.substring(Character.charCount(symbol)), states);
      } else if (equals.find() && equals.start() > 0) {
        any |= add(bare.substring(0, equals.start()), bare.substring(equals.end()), states);
      }
    }
    return any || (under && states.whole(text).isPresent());
  }

  private boolean add(String sign, String meaning, StateWords states) {
    Optional<StateWords.Hit> clear = states.leading(meaning);
    String bare = MARKS.matcher(sign).replaceAll("").strip();
    int symbol = bare.isEmpty() ? 0 : bare.codePointAt(0);
    if (Symbols.isSymbol(symbol)) {
      clear
          .or(() -> states.anywhere(meaning))
          .ifPresent(hit -> symbols.putIfAbsent(symbol, hit.state()));
      return true;
    }
    String plain = Vocabulary.plain(bare);
    if (plain.isEmpty() || plain.length() > LONGEST_WORD) {
      return false;
    }
    boolean known = states.whole(bare).isPresent();
    clear
        .or(() -> known ? Optional.empty() : states.anywhere(meaning))
        .ifPresent(hit -> words.putIfAbsent(plain, hit.state()));
    return known || words.containsKey(plain);
  }
}
