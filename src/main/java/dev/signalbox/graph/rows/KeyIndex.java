package dev.signalbox.graph.rows;

/**
 * Numbers of keys, by open addressing without a box a key. Of two equal keys the first one's number
 * is known.
 */
public final class KeyIndex {

  private String[] keys;
  private int[] hashes;
  private int[] numbers;
  private int size;

  public KeyIndex(int expected) {
    int capacity = Integer.highestOneBit(Math.max(8, expected)) << 2;
    keys = new String[capacity];
    hashes = new int[capacity];
    numbers = new int[capacity];
  }

  private KeyIndex(KeyIndex before, int[] renumber) {
    keys = before.keys.clone();
    hashes = before.hashes.clone();
    numbers = before.numbers.clone();
    size = before.size;
    for (int slot = 0; slot < keys.length; slot++) {
      if (keys[slot] != null && numbers[slot] != Rows.NONE) {
        numbers[slot] = renumber[numbers[slot]];
      }
    }
  }

  /** The number of a key, or {@link Rows#NONE}. */
  public int find(String key) {
    int hash = spread(key);
    int slot = slot(key, hash);
    return keys[slot] == null ? Rows.NONE : numbers[slot];
  }

  /**
   * A copy in which each number is the one that stands at its place in {@code numbers}; keys of
   * {@link Rows#NONE} are known no more.
   */
  public KeyIndex renumbered(int[] numbers) {
    return new KeyIndex(this, numbers);
  }

  /** The number that the key has from now on: this one, or the one that it had. */
  public int intern(String key, int number) {
    int hash = spread(key);
    int slot = slot(key, hash);
    if (keys[slot] != null) {
      // A key that is known no more keeps its slot, because others may stand behind it.
      numbers[slot] = numbers[slot] == Rows.NONE ? number : numbers[slot];
      return numbers[slot];
    }
    keys[slot] = key;
    hashes[slot] = hash;
    numbers[slot] = number;
    if (++size * 2 > keys.length) {
      grow();
    }
    return number;
  }

  private int slot(String key, int hash) {
    int mask = keys.length - 1;
    int slot = hash & mask;
    while (keys[slot] != null && (hashes[slot] != hash || !same(keys[slot], key))) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** Most keys of a generated or imported plan are the same objects, which spares their text. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean same(String one, String other) {
    return one == other || one.equals(other);
  }

  /** The text's hash differs in its low bits only, if at all, where keys count up. */
  private static int spread(String key) {
    int hash = key.hashCode() * 0x9E3779B9;
    return hash ^ (hash >>> 15);
  }

  private void grow() {
    String[] oldKeys = keys;
    int[] oldHashes = hashes;
    int[] oldNumbers = numbers;
    keys = new String[oldKeys.length * 2];
    hashes = new int[keys.length];
    numbers = new int[keys.length];
    for (int old = 0; old < oldKeys.length; old++) {
      if (oldKeys[old] != null && oldNumbers[old] == Rows.NONE) {
        size--;
      } else if (oldKeys[old] != null) {
        int slot = slot(oldKeys[old], oldHashes[old]);
        keys[slot] = oldKeys[old];
        hashes[slot] = oldHashes[old];
        numbers[slot] = oldNumbers[old];
      }
    }
  }
}
