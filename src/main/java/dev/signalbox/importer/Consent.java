package dev.signalbox.importer;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the caller agrees to beforehand, so that an import that would stop there goes on.
 *
 * @param skipUnread go on although rows that surely are tasks could not be read as written
 * @param all whose word counts in every conflict that {@code words} does not name; null for
 *     nobody's
 * @param words whose word counts, by the conflict's id
 */
public record Consent(boolean skipUnread, @Nullable Word all, Map<String, Word> words) {

  /** To nothing: whatever asks for a choice stops. */
  public static final Consent NONE = new Consent(false, null, Map.of());

  public Consent {
    words = Map.copyOf(words);
  }

  /** Whose word counts where people and the document changed the same thing. */
  public enum Word {
    /** What people changed here stays. */
    HERE,
    /** The document's word replaces it. */
    DOCUMENT
  }

  /** Whose word counts in that conflict; null if nobody has said. */
  public @Nullable Word on(String conflict) {
    return words.getOrDefault(conflict, all);
  }
}
