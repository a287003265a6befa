package dev.signalbox.importer.reading;

import java.util.Locale;
import java.util.regex.Pattern;

/** What makes two spellings one key: look-alike dashes, capitals, zeros in front of numbers. */
public final class Keys {

  private static final Pattern DASHES = Pattern.compile("[\u2010-\u2015\u2212\uff0d]");
  private static final Pattern ZEROS = Pattern.compile("(?<![\\p{N}])0+(?=\\p{N})");

  private Keys() {}

  /** The key with plain hyphens for all dashes that look like one. */
  public static String plainDashes(String key) {
    return DASHES.matcher(key).replaceAll("-");
  }

  /** The same for all spellings of one key. */
  static String canonical(String key) {
    return ZEROS.matcher(plainDashes(key).toLowerCase(Locale.ROOT)).replaceAll("");
  }
}
