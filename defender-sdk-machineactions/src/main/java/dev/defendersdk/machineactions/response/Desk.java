package dev.defendersdk.machineactions.response;

import dev.defendersdk.machineactions.actions.MachineAction;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The wishes for one machine and one topic: one is acted on at a time, so that the service never
 * has two of them in flight. Of wishes for a state the last one wins; deeds are done one after the
 * other. What happens to wishes is taken up in order, by an inbox, so that no lock is needed and
 * nothing in here is touched by two threads at once.
 */
final class Desk {

  private final Queue<Runnable> inbox = new ConcurrentLinkedQueue<>();
  private final AtomicInteger unread = new AtomicInteger();
  private final AtomicInteger wishes = new AtomicInteger();
  private final Runnable whenIdle;
  private final Deque<WishRun> row = new ArrayDeque<>();
  private @Nullable WishRun current;

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

  /** Takes a reserved wish on. */
  void take(WishRun wish) {
    enter(
        () -> {
          WishRun last = row.isEmpty() ? current : row.getLast();
          boolean otherState =
              wish.wish().topic().isState() && last != null && !last.isSameAs(wish);
          if (otherState) {
            List<WishRun> earlier = List.copyOf(row);
            row.add(wish);
            earlier.forEach(WishRun::supersede);
            if (current != null) {
              current.supersede();
            }
          } else if (current != null && current.isAtGate() && !wish.isBulk()) {
            // It has done nothing yet, and may wait long: whoever hurries goes first.
            row.addFirst(current);
            current.park();
            current = wish;
            wish.begin(null);
          } else if (current != null) {
            row.add(wish);
          } else {
            current = wish;
            wish.begin(null);
          }
        });
  }

  /** A wish has let go, once. What it leaves behind may still be in flight. */
  void left(WishRun wish, @Nullable MachineAction inFlight) {
    if (wish == current) {
      current = row.poll();
      if (current != null) {
        current.begin(inFlight);
      }
    } else {
      row.remove(wish);
    }
    if (wishes.decrementAndGet() == 0) {
      whenIdle.run();
    }
  }
}
