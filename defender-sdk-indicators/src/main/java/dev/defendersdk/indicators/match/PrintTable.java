package dev.defendersdk.indicators.match;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Nodes by their prints: open addressing, at most a quarter full, so that most misses see an empty
 * place and no object.
 *
 * <p>A list can be made so that its prints crowd in one part of the table, as nothing here is
 * secret. So prints are mixed, for those that are merely regular, and a search ends after a few
 * places: what found none is in a map, whose worst is a logarithm. Nodes with one print hang in a
 * row; who can choose whole values can make a long one, which slows down look-ups of that print
 * alone.
 */
final class PrintTable {

  private static final long SPREAD = 0x9E3779B97F4A7C15L;
  private static final int LONGEST_SEARCH = 32;

  private final @Nullable Node[] nodes;
  private final int shift;
  private final Map<Long, Node> crowded = new HashMap<>();

  PrintTable(Collection<? extends Node> all) {
    int bits = 34 - Integer.numberOfLeadingZeros(Math.max(1, all.size()));
    shift = 64 - bits;
    nodes = new Node[1 << bits];
    all.forEach(this::add);
  }

  private void add(Node node) {
    int slot = slot(node.print());
    for (int i = 0; i < LONGEST_SEARCH; i++) {
      Node first = nodes[slot];
      if (first == null || first.print() == node.print()) {
        node.next(first);
        nodes[slot] = node;
        return;
      }
      slot = (slot + 1) & (nodes.length - 1);
    }
    node.next(crowded.put(node.print(), node));
  }

  /** The first node of a print, null if there is none; it may be of another value. */
  @Nullable Node first(long print) {
    int slot = slot(print);
    for (int i = 0; i < LONGEST_SEARCH; i++) {
      Node node = nodes[slot];
      if (node == null || node.print() == print) {
        return node;
      }
      slot = (slot + 1) & (nodes.length - 1);
    }
    return crowded.get(print);
  }

  /** Where a search for a print begins. */
  private int slot(long print) {
    long mixed = print * SPREAD;
    return (int) (((mixed ^ (mixed >>> 32)) * SPREAD) >>> shift);
  }
}
