package dev.signalbox.plan.read;

/** Whether a text names a key, and not a longer key that only begins or ends with it. */
final class Mention {

  private Mention() {}

  static boolean of(String key, String text) {
    for (int at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) {
      if (!goesOnBefore(text, at) && !goesOnBehind(text, at + key.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean goesOnBefore(String text, int at) {
    if (at == 0) {
      return false;
    }
    char before = text.charAt(at - 1);
    return Character.isLetterOrDigit(before)
        || (isJoint(before) && at > 1 && Character.isLetterOrDigit(text.charAt(at - 2)));
  }

  private static boolean goesOnBehind(String text, int end) {
    if (end >= text.length()) {
      return false;
    }
    char behind = text.charAt(end);
    return Character.isLetterOrDigit(behind)
        || (isJoint(behind)
            && end + 1 < text.length()
            && Character.isLetterOrDigit(text.charAt(end + 1)));
  }

  private static boolean isJoint(char c) {
    return c == '-' || c == '_';
  }
}
