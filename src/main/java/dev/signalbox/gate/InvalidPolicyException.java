package dev.signalbox.gate;

/** A gate definition in JSON that cannot be accepted, with the place of the fault. */
public final class InvalidPolicyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String place;

  InvalidPolicyException(String place, String why) {
    super(why);
    this.place = place;
  }

  /** Such as {@code requirements[2].maxAge}. */
  public String place() {
    return place;
  }
}
