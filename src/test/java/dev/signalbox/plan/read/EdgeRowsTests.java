package dev.signalbox.plan.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class EdgeRowsTests {

  private final EdgeRows edges = new EdgeRows();

  @Test
  void putsTheEdgesOfEachTaskTogether() {
    edges.add(numbers(1024, 2047, 1024), numbers(1, 2, 3), "A\nB\nC");
    edges.add(numbers(2048), numbers(4), "D");
    assertThat(edges.of(1024)).containsExactly("A", "C");
    assertThat(edges.of(2047)).containsExactly("B");
    assertThat(edges.of(2048)).containsExactly("D");
    assertThat(edges.of(1025)).isEmpty();
  }

  @Test
  void keepsTheOrderInWhichTheyWereWrittenHoweverTheyCome() {
    edges.add(numbers(5, 6, 5, 5), numbers(9, 2, 3, 4), "last\nother\nfirst\nsecond");
    assertThat(edges.of(5)).containsExactly("first", "second", "last");
    assertThat(edges.of(6)).containsExactly("other");
  }

  private static byte[] numbers(long... numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Long.BYTES);
    bytes.asLongBuffer().put(numbers);
    return bytes.array();
  }
}
