package dev.defendersdk.machineactions.response;

import dev.defendersdk.machineactions.actions.MachineAction;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The wishes for one machine and one topic: one is acted on at a time, so that the service never
 * has two of them in flight, and the last one wins. What happens to its wishes is taken up one
 * after the other, by an inbox, so that no lock is needed and nothing in here is touched by two
 * threads at once.
 */
final class Desk {

  private static final String LATER = "a later wish came";

  private final Queue<Runnable> inbox = new ConcurrentLinkedQueue<>();
  private final AtomicInteger unread = new AtomicInteger();
  private final AtomicInteger wishes = new AtomicInteger();
  private final Runnable whenIdle;
  private @Nullable WishRun current;
  private @Nullable WishRun next;

  Desk(Runnable whenIdle) {
    this.whenIdle = whenIdle;
  }

  /** Says that a wish will come, so that the desk is kept. */
  void reserve() {
    wishes.incrementAndGet();
  }

  /** True if no wish is here or will come. */
  boolean isIdle() {
    return wishes.get() == 0;
  }

  /**
   * Takes a message up when those before it are done with, on this thread or on one that is here.
   */
  void enter(Runnable message) {
    inbox.add(message);
    if (unread.getAndIncrement() > 0) {
      return;
    }
    do {
      run(inbox.remove());
    } while (unread.decrementAndGet() > 0);
  }

  // A wish that breaks ends; the desk goes on.
  private void run(Runnable message) {
    try {
      message.run();
    } catch (RuntimeException e) {
      WishRun broken = current;
      if (broken != null) {
        broken.stop(e);
      }
    }
  }

  /** Takes a reserved wish on. One that is the same as the last one before it joins that. */
  void take(WishRun wish) {
    enter(
        () -> {
          WishRun last = next != null ? next : current;
          if (last != null && !last.isLeaving() && last.isSameAs(wish)) {
            wish.join(last);
            done();
          } else if (current == null) {
            current = wish;
            wish.begin(null);
          } else {
            WishRun passedOver = next;
            next = wish;
            if (passedOver != null) {
              passedOver.supersede(WishOutcome.SUPERSEDED, LATER);
            }
            current.supersede(WishOutcome.SUPERSEDED, LATER);
          }
        });
  }

  /** A wish has let go. What it leaves behind may still be in flight. */
  void left(WishRun wish, @Nullable MachineAction inFlight) {
    if (wish == next) {
      next = null;
    } else if (wish == current) {
      current = next;
      next = null;
      if (current != null) {
        current.begin(inFlight);
      }
    }
    done();
  }

  private void done() {
    if (wishes.decrementAndGet() == 0) {
      whenIdle.run();
    }
  }
}
