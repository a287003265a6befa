package dev.signalbox.importer.reading;

import static dev.signalbox.importer.reading.BlockerPhrases.FROM_THE_START;
import static dev.signalbox.importer.reading.BlockerPhrases.ignoringCase;
import static dev.signalbox.importer.reading.BlockerPhrases.phrase;

import dev.signalbox.importer.reading.BlockerPhrases.Use;
import dev.signalbox.plan.BlockerClass;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** How German, French, Spanish, Russian and Chinese plans say that something is awaited. */
final class ForeignPhrases {

  private static final Pattern COMMA = ignoringCase(",\\s|\uff0c");

  static final BlockerPhrases GERMAN =
      language(
          "blockiert\\s+(?:durch|von)|wartet\\s+(?:noch\\s+)?auf|warten\\s+auf|h\u00e4ngt\\s+ab\\s+von"
              + "|h\u00e4ngt\\s+an|ausstehend:",
          "abh\u00e4ngig\\s+von|braucht|ben\u00f6tigt",
          "(?:fehlt|fehlen)(?:\\s+noch)?|(?:ist|sind|liegt|liegen)\\s+noch\\s+nicht\\s+\\p{L}+",
          "(?:alles|alle)\\b.*|(?:externe\\s+)?(?:zulieferung(?:en)?|vorarbeiten)",
          "(?:server|netzwerk|hardware|infrastruktur|speicherplatz|umgebung)",
          "(?:entscheidung|freigabe|genehmigung|abnahme|zustimmung)",
          "(?:personal|urlaub|besetzung)");
  static final BlockerPhrases FRENCH =
      language(
          "bloqu\u00e9e?\\s+par|en\\s+attente\\s+(?:de\\s+la|de\\s+l['\u2019]|des|du|de|d['\u2019])|attend(?:ent)?"
              + "|d\u00e9pend(?:ent)?\\s+(?:des|du|de)",
          "n\u00e9cessite(?:nt)?|requiert",
          "(?:manque(?:nt)?|n['\u2019]est\\s+pas\\s+encore\\s+\\p{L}+)",
          "(?:tout|toutes|tous)\\b.*|livrables?",
          "(?:serveurs?|r\u00e9seau|mat\u00e9riel|infrastructure|environnement)",
          "(?:d\u00e9cision|validation|approbation|accord)",
          "(?:personnel|cong\u00e9s|recrutement)");
  static final BlockerPhrases SPANISH =
      language(
          "bloquead[oa]\\s+por|a\\s+la\\s+espera\\s+(?:del|de)|en\\s+espera\\s+(?:del|de)|esperando\\s+(?:a\\s+)?"
              + "|esperan?|pendiente\\s+(?:del|de)|depende\\s+(?:del|de)",
          "requiere|necesita",
          "(?:falta|faltan|a\u00fan\\s+no\\s+est\u00e1n?\\s+\\p{L}+)",
          "(?:todo|todos|todas)\\b.*|entregables?",
          "(?:servidor(?:es)?|red|hardware|infraestructura|entorno)",
          "(?:decisi\u00f3n|confirmaci[o\u00f3]n|aprobaci[o\u00f3]n|validaci[o\u00f3]n|visto\\s+bueno)",
          "(?:personal|vacaciones|contrataci\u00f3n)");
  static final BlockerPhrases RUSSIAN =
      language(
          "\u0437\u0430\u0431\u043b\u043e\u043a\u0438\u0440\u043e\u0432\u0430\u043d[\u0430\u043e]?(?:\\s+\u0438\u0437-\u0437\u0430)?|\u043e\u0436\u0438\u0434\u0430(?:\u0435\u0442|\u0435\u043c|\u043d\u0438\u0435)|\u0436\u0434[\u0435\u0451]\u0442|\u0436\u0434[\u0435\u0451]\u043c|\u0437\u0430\u0432\u0438\u0441\u0438\u0442\\s+\u043e\u0442",
          "\u0442\u0440\u0435\u0431\u0443\u0435\u0442(?:\u0441\u044f)?|\u043d\u0443\u0436\u0435\u043d|\u043d\u0443\u0436\u043d[\u0430\u043e\u044b]",
          "(?:\u043e\u0442\u0441\u0443\u0442\u0441\u0442\u0432\u0443\u0435\u0442|\u0435\u0449[\u0435\u0451]\\s+\u043d\u0435\\s+\\p{L}+)",
          "(?:\u0432\u0441[\u0435\u0451])\\b.*",
          "(?:\u0441\u0435\u0440\u0432\u0435\u0440|\u0441\u0435\u0442\u044c|\u043e\u0431\u043e\u0440\u0443\u0434\u043e\u0432\u0430\u043d|\u0438\u043d\u0444\u0440\u0430\u0441\u0442\u0440\u0443\u043a\u0442\u0443\u0440)\\p{L}*",
          "(?:\u0440\u0435\u0448\u0435\u043d\u0438|\u0441\u043e\u0433\u043b\u0430\u0441\u043e\u0432\u0430\u043d\u0438|\u043f\u043e\u0434\u0442\u0432\u0435\u0440\u0436\u0434\u0435\u043d\u0438)\\p{L}*",
          "(?:\u043e\u0442\u043f\u0443\u0441\u043a|\u043d\u0430\u0439\u043c)\\p{L}*");
  static final BlockerPhrases CHINESE =
      language(
          "\u7b49\u5f85|\u963b\u585e\u4e8e|\u88ab\u963b\u585e[:\uff1a]|\u5f85(?=.{2,40}(?:\u63d0\u4f9b|\u786e\u8ba4|\u5230\u4f4d|\u6279\u51c6))",
          "\u4f9d\u8d56\u4e8e|\u9700\u8981",
          "(?:\u5c1a\u672a|\u8fd8\u6ca1\u6709|\u672a)(?:\u63d0\u4f9b|\u5c31\u7eea|\u5230\u4f4d|\u53d1\u5e03)",
          "(?:\u6240\u6709|\u5168\u90e8).*",
          "(?:\u670d\u52a1\u5668|\u7f51\u7edc|\u786c\u4ef6|\u73af\u5883|\u673a\u5668)",
          "(?:\u51b3\u5b9a|\u5ba1\u6279|\u786e\u8ba4|\u8bc4\u5ba1)",
          "(?:\u4eba\u529b|\u4eba\u5458|\u4f11\u5047)");

