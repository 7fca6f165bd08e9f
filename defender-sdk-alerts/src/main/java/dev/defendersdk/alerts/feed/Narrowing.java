package dev.defendersdk.alerts.feed;

import dev.defendersdk.alerts.feed.Source.Query;
import dev.defendersdk.core.error.DefenderException;
import java.time.Duration;
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

  // Beyond this, what fails is not tied to a time.
  private static final Duration FAR_AHEAD = Duration.ofDays(3_650);

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
      return new OneByOne<>(context, poll, window, true).run();
    }
    if (!detail || !context.source().hasDetail()) {
      return byTime(failure);
    }
    int pageSize = context.settings().pageSize();
    return context
        .page(new Query(window, pageSize, 0, false), 1)
        .thenCompose(
            tried -> {
              Scan<T> scan = tried.result();
              return scan == null ? byTime(failure) : without(scan, failure);
            });
  }

  /** It can be read without the detail. */
  private CompletableFuture<Void> without(Scan<T> scan, DefenderException failure) {
    Window window = task.window();
    if (scan.isLast() && scan.times().isEmpty()) {
      return poll.handOver(scan, false).thenRun(() -> poll.settle(window.to()));
    }
    if (!scan.isLast() && window.isInstant()) {
      spoil(window.from(), failure);
      poll.readPaged(window);
      return Poll.DONE;
    }
    if (scan.times().isEmpty()) {
      return byTime(failure); // a full page without a time to cut at
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

  private CompletableFuture<Void> byTime(DefenderException failure) {
    Window window = task.window();
    if (window.isInstant()) {
      return new OneByOne<>(context, poll, window, false).run();
    }
    FeedState state = context.state();
    boolean ahead = !window.from().isBefore(poll.began().plus(FAR_AHEAD));
    if (window.to() == null && (state.failsAhead || ahead)) {
      if (!state.failsAhead) {
        state.failsAhead = true;
        context.observation().unreadable(window.from(), failure);
      }
      return Poll.DONE;
    }
    poll.readParts(window.cutInHalf(poll.began()), true);
    return Poll.DONE;
  }
}
