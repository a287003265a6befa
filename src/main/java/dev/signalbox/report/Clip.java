package dev.signalbox.report;

/** Cuts foreign text to a length that we keep, without splitting a character. */
final class Clip {

  private Clip() {}

  static String text(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    boolean splits = Character.isHighSurrogate(text.charAt(limit - 1));
    return text.substring(0, splits ? limit - 1 : limit);
  }
}
