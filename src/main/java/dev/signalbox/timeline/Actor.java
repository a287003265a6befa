package dev.signalbox.timeline;

/** Who did something: a person, a machine with a token or a signature, or Signalbox itself. */
public record Actor(Kind kind, String name) {

  /** What stands behind a name. Only a {@link #PERSON} can approve. */
  public enum Kind {
    PERSON,
    MACHINE,
    SYSTEM
  }

  public Actor {
    if (name.isBlank()) {
      throw new IllegalArgumentException("an actor has a name");
    }
  }

  public static Actor person(String username) {
    return new Actor(Kind.PERSON, username);
  }

  public static Actor machine(String name) {
    return new Actor(Kind.MACHINE, name);
  }

  /** A part of Signalbox that acts on its own, such as the scheduler. */
  public static Actor system(String part) {
    return new Actor(Kind.SYSTEM, part);
  }
}
