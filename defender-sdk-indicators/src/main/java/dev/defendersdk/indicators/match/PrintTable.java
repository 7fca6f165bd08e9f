package dev.defendersdk.indicators.match;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Nodes by their prints: open addressing, at most a quarter full, so that most misses see an empty
 * place and no object. Nodes with one print hang in a row, so that a list which has many of them
 * slows down nobody else.
 */
final class PrintTable {

  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final @Nullable Node[] nodes;
  private final int shift;

  PrintTable(Collection<? extends Node> all) {
    int bits = 34 - Integer.numberOfLeadingZeros(Math.max(1, all.size()));
    shift = 64 - bits;
    nodes = new Node[1 << bits];
    for (Node node : all) {
      int slot = slot(node.print());
      node.next(nodes[slot]);
      nodes[slot] = node;
    }
  }

  /** The first node of a print, null if there is none; it may be of another value. */
  @Nullable Node first(long print) {
    return nodes[slot(print)];
  }

  /** Where the nodes of a print are, or else the empty place that ends the search for them. */
  private int slot(long print) {
    int slot = (int) ((print * SPREAD) >>> shift);
    Node node = nodes[slot];
    while (node != null && node.print() != print) {
      slot = (slot + 1) & (nodes.length - 1);
      node = nodes[slot];
    }
    return slot;
  }
}
