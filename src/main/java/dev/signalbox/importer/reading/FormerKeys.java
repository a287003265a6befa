package dev.signalbox.importer.reading;

import java.util.Locale;
import java.util.regex.Pattern;

/** How tasks without a key were named before tables and lists had one rule for it. */
public final class FormerKeys {

  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");

  private FormerKeys() {}

  /** The name that the text of a list's entry had: of a link, its address counted too. */
  public static String of(String text) {
    return OutlineKeys.slug(
        OTHER.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" "), OutlineKeys.LONGEST);
  }
}
