package dev.signalbox.importer.reading;

import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The YAML at the head of a Markdown file, or a whole YAML file: each field with its place. Nothing
 * is constructed from it: values are the characters, so {@code no} stays a word and tags do
 * nothing.
 */
final class FrontMatter {

  private static final Pattern FENCED =
      Pattern.compile("\\A\\ufeff?---[ \\t]*\\R((?s:.*?))(?:\\R|(?<=\\n))---[ \\t]*(?:\\R|\\z)");
  private static final int MOST_CHARACTERS = 200_000;
  private static final int DEEPEST = 20;
  private static final int MOST_VALUES = 500;

  private final Document document;
  private final int from;
  private final int end;
  private final Map<String, Node> fields = new LinkedHashMap<>();
  private final List<Read<String>> repeated = new ArrayList<>();

  private FrontMatter(Document document, int from, int end) {
    this.document = document;
    this.from = from;
    this.end = end;
  }

  /** The head of a Markdown file; empty if it has none that is YAML. */
  static Optional<FrontMatter> of(Document document) {
    Matcher fenced = FENCED.matcher(document.text());
    if (document.defect().isPresent()
        || !document.text().startsWith("---", document.text().startsWith("\ufeff") ? 1 : 0)
        || !fenced.find()) {
      return Optional.empty();
    }
    FrontMatter head = new FrontMatter(document, fenced.start(1), fenced.end());
    return head.compose(fenced.group(1)) ? Optional.of(head) : Optional.empty();
  }

  /** A file that is YAML as a whole; empty if it is not. */
  static Optional<FrontMatter> ofYaml(Document document) {
    FrontMatter all = new FrontMatter(document, 0, document.length());
    return document.defect().isEmpty() && all.compose(document.text())
        ? Optional.of(all)
        : Optional.empty();
  }

  private boolean compose(String yaml) {
    if (yaml.length() > MOST_CHARACTERS) {
      return false;
    }
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MOST_CHARACTERS);
    options.setNestingDepthLimit(DEEPEST);
    try {
      Node root = new Yaml(new SafeConstructor(options)).compose(new java.io.StringReader(yaml));
      if (!(root instanceof MappingNode mapping)) {
        return false;
      }
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key) {
          Node before =
              fields.putIfAbsent(
                  key.getValue().toLowerCase(java.util.Locale.ROOT), tuple.getValueNode());
          if (before != null) {
            repeated.add(read(key));
          }
        }
      }
      return !fields.isEmpty();
    } catch (YAMLException unreadable) {
      return false;
    }
  }

  Document document() {
    return document;
  }

  /** Where the body begins. */
  int end() {
    return end;
  }

  /** Names of fields that stand twice; the first counts. */
  List<Read<String>> repeated() {
    return repeated;
  }

  Map<String, Read<String>> places() {
    Map<String, Read<String>> places = new LinkedHashMap<>();
    fields.forEach((name, node) -> places.put(name, Read.of(name, document, span(node))));
    return places;
  }

  boolean has(String... names) {
    return first(names) != null;
  }

  /** The first of these fields that is one value and not empty. */
  @Nullable Read<String> value(String... names) {
    Node node = first(names);
    return node instanceof ScalarNode scalar ? read(scalar) : null;
  }

  /** The values of the first of these fields, be it a list or one value. */
  List<Read<String>> values(String... names) {
    Node node = first(names);
    List<Read<String>> values = new ArrayList<>();
    if (node instanceof ScalarNode scalar) {
      values.add(read(scalar));
    } else if (node instanceof SequenceNode sequence) {
      sequence.getValue().stream()
          .limit(MOST_VALUES)
          .filter(ScalarNode.class::isInstance)
          .map(ScalarNode.class::cast)
          .filter(scalar -> !scalar.getValue().isBlank())
          .forEach(scalar -> values.add(read(scalar)));
    }
    return values;
  }

  private @Nullable Node first(String... names) {
    for (String name : names) {
      Node node = fields.get(name);
      boolean empty =
          node == null || (node instanceof ScalarNode scalar && scalar.getValue().isBlank());
      if (!empty) {
        return node;
      }
    }
    return null;
  }

  private Read<String> read(ScalarNode scalar) {
    return Read.of(scalar.getValue().strip(), document, span(scalar));
  }

  /** The value's characters without quotes around it. */
  private Span span(Node node) {
    int start = offset(node.getStartMark());
    int stop = Math.max(start, offset(node.getEndMark()));
    boolean quoted =
        node instanceof ScalarNode scalar
            && (scalar.getScalarStyle() == ScalarStyle.SINGLE_QUOTED
                || scalar.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED);
    return quoted && stop - start >= 2
        ? new Span(start + 1, stop - 1)
        : document.trim(new Span(start, stop));
  }

  private int offset(Mark mark) {
    String text = document.text();
    int points = text.codePointCount(from, text.length());
    return text.offsetByCodePoints(from, Math.min(mark.getIndex(), points));
  }
}
