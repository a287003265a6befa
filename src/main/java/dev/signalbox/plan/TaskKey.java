package dev.signalbox.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Names a task within its project, such as {@code DEVOPS-OBS-51-001}; 1 to 120 characters. */
public record TaskKey(@JsonValue String value) {

  private static final int MAX_LENGTH = 120;
  private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._#:-]{0,119}");

  public TaskKey {
    if (!isTask(value)) {
      throw new IllegalArgumentException(
          "a task key is 1 to 120 letters, digits and . _ # : - and starts with a letter or digit");
    }
  }

  /** Whether the text can be such a key as it stands. */
  public static boolean isTask(String text) {
    return isPlain(text) || FORM.matcher(text).matches();
  }

  /**
   * Whether it is such a key of ASCII, as nearly all are: a plan has many, and the form is slow.
   */
  private static boolean isPlain(String text) {
    if (text.isEmpty() || text.length() > MAX_LENGTH || !isLetterOrDigit(text.charAt(0))) {
      return false;
    }
    for (int at = 1; at < text.length(); at++) {
      char each = text.charAt(at);
      if (!isLetterOrDigit(each) && "._#:-".indexOf(each) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetterOrDigit(char each) {
    return (each >= '0' && each <= '9')
        || (each >= 'A' && each <= 'Z')
        || (each >= 'a' && each <= 'z');
  }

  @Override
  public String toString() {
    return value;
  }
}
