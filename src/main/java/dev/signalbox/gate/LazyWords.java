package dev.signalbox.gate;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/**
 * Words that are worked out when somebody reads them: a gate looks at thousands of tasks and tells
 * what holds fifty. For one thread, and no longer than the graph that they come from.
 */
final class LazyWords extends AbstractList<String> {

  private final Supplier<List<String>> words;

  LazyWords(Supplier<List<String>> words) {
    this.words = SingletonSupplier.of(words);
  }

  @Override
  public String get(int index) {
    return words.get().get(index);
  }

  @Override
  public int size() {
    return words.get().size();
  }
}
