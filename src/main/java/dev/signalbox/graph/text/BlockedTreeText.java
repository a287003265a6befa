package dev.signalbox.graph.text;

import dev.signalbox.graph.BlockedTree;
import dev.signalbox.graph.DerivedState;
import dev.signalbox.graph.HeldTree;
import dev.signalbox.graph.Party;
import dev.signalbox.graph.RankedCause;
import java.util.List;
import java.util.Locale;

/** The blocked tree as the Markdown document that teams otherwise keep by hand. */
public final class BlockedTreeText {

  private final BlockedTree tree;
  private final StringBuilder text = new StringBuilder();

  private BlockedTreeText(BlockedTree tree) {
    this.tree = tree;
  }

  public static String of(BlockedTree tree) {
    var document = new BlockedTreeText(tree);
    document.head();
    document.causes();
    document.parties();
    document.trees();
    return document.text.toString();
  }

  private void head() {
    String of = tree.sprint() == null ? tree.project() : "sprint " + tree.sprint();
    text.append("# Blocked tree of ").append(Escapes.markdown(of));
    if (!tree.title().isBlank()) {
      text.append(": ").append(Escapes.markdown(tree.title()));
    }
    text.append("\n\nGenerated from version ").append(tree.planVersion()).append(" of the plan.");
    String headline = tree.parties().headline();
    if (headline != null) {
      text.append("\n\n**").append(Escapes.markdown(headline)).append(".**");
    }
    text.append("\n\n| State | Tasks |\n| --- | ---: |\n");
    for (DerivedState state : DerivedState.values()) {
      int count = tree.counts().getOrDefault(state, 0);
      text.append("| ").append(state).append(" | ").append(count).append(" |\n");
    }
  }

  private void causes() {
    text.append("\n## Root causes\n\n");
    if (tree.rootCauses().isEmpty()) {
      text.append("Nothing is blocked.\n");
      return;
    }
    text.append(
        "| # | Root cause | Kind | From | Holds | Solely | On critical path | Frees now |\n");
    text.append("| ---: | --- | --- | --- | ---: | ---: | ---: | --- |\n");
    for (int place = 0; place < tree.rootCauses().size(); place++) {
      RankedCause each = tree.rootCauses().get(place);
      String owner = each.cause().owner() == null ? "" : each.cause().owner();
      text.append("| ").append(place + 1);
      cell(tree.trees().get(place).key());
      cell(each.cause().kind().name().toLowerCase(Locale.ROOT));
      cell(owner);
      text.append(" | ").append(each.holds()).append(" | ").append(each.holdsSolely());
      text.append(" | ").append(each.onCriticalPath());
      cell(String.join(", ", each.freesNow()));
      text.append(" |\n");
    }
    if (tree.moreCauses() > 0) {
      text.append("\nAnd ").append(tree.moreCauses()).append(" more that hold less.\n");
    }
  }

  private void cell(String words) {
    text.append(" | ").append(Escapes.markdown(words));
  }

  private void parties() {
    List<Party> parties = tree.parties().parties();
    if (!parties.isEmpty()) {
      text.append("\n## Who is waited for\n\n");
    }
    for (Party party : parties) {
      text.append("- ").append(Escapes.markdown(party.headline())).append('\n');
    }
  }

  private void trees() {
    if (tree.trees().isEmpty()) {
      return;
    }
    text.append("\n## Trees\n\n```text\n");
    for (HeldTree root : tree.trees()) {
      text.append(Escapes.fenced(root.key())).append(" [").append(root.state()).append("]\n");
      children(root, "");
    }
    text.append("```\n");
  }

  private void children(HeldTree parent, String indent) {
    List<HeldTree> children = parent.holds();
    for (int at = 0; at < children.size(); at++) {
      HeldTree child = children.get(at);
      boolean last = at == children.size() - 1 && !parent.cut();
      text.append(indent).append(last ? "└── " : "├── ").append(Escapes.fenced(child.key()));
      text.append(" [").append(child.state()).append(']');
      text.append(child.seenBefore() ? " (see above)" : "").append('\n');
      children(child, indent + (last ? "    " : "│   "));
    }
    if (parent.cut()) {
      text.append(indent).append("└── ...\n");
    }
  }
}
