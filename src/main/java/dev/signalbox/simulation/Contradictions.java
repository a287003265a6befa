package dev.signalbox.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds patches of one scenario that take back what an earlier one supposes: what is meant by both
 * together nobody can say. To do the same twice, or one after the other on the way to one end, as
 * to reopen a cancelled task and finish it, is no contradiction.
 */
final class Contradictions {

  private record Said(int at, Patch patch) {}

  private final Map<String, List<Said>> said = new HashMap<>();

  /** The words against the next patch of the scenario, or empty; remembers it. */
  Optional<String> against(int at, Patch patch) {
    List<Said> before = said.computeIfAbsent(patch.key(), _ -> new ArrayList<>());
    Optional<String> words =
        before.stream()
            .filter(each -> takesBack(each.patch(), patch))
            .findFirst()
            .map(
                each ->
                    "This takes back what patches[%d] supposes of %s; keep one of the two."
                        .formatted(each.at(), patch.key()));
    before.add(new Said(at, patch));
    return words;
  }

  private static boolean takesBack(Patch earlier, Patch later) {
    return switch (later) {
      case Patch.Reopen _ -> ends(earlier);
      case Patch.Finish _ -> earlier instanceof Patch.Cancel;
      case Patch.Cancel _ -> earlier instanceof Patch.Finish;
      case Patch.Unblock(_, Long blocker) -> blocker == null && earlier instanceof Patch.Block;
      case Patch.AddDependency add ->
          earlier instanceof Patch.DropDependency(_, var target) && target.equals(add.target());
      case Patch.DropDependency drop ->
          earlier instanceof Patch.AddDependency(_, var target) && target.equals(drop.target());
      case Patch.CloseExternal _ -> earlier instanceof Patch.RevokeExternal;
      case Patch.RevokeExternal _ -> earlier instanceof Patch.CloseExternal;
      case Patch.Delay delay ->
          earlier instanceof Patch.Delay(_, var day) && !day.equals(delay.expectedOn());
      case Patch.Start _, Patch.Block _, Patch.WaiveSprint _ -> false;
    };
  }

  private static boolean ends(Patch patch) {
    return patch instanceof Patch.Finish || patch instanceof Patch.Cancel;
  }
}
