package dev.defendersdk.indicators.match;

import org.jspecify.annotations.Nullable;

/** A value in a table, and its rules. Filled while the matcher is built, and never after. */
abstract class Node {

  private final long print;
  private @Nullable Rule first;
  private @Nullable Rule last;
  private @Nullable Node next;

  /**
   * @param print 64 bits of its value; other values may have the same
   */
  Node(long print) {
    this.print = print;
  }

  final long print() {
    return print;
  }

  /** True, as it can be added. */
  final boolean add(Rule rule) {
    if (last == null) {
      first = rule;
    } else {
      last.next(rule);
    }
    last = rule;
    return true;
  }

  /** The first of its rules, which leads to the others; null if there are none. */
  final @Nullable Rule rules() {
    return first;
  }

  /** The next with the same print. */
  final @Nullable Node next() {
    return next;
  }

  final void next(@Nullable Node node) {
    next = node;
  }
}
