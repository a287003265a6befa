package dev.signalbox.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed to narrow the tasks: {@code state:blocked owner:devops some words}. Terms of
 * one kind widen, terms of different kinds narrow; words match key, text and owners.
 */
public record TaskFilter(
    List<String> states, List<String> owners, List<String> flags, List<String> words) {

  private static final int MAX_TERMS = 20;

  /** Reads the typed text; never fails, an unknown prefix is a word like any other. */
  public static TaskFilter parse(@Nullable String typed) {
    List<String> states = new ArrayList<>();
    List<String> owners = new ArrayList<>();
    List<String> flags = new ArrayList<>();
    List<String> words = new ArrayList<>();
    if (typed != null) {
      for (String term : typed.toLowerCase(Locale.ROOT).strip().split("\\s+", MAX_TERMS)) {
        int colon = term.indexOf(':');
        String rest = colon < 0 ? "" : term.substring(colon + 1);
        if (term.startsWith("state:")) {
          states.add(rest);
        } else if (term.startsWith("owner:")) {
          owners.add(rest);
        } else if (term.startsWith("is:")) {
          flags.add(rest);
        } else if (!term.isEmpty()) {
          words.add(term);
        }
      }
    }
    return new TaskFilter(
        List.copyOf(states), List.copyOf(owners), List.copyOf(flags), List.copyOf(words));
  }

  /** Whether the card fits every kind of term. */
  public boolean accepts(Card card) {
    return (states.isEmpty() || states.contains(card.column().toLowerCase(Locale.ROOT)))
        && (owners.isEmpty() || owners.stream().anyMatch(o -> containsIn(card.owners(), o)))
        && flags.stream().allMatch(flag -> hasFlag(card, flag))
        && words.stream().allMatch(word -> mentions(card, word));
  }

  private static boolean hasFlag(Card card, String flag) {
    return (flag.equals("contradicted") && card.contradiction() != null)
        || (flag.equals("absent") && card.absent());
  }

  private static boolean mentions(Card card, String word) {
    return card.key().toLowerCase(Locale.ROOT).contains(word)
        || card.text().toLowerCase(Locale.ROOT).contains(word)
        || containsIn(card.owners(), word);
  }

  private static boolean containsIn(List<String> texts, String part) {
    return texts.stream().anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(part));
  }
}
