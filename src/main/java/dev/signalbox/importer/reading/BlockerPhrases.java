package dev.signalbox.importer.reading;

import dev.signalbox.plan.BlockerClass;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How one language says that something is awaited.
 *
 * @param phrases each has the groups {@code how} and {@code what}, perhaps {@code then}; the first
 *     that fits a clause counts
 * @param tail where the awaited ends and the rest of the clause begins
 * @param generic what names nothing in particular, such as "upstream deliverables"
 * @param classes words that tell the class of what is awaited; else it is an artefact
 */
record BlockerPhrases(
    List<Phrase> phrases, Pattern tail, Pattern generic, Map<BlockerClass, Pattern> classes) {

  /**
   * One phrase.
   *
   * @param use how much it says
   */
  record Phrase(Use use, Pattern pattern, boolean splits) {}

  /** How much a phrase says. */
  enum Use {
    /** Enough alone at the start of a clause, whatever the task's state. */
    CLEAR,
    /** Only where the task is declared blocked. */
    ONLY_IF_BLOCKED,
    /** Only where the task is declared blocked and nothing else in its text says why. */
    LAST_RESORT
  }

  /** All languages at once; the first whose phrase fits a clause counts. */
  static List<BlockerPhrases> all() {
    return List.of(
        ENGLISH,
        ForeignPhrases.GERMAN,
        ForeignPhrases.FRENCH,
        ForeignPhrases.SPANISH,
        ForeignPhrases.RUSSIAN,
        ForeignPhrases.CHINESE);
  }

  /**
   * For a phrase that may begin with anything: where it fits at all, it fits from the clause's
   * start too, and looking on from each further character would cost the square of the clause.
   */
  static final String FROM_THE_START = "\\G";

  private static final String ARRIVES =
      "(?<then>arrives?|lands?|exists?|ships?|(?:is|are|has been|have been)\\s+(?:available|ready"
          + "|delivered|published|provided|finali[sz]ed|agreed|approved|done|there|in place))\\b";

  static final BlockerPhrases ENGLISH =
      new BlockerPhrases(
          List.of(
              phrase(
                  Use.CLEAR,
                  "\\b(?<how>blocked\\s+(?:on|by)|await(?:s|ing)?|wait(?:s|ing)?\\s+(?:on|for)|pending"
                      + "|held\\s+(?:up\\s+)?by|stuck\\s+on)\\s+(?<what>\\S.*)",
                  true),
              phrase(
                  Use.CLEAR,
                  "\\b(?<how>once|as\\s+soon\\s+as|after|when)\\s+(?<what>\\S.*?)\\s+" + ARRIVES,
                  true),
              phrase(
                  Use.ONLY_IF_BLOCKED,
                  FROM_THE_START
                      + "(?<what>\\S.*?)(?<how>)\\s+(?:(?:is|are|has|have|was|were)\\s+)?(?:not\\s+(?:yet\\s+)?"
                      + "(?:been\\s+)?(?:provided|delivered|available|published|ready|finali[sz]ed|there"
                      + "|in\\s+place|shipped|handed\\s+over)|(?:still\\s+)?missing)\\b.*",
                  false),
              phrase(
                  Use.ONLY_IF_BLOCKED,
                  "\\b(?<how>depends?\\s+(?:up)?on|requires?|needs?)\\s+(?<what>\\S.*)",
                  true),
              phrase(
                  Use.LAST_RESORT,
                  "\\b(?<how>until|unless|before)\\s+(?<what>\\S.*?)\\s+" + ARRIVES,
                  true),
              phrase(
                  Use.LAST_RESORT, "\\b(?<how>until|without|lacks?|no)\\s+(?<what>\\S.*)", true)),
          ignoringCase(
              "\\s+(?:to|before|so that|in order|because|since|while|until)\\s"
                  + "|,\\s*(?:then|so|but|which|because|since|while)\\s"),
          ignoringCase(
              "(?:the\\s+)?(?:(?:upstream|external|service|guild|team|remaining|other)\\s+){0,6}"
                  + "(?:artefacts?|artifacts?|deliver(?:y|ies|ables?)|inputs?|work|tasks?"
                  + "|dependenc(?:y|ies)|upstream|others?)|(?:all|everything|every)\\b.*"),
          classWords());

  private static Map<BlockerClass, Pattern> classWords() {
    Map<BlockerClass, Pattern> classes = new LinkedHashMap<>();
    classes.put(
        BlockerClass.INFRASTRUCTURE,
        ignoringCase(
            "\\b(?:disks?|disk space|runners?|clusters?|hardware|network|outage|quota|capacity"
                + "|environments?|infrastructure|machines?)\\b"));
    classes.put(
        BlockerClass.DECISION,
        ignoringCase(
            "\\b(?:decisions?|approvals?|sign-?off|go/no-go|ruling|agreement|reviews?)\\b"));
    classes.put(
        BlockerClass.PEOPLE,
        ignoringCase(
            "\\b(?:staff(?:ing)?|headcount|hiring|assignee|vacation|holidays?|on-?call)\\b"));
    return classes;
  }

  static Phrase phrase(Use use, String pattern, boolean splits) {
    return new Phrase(
        use,
        Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL),
        splits);
  }

  static Pattern ignoringCase(String pattern) {
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** The class of what is awaited, by its words. */
  BlockerClass classOf(String awaited) {
    for (Map.Entry<BlockerClass, Pattern> entry : classes.entrySet()) {
      Matcher matcher = entry.getValue().matcher(awaited);
      if (matcher.find()) {
        return entry.getKey();
      }
    }
    return BlockerClass.AWAITED_ARTEFACT;
  }
}
