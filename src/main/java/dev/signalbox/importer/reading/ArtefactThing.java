package dev.signalbox.importer.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One awaited thing, or a bundle of several, with all the ways in which it is written. */
final class ArtefactThing {

  private final Set<Set<String>> parts;
  private final @Nullable String owner;
  private final List<List<String>> mentions = new ArrayList<>();

  /**
   * A thing that nobody mentions yet.
   *
   * @param parts the telling words of each part
   * @param owner from whom it is awaited; null if unknown
   */
  ArtefactThing(Set<Set<String>> parts, @Nullable String owner) {
    this.parts = Set.copyOf(parts);
    this.owner = owner;
  }

  /** Adds a way to write it, one text for each part. */
  ArtefactThing mentionedAs(List<String> written) {
    mentions.add(List.copyOf(written));
    return this;
  }

  Set<Set<String>> parts() {
    return parts;
  }

  @Nullable String owner() {
    return owner;
  }

  List<List<String>> mentions() {
    return mentions;
  }

  boolean isBundle() {
    return parts.size() > 1;
  }

  /** The same for all ways to write it. */
  String identity() {
    return identityOf(parts);
  }

  static String identityOf(Set<Set<String>> parts) {
    Set<String> sorted = new TreeSet<>();
    parts.forEach(words -> sorted.add(String.join(" ", new TreeSet<>(words))));
    return String.join(" + ", sorted);
  }

  static ArtefactThing of(List<Set<String>> parts, List<String> written, @Nullable String owner) {
    return new ArtefactThing(new HashSet<>(parts), owner).mentionedAs(written);
  }
}
