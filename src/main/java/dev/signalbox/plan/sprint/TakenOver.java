package dev.signalbox.plan.sprint;

import dev.signalbox.plan.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which lines that people wrote here a document now says itself. */
final class TakenOver {

  private TakenOver() {}

  /**
   * One line by hand for each line that is new in the document and says the same, the oldest first;
   * white space is no difference, as documents keep a line on one line.
   *
   * @param before what the document said before
   * @param now what it says
   * @param byHand words by id
   * @return ids
   */
  static List<Long> of(List<String> before, List<String> now, Map<Long, String> byHand) {
    List<String> said = new ArrayList<>(before.stream().map(TakenOver::plain).toList());
    Map<Long, String> left = new LinkedHashMap<>(byHand);
    left.replaceAll((id, words) -> plain(words));
    List<Long> taken = new ArrayList<>();
    for (String line : now.stream().map(TakenOver::plain).toList()) {
      if (!said.remove(line)) {
        left.entrySet().stream()
            .filter(hand -> hand.getValue().equals(line))
            .map(Map.Entry::getKey)
            .findFirst()
            .ifPresent(
                id -> {
                  taken.add(id);
                  left.remove(id);
                });
      }
    }
    return taken;
  }

  private static String plain(String words) {
    return Wording.clean(words.replaceAll("[\\s\\u00a0]+", " "));
  }
}
