package dev.signalbox.webhook.apply;

/** Foreign text on its way into a verdict: one line, bounded. */
final class Words {

  private Words() {}

  static String cut(String text, int limit) {
    StringBuilder kept = new StringBuilder();
    text.codePoints()
        .limit(limit)
        .map(point -> Character.isISOControl(point) || isSurrogate(point) ? '?' : point)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static boolean isSurrogate(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }
}
