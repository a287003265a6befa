package dev.signalbox.validation.run;

import dev.signalbox.validation.dispatch.Answer;
import dev.signalbox.validation.dispatch.Sighting;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * Where an attempt was sent, and what it is called there by the target's own word. Reports may name
 * it as they like; to look for it, or to stop it, only this counts.
 */
@Embeddable
class Whereabouts {

  @Column(name = "target_version")
  private int targetVersion;

  @Column(name = "target_handle")
  private @Nullable String handle;

  /** It is about to be sent to the place that has this version. */
  void sentTo(int version) {
    targetVersion = version;
    handle = null;
  }

  /** The target may have told its name in its answer. */
  void told(Answer answer) {
    if (answer instanceof Answer.Taken taken && taken.externalId() != null) {
      handle = taken.externalId();
    }
  }

  /** A look may have shown its name. */
  void seen(Sighting sighting) {
    if (sighting instanceof Sighting.Waiting waiting) {
      handle = waiting.externalId();
    } else if (sighting instanceof Sighting.Working working) {
      handle = working.externalId();
    }
  }

  boolean isAt(int version) {
    return targetVersion == version;
  }

  /** Null where the target never told. */
  @Nullable String handle() {
    return handle;
  }
}
