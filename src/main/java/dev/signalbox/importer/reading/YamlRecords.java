package dev.signalbox.importer.reading;

import dev.signalbox.importer.OddityCode;
import dev.signalbox.importer.layout.Account;
import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import dev.signalbox.importer.reading.ParsedPlan.Task;
import dev.signalbox.plan.TaskKey;
import dev.signalbox.plan.TaskState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads records out of YAML nodes: those with a name or key and a state are tasks. */
final class YamlRecords {

  private static final int DEEPEST = 20;
  private static final Set<String> TEXTS = Set.of("name", "title", "summary", "text", "subject");
  private static final Set<String> STATES = Set.of("status", "state");
  private static final Set<String> FINISHED =
      Set.of("approved", "accepted", "merged", "granted", "resolved", "released", "shipped");
  private static final Set<String> ENDED = Set.of("rejected", "denied", "declined", "withdrawn");
  private static final List<String> STATE_DATES =
      List.of("date_reviewed", "date_completed", "completed", "closed", "updated", "date");

  private final Account account;
  private final Document document;
  private final Vocabulary words;
  private final YamlNodes nodes;
  private final List<Row> rows = new ArrayList<>();
  private final Set<Node> seen = new HashSet<>();

  YamlRecords(Account account, Vocabulary words) {
    this.account = account;
    this.document = account.document();
    this.words = words;
    this.nodes = new YamlNodes(document);
  }

  private record Row(MappingNode node, Map<Column, Node> fields, List<String> path) {}

  /** All records with a name and a state; none if this is no YAML. */
  List<Task> read() {
    for (Node root : nodes.roots()) {
      walk(root, List.of(), 0);
    }
    Set<String> keys = new LinkedHashSet<>();
    List<Row> keyless = new ArrayList<>();
    for (Row row : rows) {
      TaskKey key = key(row);
      if (key == null) {
        keyless.add(row);
      } else {
        keys.add(key.value());
      }
    }
    List<TaskKey> derived =
        OutlineKeys.of(
            keyless.stream()
                .map(row -> new OutlineKeys.Named(text(row).value(), row.path))
                .toList(),
            keys);
    List<Task> tasks = new ArrayList<>();
    int next = 0;
    for (Row row : rows) {
      TaskKey key = key(row);
      tasks.add(task(row, key, key == null ? derived.get(next++) : key));
    }
    return tasks;
  }

  private void walk(Node node, List<String> path, int depth) {
    if (depth > DEEPEST || !seen.add(node)) {
      return;
    }
    switch (node) {
      case SequenceNode list -> list.getValue().forEach(one -> walk(one, path, depth + 1));
      case MappingNode record -> walk(record, path, depth);
      default -> {}
    }
  }

  private void walk(MappingNode record, List<String> path, int depth) {
    Map<Column, Node> fields = fields(record);
    boolean named = fields.containsKey(Column.TEXT) || fields.containsKey(Column.KEY);
    if (named && fields.containsKey(Column.STATE)) {
      rows.add(new Row(record, fields, path));
      return;
    }
    for (NodeTuple pair : record.getValue()) {
      List<String> below = new ArrayList<>(path);
      if (pair.getKeyNode() instanceof ScalarNode name) {
        below.add(name.getValue());
        account.claim(nodes.span(name));
      }
      walk(pair.getValueNode(), List.copyOf(below), depth + 1);
    }
  }

  private Map<Column, Node> fields(MappingNode record) {
    Map<Column, Node> fields = new EnumMap<>(Column.class);
    int dated = STATE_DATES.size();
    Set<String> names = new HashSet<>();
    for (NodeTuple pair : record.getValue()) {
      if (!(pair.getKeyNode() instanceof ScalarNode name)) {
        continue;
      }
      String plain = name.getValue().strip().toLowerCase(Locale.ROOT);
      if (!names.add(plain)) {
        account.report(
            OddityCode.UNPLACED_TEXT,
            nodes.span(pair.getValueNode()),
            "The field \"" + plain + "\" stands twice in one record; the first one counts.");
        continue;
      }
      int rank = STATE_DATES.indexOf(plain);
      if (rank >= 0 && rank < dated) {
        dated = rank;
        fields.put(Column.DATE, pair.getValueNode());
      }
      column(plain).ifPresent(column -> fields.putIfAbsent(column, pair.getValueNode()));
    }
    return fields;
  }

