package dev.signalbox.gate.web;

import dev.signalbox.gate.Gatekeeper;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The body of an approval or a rejection; the subject is named by If-Match. */
record WordRequest(@Nullable @Size(max = Gatekeeper.MAX_COMMENT) String comment) {

  /** As it can be stored: without the character that PostgreSQL cannot keep. */
  static String said(@Nullable WordRequest body) {
    return body == null || body.comment() == null ? "" : body.comment().replace("\0", "").strip();
  }
}
