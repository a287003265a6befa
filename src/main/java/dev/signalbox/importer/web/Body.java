package dev.signalbox.importer.web;

import dev.signalbox.importer.ImporterSettings;
import dev.signalbox.wire.ProblemException;
import dev.signalbox.wire.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.stereotype.Component;

/** Reads the raw bytes of a request, no more than the importer takes. */
@Component
class Body {

  private static final int LONGEST_NAME = 200;

  private final ImporterSettings settings;

  Body(ImporterSettings settings) {
    this.settings = settings;
  }

  byte[] bytes(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(settings.maxBytes() + 1);
    if (bytes.length > settings.maxBytes()) {
      throw new ProblemException(
          ProblemType.PAYLOAD_TOO_LARGE,
          "A plan document has at most " + settings.maxBytes() + " bytes.");
    }
    return bytes;
  }

  /** A name or path that can be kept and shown. */
  static String name(String name) {
    if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
      throw new ProblemException(
          ProblemType.INVALID_REQUEST, "The name is one line of at most 200 characters.");
    }
    return name;
  }
}
