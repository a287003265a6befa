package dev.signalbox.importer.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Looks up keys as written among the keys that exist: in other capitals, without their end, without
 * their family, under the family's old name. What fits two things means neither.
 */
final class References {

  private static final int MOST = KeyRange.MOST;

  private final Set<String> known;
  private final Map<String, Set<String>> spellings = new HashMap<>();
  private final TreeSet<String> sorted = new TreeSet<>();
  private final TreeMap<String, Set<String>> endings = new TreeMap<>();
  private final Families families;

  References(Collection<String> known) {
    this.known = new HashSet<>(known);
    for (String key : this.known) {
      String canonical = Keys.canonical(key);
      spellings.computeIfAbsent(canonical, any -> new LinkedHashSet<>()).add(key);
      sorted.add(canonical);
      int dash = canonical.indexOf('-');
      while (dash >= 0) {
        String ending = canonical.substring(dash + 1);
        endings.computeIfAbsent(ending, any -> new LinkedHashSet<>()).add(key);
        dash = canonical.indexOf('-', dash + 1);
      }
    }
    this.families = new Families(this.known);
  }

  /**
   * What a written key means.
   *
   * @param keys that exist; empty if nothing fits, or too much
   * @param candidates what it could be if it fits more than one thing; else empty
   */
  record Found(List<String> keys, List<String> candidates) {
    static final Found NOTHING = new Found(List.of(), List.of());

    static Found of(Collection<String> keys) {
      return new Found(keys.stream().sorted().limit(MOST).toList(), List.of());
    }
  }

  boolean isKnown(String key) {
    return known.contains(key);
  }

  /**
   * The keys that are meant; see the class.
   *
   * @param self the task in whose row it stands, whose family counts first; empty if none
   */
  Found resolve(String written, String self) {
    if (known.contains(written)) {
      return new Found(List.of(written), List.of());
    }
    String canonical = Keys.canonical(written);
    if (canonical.endsWith("*")) {
      String begin = canonical.substring(0, canonical.length() - 1);
      return Found.of(begunBy(begin, key -> true));
    }
    Set<String> spelled = spellings.getOrDefault(canonical, Set.of());
    if (!spelled.isEmpty()) {
      return spelled.size() == 1
          ? Found.of(spelled)
          : new Found(List.of(), spelled.stream().sorted().toList());
    }
    Set<String> begun = begunBy(canonical + "-", key -> true);
    if (!begun.isEmpty()) {
      return Found.of(begun);
    }
    Found ofFamily = withoutFamily(canonical, self);
    if (!ofFamily.equals(Found.NOTHING)) {
      return ofFamily;
    }
    String renamed = families.renamed(canonical);
    Set<String> underNewName = spellings.getOrDefault(renamed, Set.of());
    return underNewName.size() == 1 ? Found.of(underNewName) : Found.NOTHING;
  }

  private Set<String> begunBy(String begin, Predicate<String> which) {
    Set<String> found = new LinkedHashSet<>();
    for (String canonical : sorted.tailSet(begin)) {
      if (!canonical.startsWith(begin) || found.size() > MOST) {
        break;
      }
      spellings.getOrDefault(canonical, Set.of()).stream().filter(which).forEach(found::add);
    }
    return found;
  }

  /** {@code 32-001} in a row of {@code DEVOPS-ORCH-...}: the own family first, then all. */
  private Found withoutFamily(String canonical, String self) {
    Set<String> whole = endings.getOrDefault(canonical, Set.of());
    Set<String> cut = new LinkedHashSet<>();
    String begin = canonical + "-";
    for (Map.Entry<String, Set<String>> ending : endings.tailMap(begin).entrySet()) {
      if (!ending.getKey().startsWith(begin) || cut.size() > MOST) {
        break;
      }
      cut.addAll(ending.getValue());
    }
    String family = Families.of(Keys.canonical(self));
    boolean onlyNumber = canonical.indexOf('-') < 0;
    for (Set<String> candidates : List.of(whole, cut)) {
      List<String> own =
          candidates.stream()
              .filter(key -> !family.isEmpty() && Families.of(Keys.canonical(key)).equals(family))
              .toList();
      if (isOne(own, canonical)) {
        return Found.of(own);
      }
    }
    for (Set<String> candidates : onlyNumber ? List.<Set<String>>of() : List.of(whole, cut)) {
      if (isOne(candidates, canonical)) {
        return Found.of(candidates);
      }
    }
    List<String> all = new ArrayList<>(onlyNumber ? List.of() : whole);
    cut.stream().filter(key -> !onlyNumber && !all.contains(key)).forEach(all::add);
    return all.isEmpty() ? Found.NOTHING : new Found(List.of(), all.stream().sorted().toList());
  }

  /** Whether all these keys have the same words before what was written. */
  private static boolean isOne(Collection<String> keys, String written) {
    return !keys.isEmpty()
        && keys.stream()
                .map(Keys::canonical)
                .map(key -> key.substring(0, Math.max(0, key.indexOf(written))))
                .distinct()
                .count()
            == 1;
  }
}
