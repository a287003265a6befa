package dev.signalbox.graph.text;

import dev.signalbox.graph.Explained;
import dev.signalbox.graph.Explanation;
import dev.signalbox.graph.RankedCause;
import java.util.List;

/** An explanation as plain text: the tree, and what to do about it. */
public final class TreeText {

  private TreeText() {}

  public static String of(Explained explained) {
    var text = new StringBuilder();
    Explanation root = explained.tree();
    text.append(line(root)).append('\n');
    children(root, "", text);
    List<RankedCause> causes = explained.rootCauses();
    if (!causes.isEmpty()) {
      text.append("\nRoot causes, what frees most first:\n");
    }
    for (int place = 0; place < causes.size(); place++) {
      text.append(place + 1).append(". ").append(cause(causes.get(place))).append('\n');
    }
    return text.toString();
  }

  private static void children(Explanation parent, String indent, StringBuilder text) {
    List<Explanation> children = parent.because();
    for (int at = 0; at < children.size(); at++) {
      Explanation child = children.get(at);
      boolean last = at == children.size() - 1;
      text.append(indent).append(last ? "└─ " : "├─ ").append(child.satisfied() ? "[x] " : "[ ] ");
      text.append(line(child)).append(child.seenBefore() ? " (see above)" : "").append('\n');
      children(child, indent + (last ? "   " : "│  "), text);
    }
  }

  private static String line(Explanation each) {
    return Escapes.line(each.key() + " (" + each.what() + "): " + each.reason());
  }

  static String cause(RankedCause ranked) {
    var words = new StringBuilder(Escapes.line(ranked.cause().key()));
    words.append(": ").append(Escapes.line(ranked.cause().reason()));
    words.append("; holds ").append(ranked.holds());
    words.append(", solely ").append(ranked.holdsSolely());
    words.append(", on the critical path ").append(ranked.onCriticalPath());
    if (!ranked.freesNow().isEmpty()) {
      words.append("; frees now ").append(String.join(", ", ranked.freesNow()));
    }
    return words.toString();
  }
}
