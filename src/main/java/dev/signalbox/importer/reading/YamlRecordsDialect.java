package dev.signalbox.importer.reading;

import dev.signalbox.importer.OddityCode;
import dev.signalbox.importer.layout.Account;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import dev.signalbox.importer.reading.ParsedPlan.Sprint;
import dev.signalbox.importer.reading.ParsedPlan.Task;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A YAML file with lists of records that have a name and a state. Nothing in it is executed. */
public final class YamlRecordsDialect implements Dialect {

  private static final int SURE = 90;
  private static final Pattern RECORD =
      Pattern.compile("(?m)^[ ]{0,40}-[ ]+[\\p{L}_][\\p{L}\\p{N}_ -]{0,40}:(?:[ ]|$)");
  private static final Pattern TITLE = Pattern.compile("(?m)^#[ \\t]*(\\S[^\\r\\n]{0,200})");
  private static final Pattern NO_KEY = Pattern.compile("[^\\p{L}\\p{N}._-]+");
  private static final int LONGEST_KEY = 40;
  private static final Vocabulary WORDS = Languages.ALL;

  @Override
  public String name() {
    return "yaml-records";
  }

  @Override
  public Confidence confidence(Laid laid) {
    Document document = laid.document();
    if (!RECORD.matcher(document.text()).find()) {
      return Confidence.NONE;
    }
    int records = new YamlRecords(new Account(document), WORDS).read().size();
    return records == 0
        ? Confidence.NONE
        : new Confidence(SURE, records + " YAML records with a name and a state");
  }

  @Override
  public ParsedPlan read(Laid laid) {
    Account account = new Account(laid.document());
    List<Task> tasks = new YamlRecords(account, WORDS).read();
    Sprint sprint = sprint(account);
    if (tasks.isEmpty()) {
      account.report(
          OddityCode.NO_TASKS,
          new Span(0, 0),
          "This holds no list of YAML records with a name and a state.");
    }
    account.reportTheRest();
    List<OutlinePlan.Told> told =
        tasks.stream().map(task -> new OutlinePlan.Told(Carrier.BULLET, 0, task)).toList();
    return new OutlinePlan(account, told)
        .with(
            new ParsedPlan(sprint, List.of(), List.of(), List.of(), List.of(), account.oddities()));
  }

  /** The first comment is the title. */
  private static Sprint sprint(Account account) {
    Document document = account.document();
    Matcher first = TITLE.matcher(document.text());
    Span title = first.find() ? new Span(first.start(1), first.end(1)) : new Span(0, 0);
    account.claim(title);
    String words = document.words(title);
    String slug = NO_KEY.matcher(words).replaceAll("-").replaceAll("^-+|-+$", "");
    String key = slug.length() > LONGEST_KEY ? slug.substring(0, LONGEST_KEY) : slug;
    Read<String> none = Read.of("", document, new Span(title.to(), title.to()));
    account.report(
        OddityCode.SPRINT_UNNAMED,
        new Span(title.from(), title.from()),
        "The document names no sprint number; its tasks go to the sprint \""
            + (key.isEmpty() ? "plan" : key)
            + "\".");
    return new Sprint(
        Read.of(key.isEmpty() ? "plan" : key, document, title),
        Read.of(words, document, title),
        none,
        none,
        List.of());
  }
}