  private Optional<Column> column(String name) {
    if (TEXTS.contains(name)) {
      return Optional.of(Column.TEXT);
    }
    if (STATES.contains(name)) {
      return Optional.of(Column.STATE);
    }
    Column column = words.column(name.replace('_', ' '));
    return Fields.isField(column) && column != Column.DATE || column == Column.KEY
        ? Optional.of(column)
        : Optional.empty();
  }

  private @Nullable TaskKey key(Row row) {
    if (row.fields.get(Column.KEY) instanceof ScalarNode key) {
      String written = KeyForms.normal(key.getValue().strip());
      try {
        return new TaskKey(written.startsWith("#") ? written.substring(1) : written);
      } catch (IllegalArgumentException noKey) {
        return null;
      }
    }
    return null;
  }

  private Read<String> text(Row row) {
    Node text = row.fields.getOrDefault(Column.TEXT, row.fields.get(Column.KEY));
    return text instanceof ScalarNode scalar
        ? Read.of(scalar.getValue().strip(), document, nodes.value(scalar))
        : Read.of("", document, nodes.span(row.node));
  }

  private Task task(Row row, @Nullable TaskKey written, TaskKey key) {
    Span at = nodes.span(row.node);
    Span keyAt =
        written != null && row.fields.get(Column.KEY) instanceof ScalarNode scalar
            ? nodes.value(scalar)
            : new Span(at.from(), at.from());
    List<Read<String>> waits = new ArrayList<>();
    for (Read<String> one : list(row.fields.get(Column.DEPENDS_ON))) {
      new Dependencies(words).inCell(document, one.span()).keys().forEach(waits::add);
    }
    Node source = row.fields.get(Column.SOURCE);
    Task task =
        new Task(
            Read.of(key, document, keyAt),
            text(row),
            state(row, key),
            date(row),
            list(row.fields.get(Column.OWNERS)),
            source instanceof ScalarNode scalar
                ? Read.of(scalar.getValue(), document, nodes.value(scalar))
                : Read.of("", document, new Span(at.to(), at.to())),
            List.copyOf(waits),
            List.of());
    account(row, key);
    return task;
  }

  private List<Read<String>> list(@Nullable Node node) {
    List<Read<String>> values = new ArrayList<>();
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      values.add(Read.of(scalar.getValue().strip(), document, nodes.value(scalar)));
    } else if (node instanceof SequenceNode list) {
      for (Node one : list.getValue()) {
        if (one instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
          values.add(Read.of(scalar.getValue().strip(), document, nodes.value(scalar)));
        }
      }
    }
    return List.copyOf(values);
  }

  private Read<TaskState> state(Row row, TaskKey key) {
    if (!(row.fields.get(Column.STATE) instanceof ScalarNode scalar)) {
      Span end = new Span(nodes.span(row.node).to(), nodes.span(row.node).to());
      return Read.of(TaskState.TODO, document, end);
    }
    Span span = nodes.value(scalar);
    String plain = Vocabulary.plain(scalar.getValue());
    TaskState state =
        FINISHED.contains(plain)
            ? TaskState.DONE
            : ENDED.contains(plain) ? TaskState.CANCELLED : words.state(plain).orElse(null);
    if (state == null && !plain.isEmpty()) {
      account.report(
          OddityCode.UNKNOWN_STATE,
          span,
          "\"" + document.shown(span) + "\" is no state that is known here; " + key + " is to do.");
    }
    return Read.of(state == null ? TaskState.TODO : state, document, span);
  }

  private @Nullable Read<LocalDate> date(Row row) {
    return row.fields.get(Column.DATE) instanceof ScalarNode scalar && !scalar.getValue().isBlank()
        ? StateCell.date(account, nodes.value(scalar))
        : null;
  }

  /** The fields that were read, and one word about the others. */
  private void account(Row row, TaskKey key) {
    List<String> unread = new ArrayList<>();
    for (NodeTuple pair : row.node.getValue()) {
      Span name = nodes.span(pair.getKeyNode());
      Span value = nodes.span(pair.getValueNode());
      account.claim(name);
      account.claim(value);
      if (!row.fields.containsValue(pair.getValueNode())) {
        unread.add(document.words(name));
      }
    }
    if (!unread.isEmpty()) {
      account.report(
          OddityCode.UNKNOWN_COLUMN,
          nodes.span(row.node),
          "These fields of " + key + " fit nothing here: " + String.join(", ", unread) + ".");
    }
  }
}