  private ForeignPhrases() {}

  private static BlockerPhrases language(
      String clear,
      String needs,
      String missing,
      String generic,
      String infrastructure,
      String decision,
      String people) {
    Map<BlockerClass, Pattern> classes = new LinkedHashMap<>();
    classes.put(BlockerClass.INFRASTRUCTURE, word(infrastructure));
    classes.put(BlockerClass.DECISION, word(decision));
    classes.put(BlockerClass.PEOPLE, word(people));
    String what = "\\s*(?<what>\\S.*)";
    return new BlockerPhrases(
        List.of(
            phrase(Use.CLEAR, "(?<!\\p{L})(?<how>" + clear + ")" + what, true),
            phrase(
                Use.ONLY_IF_BLOCKED,
                FROM_THE_START + "(?<what>\\S.*?)(?<how>)\\s*" + missing + "(?!\\p{L}).*",
                false),
            phrase(Use.ONLY_IF_BLOCKED, "(?<!\\p{L})(?<how>" + needs + ")" + what, true)),
        COMMA,
        ignoringCase(generic),
        classes);
  }

  /** As a word of its own; Chinese has no gaps between words. */
  private static Pattern word(String words) {
    boolean gaps = words.codePoints().noneMatch(Character::isIdeographic);
    return ignoringCase(gaps ? "(?<!\\p{L})" + words + "(?!\\p{L})" : words);
  }
}
