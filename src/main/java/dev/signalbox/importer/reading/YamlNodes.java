package dev.signalbox.importer.reading;

import dev.signalbox.importer.layout.Document;
import dev.signalbox.importer.layout.Span;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** A document's YAML as nodes with their places. Nodes only: no tag makes an object of them. */
final class YamlNodes {

  private static final int DEEPEST = 50;

  private final Document document;
  private final boolean plain;
  private final int[] offsets;

  YamlNodes(Document document) {
    this.document = document;
    String text = document.text();
    this.plain = text.codePointCount(0, text.length()) == text.length();
    this.offsets = plain ? new int[0] : offsets(text);
  }

  /** YAML counts in code points, we in characters. */
  private static int[] offsets(String text) {
    int[] offsets = new int[text.codePointCount(0, text.length()) + 1];
    int at = 0;
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = at;
      at += at < text.length() ? Character.charCount(text.codePointAt(at)) : 0;
    }
    return offsets;
  }

  /** The root of each document in it; none if it is no YAML. */
  List<Node> roots() {
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(DEEPEST);
    options.setCodePointLimit(Integer.MAX_VALUE);
    options.setAllowRecursiveKeys(false);
    List<Node> roots = new ArrayList<>();
    try {
      String text = document.text();
      String bare = text.startsWith("\ufeff") ? " " + text.substring(1) : text;
      for (Node root : new Yaml(new SafeConstructor(options)).composeAll(new StringReader(bare))) {
        roots.add(root);
      }
    } catch (YAMLException noYaml) {
      return List.of();
    }
    return roots;
  }

  Span span(Node node) {
    int from = offset(node.getStartMark());
    return document.trim(new Span(from, Math.max(from, offset(node.getEndMark()))));
  }

  /** The characters of a value without its quotes. */
  Span value(ScalarNode node) {
    Span span = span(node);
    return switch (node.getScalarStyle()) {
      case SINGLE_QUOTED, DOUBLE_QUOTED ->
          span.length() < 2 ? span : new Span(span.from() + 1, span.to() - 1);
      case PLAIN, FOLDED, LITERAL, JSON_SCALAR_STYLE -> span;
    };
  }

  private int offset(Mark mark) {
    int index = Math.max(0, mark.getIndex());
    int offset = plain ? index : offsets[Math.min(index, offsets.length - 1)];
    return Math.min(offset, document.length());
  }
}
