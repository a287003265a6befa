package dev.signalbox.importer.reading;

/**
 * How sure a dialect is.
 *
 * @param percent 0 (surely not) to 100
 * @param why in a few words, for people who choose
 */
public record Confidence(int percent, String why) {

  public static final Confidence NONE = new Confidence(0, "nothing of it is here");

  public Confidence {
    if (percent < 0 || percent > 100) {
      throw new IllegalArgumentException("confidence is 0 to 100, not " + percent);
    }
  }
}
