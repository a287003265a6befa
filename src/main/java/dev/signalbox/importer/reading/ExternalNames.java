package dev.signalbox.importer.reading;

import dev.signalbox.plan.ExternalKind;
import dev.signalbox.plan.Wording;
import java.util.regex.Pattern;

/** Names of items outside the plan, as near to what is written as the plan can hold. */
final class ExternalNames {

  private static final Pattern REFUSED = Pattern.compile("[\\p{Cntrl}/\\\\;%]+");
  private static final int LONGEST = 200;

  private ExternalNames() {}

  static String of(String written) {
    String name = REFUSED.matcher(Wording.taken(written)).replaceAll("-");
    return name.length() <= LONGEST ? name : name.substring(0, LONGEST);
  }

  /** A sprint, or somebody else's task. */
  static ExternalKind kind(String written) {
    return SprintReferences.isSprint(written) ? ExternalKind.SPRINT : ExternalKind.TASK;
  }
}
