package dev.signalbox.graph.rows;

import java.util.Arrays;

/** A list of ints that grows. */
public final class Ints {

  private int[] values;
  private int size;

  public Ints(int expected) {
    values = new int[Math.max(8, expected)];
  }

  public void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = value;
  }

  public void clear() {
    size = 0;
  }

  public int size() {
    return size;
  }

  public int get(int at) {
    return values[at];
  }

  public int[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
