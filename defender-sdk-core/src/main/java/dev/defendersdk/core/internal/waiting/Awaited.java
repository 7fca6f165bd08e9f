package dev.defendersdk.core.internal.waiting;

import dev.defendersdk.core.time.TimeSource;

/**
 * Something that comes in its own time: a permit, a token. Whoever waits looks at it again and
 * again, and chooses how to spend the time between: on a thread, or with an alarm and none.
 *
 * @param <T> what comes, or why it does not
 */
@FunctionalInterface
public interface Awaited<T> {

  /**
   * Looks at it.
   *
   * @param wake is called when looking again is worth it before the time that the look says; quick,
   *     and perhaps more than once
   */
  Look<T> look(Runnable wake);

  /** Waits on the calling thread. */
  default T await(TimeSource time) throws InterruptedException {
    while (true) {
      TimeSource.Signal changed = time.newSignal();
      Look<T> look = look(changed::fire);
      T value = look.value();
      if (value != null) {
        return value;
      }
      changed.await(look.untilNanos());
    }
  }
}
