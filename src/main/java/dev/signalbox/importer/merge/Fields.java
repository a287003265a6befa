package dev.signalbox.importer.merge;

import dev.signalbox.importer.Consent;
import dev.signalbox.importer.ImportReport.Conflict;
import dev.signalbox.importer.ImportReport.Difference;
import dev.signalbox.importer.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Merges the fields of one thing three ways: what the last document said, what this one says, what
 * the plan holds. What the document did not change is left to people; where both changed it,
 * somebody has to say whose word counts, and until then people's stays.
 */
final class Fields {

  private final String id;
  private final Place place;
  private final Consent consent;
  private final List<Difference> differences = new ArrayList<>();
  private final List<Conflict> conflicts = new ArrayList<>();

  /**
   * Fields of one thing.
   *
   * @param id of the thing: the key of a task, or {@code @} and that of a sprint
   * @param place of the thing in the document
   */
  Fields(String id, Place place, Consent consent) {
    this.id = id;
    this.place = place;
    this.consent = consent;
  }

  List<Difference> differences() {
    return List.copyOf(differences);
  }

  List<Conflict> conflicts() {
    return List.copyOf(conflicts);
  }

  <T> T pick(String field, @Nullable T base, T document, T here, Function<T, String> words) {
    if (document.equals(base) || document.equals(here)) {
      return here;
    }
    if (here.equals(base)) {
      differences.add(new Difference(field, words.apply(here), words.apply(document), false));
      return document;
    }
    String conflict = id + "/" + field;
    Consent.Word word = consent.on(conflict);
    boolean replaces = word == Consent.Word.DOCUMENT;
    conflicts.add(
        new Conflict(
            conflict,
            id,
            field,
            base == null ? null : words.apply(base),
            words.apply(here),
            words.apply(document),
            word,
            place));
    differences.add(new Difference(field, words.apply(here), words.apply(document), !replaces));
    return replaces ? document : here;
  }

  /** Tells that a list differs; lists merge element by element and never conflict. */
  void compare(String field, List<String> before, List<String> after) {
    if (!Set.copyOf(before).equals(Set.copyOf(after))) {
      differences.add(
          new Difference(field, String.join(", ", before), String.join(", ", after), false));
    }
  }

  /** The document's elements without those that people took away since the last document. */
  static <T, I> List<T> sent(
      List<T> base, List<T> document, List<T> here, Function<T, I> identity) {
    Set<I> before = identities(base, identity);
    Set<I> now = identities(here, identity);
    return document.stream()
        .filter(one -> !before.contains(identity.apply(one)) || now.contains(identity.apply(one)))
        .toList();
  }

  /** What the plan holds afterwards: what is sent, and what people added. */
  static <T, I> List<T> whole(List<T> sent, List<T> base, List<T> here, Function<T, I> identity) {
    Set<I> before = identities(base, identity);
    Set<I> all = identities(sent, identity);
    List<T> whole = new ArrayList<>(sent);
    for (T one : here) {
      if (!before.contains(identity.apply(one)) && all.add(identity.apply(one))) {
        whole.add(one);
      }
    }
    return List.copyOf(whole);
  }

  private static <T, I> Set<I> identities(List<T> list, Function<T, I> identity) {
    Set<I> all = new LinkedHashSet<>();
    list.forEach(one -> all.add(Objects.requireNonNull(identity.apply(one))));
    return all;
  }
}
