package dev.signalbox.importer.reading;

import dev.signalbox.plan.Wording;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the words for an awaited thing say: two names with the same words mean one thing. */
final class ArtefactWords {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private static final Pattern GENITIVE = Pattern.compile("(?<=\\p{L})['\u2019]s\\b");

  /** Words that say nothing about which thing it is. */
  private static final Set<String> EMPTY =
      Set.of(
          "the",
          "a",
          "an",
          "of",
          "for",
          "from",
          "by",
          "to",
          "our",
          "its",
          "their",
          "new",
          "updated",
          "final",
          "finalized",
          "finalised",
          "finished",
          "complete",
          "completed",
          "upstream",
          "with",
          "external",
          "service",
          "guild",
          "team",
          "squad",
          "group",
          "crew",
          "der",
          "die",
          "das",
          "den",
          "dem",
          "des",
          "le",
          "la",
          "les",
          "l",
          "el",
          "los",
          "las",
          "de",
          "del",
          "du");

  /** The shape a thing comes in; it counts only where nothing else is said. */
  private static final Set<String> SHAPES =
      Set.of(
          "spec",
          "specification",
          "source",
          "example",
          "sample",
          "document",
          "doc",
          "artefact",
          "artifact",
          "file",
          "deliverable",
          "delivery");

  private static final Map<String, String> SAME =
      Map.of(
          "openapi",
          "oas",
          "swagger",
          "oas",
          "db",
          "database",
          "config",
          "configuration",
          "docs",
          "doc",
          "auth",
          "authentication",
          "k8s",
          "kubernetes");

  private static final Pattern LEAD =
      Pattern.compile(
          "^(?:(?:the|an?|our|their|final|finali[sz]ed|upstream|external|die|der|das|den|dem|les?|la|el"
              + "|los|las)\\s+|l['\u2019]){1,12}(?=\\S)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern FROM =
      Pattern.compile(
          "\\s+(?:from|by|von|vom|desde|por|par|\u043e\u0442)\\s+(?:the\\s+|der\\s+|dem\\s+)?(\\S.{0,80})$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern REFUSED = Pattern.compile("\\s*[\\p{Cntrl}/\\\\;%]+\\s*");
  private static final Pattern MARKS = Pattern.compile("[*`~]+|^[\\p{P}\\s]+|[\\p{P}\\s&&[^)]]+$");
  private static final int LONGEST = 120;

  private ArtefactWords() {}

  /** The words that tell this thing from another; those of its owner tell nothing. */
  static Set<String> telling(String name, Set<String> ofOwners) {
    Set<String> telling = new TreeSet<>();
    Set<String> shapes = new TreeSet<>();
    for (String word : of(withoutFrom(name))) {
      if (SHAPES.contains(word)) {
        shapes.add(word);
      } else if (!EMPTY.contains(word) && !ofOwners.contains(word)) {
        telling.add(word);
      }
    }
    return telling.isEmpty() ? (shapes.isEmpty() ? of(name) : shapes) : telling;
  }

  /** The words of somebody's name that tell who it is. */
  static Set<String> ofOwner(String owner) {
    Set<String> words = of(owner);
    words.removeAll(EMPTY);
    return words;
  }

  /** All words, small, one spelling for each. */
  static Set<String> of(String text) {
    Set<String> words = new LinkedHashSet<>();
    Matcher matcher = WORD.matcher(GENITIVE.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(""));
    while (matcher.find()) {
      String word = matcher.group();
      boolean plural = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss");
      String one = plural ? word.substring(0, word.length() - 1) : word;
      words.add(SAME.getOrDefault(one, one));
    }
    return words;
  }

  /** From whom, as the name itself says behind "from"; empty if it does not. */
  static String from(String name) {
    Matcher from = FROM.matcher(name);
    return from.find() ? from.group(1).strip() : "";
  }

  private static String withoutFrom(String name) {
    Matcher from = FROM.matcher(name);
    return from.find() && from.start() > 0 ? name.substring(0, from.start()) : name;
  }

  /** The name as written, without article, sender and what no key may hold; perhaps empty. */
  static String name(List<String> written) {
    StringBuilder name = new StringBuilder();
    for (String one : written) {
      String bare = MARKS.matcher(withoutFrom(one)).replaceAll("");
      bare = LEAD.matcher(REFUSED.matcher(bare).replaceAll("-")).replaceFirst("").strip();
      if (!bare.isEmpty()) {
        name.append(name.isEmpty() ? "" : " and ").append(bare);
      }
    }
    String whole = Wording.taken(name.toString());
    return whole.codePointCount(0, whole.length()) <= LONGEST
        ? whole
        : whole.substring(0, whole.offsetByCodePoints(0, LONGEST)).strip();
  }
}
