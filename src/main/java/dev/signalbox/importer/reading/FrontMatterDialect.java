package dev.signalbox.importer.reading;

import dev.signalbox.importer.Oddity;
import dev.signalbox.importer.OddityCode;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import dev.signalbox.importer.reading.ParsedPlan.Sprint;
import dev.signalbox.importer.reading.ParsedPlan.Task;
import dev.signalbox.plan.TaskKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One task a file, with YAML at its head; a folder of such files is one plan. */
public final class FrontMatterDialect implements Dialect {

  static final String NAME = "front-matter";
  static final Confidence SURE = new Confidence(95, "a task's fields in YAML at the head");

  private static final Pattern NO_KEY = Pattern.compile("[^\\p{L}\\p{N}._-]+");
  private static final int LONGEST_KEY = 40;

  private final Vocabulary words = Languages.ALL;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Confidence confidence(Laid laid) {
    return isTask(laid.document()) ? SURE : Confidence.NONE;
  }

  static boolean isTask(Document document) {
    return FrontMatter.of(document).filter(FrontMatterTask::isTask).isPresent();
  }

  @Override
  public ParsedPlan read(Laid laid) {
    Document document = laid.document();
    String path = document.path();
    return read(List.of(document), named(path == null ? "" : Folders.of(path), document));
  }

  /** What a folder is called: by its configuration, else by its own name. */
  static Read<String> named(String folder, Document at) {
    String name = folder.substring(folder.lastIndexOf('/') + 1);
    return Read.of(name.isEmpty() ? "plan" : name, at, new Span(0, 0));
  }

  /**
   * Reads files as one plan.
   *
   * @param documents at least one; those that hold no task are told
   */
  ParsedPlan read(List<Document> documents, Read<String> title) {
    List<Oddity> oddities = new ArrayList<>();
    Map<TaskKey, Task> tasks = new LinkedHashMap<>();
    Map<String, List<Read<String>>> untaken = new LinkedHashMap<>();
    for (Document document : documents) {
      Optional<FrontMatter> head = FrontMatter.of(document).filter(FrontMatterTask::isTask);
      if (head.isEmpty()) {
        oddities.add(
            odd(
                OddityCode.FILE_WITHOUT_TASKS,
                "This file holds no task; it is kept as it is.",
                Read.of("", document, new Span(0, 0)),
                ""));
        continue;
      }
      FrontMatterTask reader = new FrontMatterTask(head.get(), words);
      reader.read().ifPresent(task -> add(task, tasks, oddities));
      oddities.addAll(reader.oddities());
      head.get()
          .places()
          .forEach(
              (field, place) -> {
                if (!FrontMatterTask.TAKEN.contains(field)) {
                  untaken.computeIfAbsent(field, any -> new ArrayList<>()).add(place);
                }
              });
    }
    untaken.forEach(
        (field, places) ->
            oddities.add(
                odd(
                    OddityCode.FIELD_NOT_READ,
                    "The field fits none of ours; its values in %d files were not imported."
                        .formatted(places.size()),
                    places.getFirst(),
                    field)));
    if (tasks.size() > Limits.TASKS) {
      String many = "These are %d tasks; %d are the limit.".formatted(tasks.size(), Limits.TASKS);
      oddities.add(odd(OddityCode.TOO_MANY, many, title, ""));
    }
    if (tasks.isEmpty()) {
      oddities.add(odd(OddityCode.NO_TASKS, "No file here holds a task.", title, ""));
    }
    Read<String> none = new Read<>("", title.span(), title.place());
    Read<String> key = new Read<>(keyOf(title.value()), title.span(), title.place());
    return new ParsedPlan(
        new Sprint(key, title, none, none, List.of()),
        List.copyOf(tasks.values()),
        List.of(),
        List.of(),
        List.of(),
        sorted(oddities));
  }

  private static void add(Task task, Map<TaskKey, Task> tasks, List<Oddity> oddities) {
    Task other = tasks.putIfAbsent(task.key().value(), task);
    if (other == null) {
      return;
    }
    boolean same = task.state().value() == other.state().value();
    oddities.add(
        odd(
            same ? OddityCode.REPEATED_TASK : OddityCode.DUPLICATE_TASK,
            task.key().value() + " is here and at " + other.key().place() + "; that one counts.",
            new Read<>("", task.key().span(), task.key().place()),
            task.key().value().value()));
  }

  private static Oddity odd(OddityCode code, String words, Read<String> at, String text) {
    return new Oddity(code, words, at.place(), text);
  }

  private static List<Oddity> sorted(List<Oddity> oddities) {
    return oddities.stream()
        .sorted(Comparator.comparing(oddity -> fileOf(oddity.place().file())))
        .toList();
  }

  private static String fileOf(@Nullable String file) {
    return file == null ? "" : file;
  }

  private static String keyOf(String title) {
    String key = NO_KEY.matcher(title).replaceAll("-").replaceAll("^-+|-+$", "");
    String cut = key.length() > LONGEST_KEY ? key.substring(0, LONGEST_KEY) : key;
    return cut.isEmpty() ? "plan" : cut;
  }
}
