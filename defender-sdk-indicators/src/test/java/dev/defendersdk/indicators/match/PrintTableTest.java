package dev.defendersdk.indicators.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A list that was made to be slow is not. */
@Timeout(20)
class PrintTableTest {

  // So many that a search through all of them, for each, would not end in time.
  private static final int NODES = 200_000;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;
  private static final long INVERSE =
      BigInteger.valueOf(SPREAD).modInverse(BigInteger.ONE.shiftLeft(64)).longValue();

  private static final class Plain extends Node {
    Plain(long print) {
      super(print);
    }
  }

  private static void everyOneIsFound(LongUnaryOperator print) {
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < NODES; i++) {
      nodes.add(new Plain(print.applyAsLong(i)));
    }
    PrintTable table = new PrintTable(nodes);
    for (int i = 0; i < NODES; i++) {
      assertThat(table.first(print.applyAsLong(i))).isSameAs(nodes.get(i));
      assertThat(nodes.get(i).next()).isNull();
    }
    assertThat(table.first(print.applyAsLong(NODES))).isNull();
  }

  @Test
  void regularPrints() {
    everyOneIsFound(i -> i);
    everyOneIsFound(i -> i << 40);
  }

  @Test
  void printsThatAreMultiplesOfTheInverse() {
    everyOneIsFound(i -> i * INVERSE);
  }

  @Test
  void printsThatAreMadeForOnePlace() {
    everyOneIsFound(
        i -> {
          long mixed = i * INVERSE;
          return (mixed ^ (mixed >>> 32)) * INVERSE;
        });
  }

  @Test
  void nodesWithOnePrintHangInARow() {
    List<Node> nodes = new ArrayList<>();
    // Some more than there are places for.
    for (int i = 0; i < 100; i++) {
      long mixed = (i / 2) * INVERSE;
      nodes.add(new Plain((mixed ^ (mixed >>> 32)) * INVERSE));
    }
    PrintTable table = new PrintTable(nodes);
    for (int i = 0; i < 100; i += 2) {
      Node first = table.first(nodes.get(i).print());
      assertThat(first).isSameAs(nodes.get(i + 1));
      assertThat(nodes.get(i + 1).next()).isSameAs(nodes.get(i));
    }
  }
}
