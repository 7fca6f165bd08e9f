package dev.defendersdk.alerts.external;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Takes messages up one after the other, on the threads that bring them, so that what they touch
 * needs no lock.
 */
final class Inbox {

  private final Queue<Runnable> messages = new ConcurrentLinkedQueue<>();
  private final AtomicInteger unread = new AtomicInteger();

  /** Takes a message up, on this thread or on one that is here already. It must not throw. */
  void enter(Runnable message) {
    messages.add(message);
    if (unread.getAndIncrement() > 0) {
      return;
    }
    do {
      messages.remove().run();
    } while (unread.decrementAndGet() > 0);
  }
}
