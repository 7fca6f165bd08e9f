package dev.defendersdk.alerts.feed;

import dev.defendersdk.alerts.feed.Source.Query;
import dev.defendersdk.core.error.DefenderException;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * What is done about a window on which the service fails while it answers others. It is read
 * without the detail, and cut until what fails is alone; there the detail is asked for one by one.
 * Where that fails too, it is cut by time, down to an instant that is read one by one.
 *
 * @param <T> the entity
 */
final class Narrowing<T> {

  private static final int MOST_UNREADABLE = 3;

  private final FeedContext<T> context;
  private final Poll<T> poll;
  private final Poll.Task task;

  Narrowing(FeedContext<T> context, Poll<T> poll, Poll.Task task) {
    this.context = context;
    this.poll = poll;
    this.task = task;
  }

  CompletableFuture<Void> run(boolean detail, DefenderException failure) {
    Window window = task.window();
    if (context.state().isUnreadable(window)) {
      return oneByOne(true);
    }
    if (!detail || !context.source().hasDetail()) {
      return byTime();
    }
    int pageSize = context.settings().pageSize();
    return context
        .page(new Query(window, pageSize, 0, false), 1)
        .thenCompose(
            tried -> {
              Scan<T> scan = tried.result();
              return scan == null ? byTime() : without(scan, failure);
            });
  }

  /** It can be read without the detail. */
  private CompletableFuture<Void> without(Scan<T> scan, DefenderException failure) {
    Window window = task.window();
    if (scan.isLast() && scan.times().isEmpty()) {
      poll.settle(window.to());
      return Poll.DONE;
    }
    if (!scan.isLast() && window.isInstant()) {
      spoil(window.from(), failure);
      poll.readPaged(window);
      return Poll.DONE;
    }
    if (!scan.isLast() || !scan.isOfOneInstant()) {
      poll.readParts(window.cutAmid(scan.times()), true);
      return Poll.DONE;
    }
    spoil(Window.floor(scan.newest()), failure);
    return poll.handOver(scan, false).thenRun(() -> poll.settle(window.to()));
  }

  private void spoil(Instant instant, DefenderException failure) {
    if (context.state().spoilt.putIfAbsent(instant, false) == null) {
      context.observation().poison(instant, failure);
    }
  }

  private CompletableFuture<Void> byTime() {
    Window window = task.window();
    if (window.isInstant()) {
      return oneByOne(false);
    }
    poll.readParts(window.cutInHalf(context.time().now()), true);
    return Poll.DONE;
  }

  /**
   * @param known true if it is not the first time
   */
  private CompletableFuture<Void> oneByOne(boolean known) {
    Window window = task.window();
    int[] skip = new int[1];
    int[] unreadable = new int[1];
    return Loop.run(
            () ->
                context
                    .page(new Query(window, 1, skip[0]++, false), 1)
                    .thenCompose(
                        tried -> {
                          Scan<T> scan = tried.result();
                          if (scan != null) {
                            boolean more = !scan.isEmpty();
                            return poll.handOver(scan, false).thenApply(nothing -> more);
                          }
                          if (!known) {
                            context.observation().unreadable(window.from(), tried.error());
                          }
                          boolean more = ++unreadable[0] < MOST_UNREADABLE;
                          return CompletableFuture.completedFuture(more);
                        }))
        .thenRun(
            () -> {
              context.state().spoilt.put(window.from(), true);
              poll.settle(window.to());
            });
  }
}
