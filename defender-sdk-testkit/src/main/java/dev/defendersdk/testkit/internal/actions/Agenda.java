package dev.defendersdk.testkit.internal.actions;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * What is due when, so that only those actions are looked at whose walk goes on. Guarded by the
 * cloud's lock.
 */
final class Agenda {

  /** That an action goes on, and when. */
  record Due(Instant at, Action action) {}

  private final PriorityQueue<Due> queue =
      new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(due -> due.action().number));

  /** Lets an action go on at this time, and at no other that was set before. */
  void put(Action action, Instant at) {
    if (!at.equals(action.next)) {
      action.next = at;
      queue.add(new Due(at, action));
    }
  }

  /** What is due next, taken off; null if its time has not come. */
  @Nullable Due take(Instant now) {
    for (Due due = queue.peek(); due != null && !due.at().isAfter(now); due = queue.peek()) {
      queue.remove();
      Action action = due.action();
      if (action.isOpen() && due.at().equals(action.next)) {
        action.next = null;
        return due;
      }
    }
    return null;
  }
}
