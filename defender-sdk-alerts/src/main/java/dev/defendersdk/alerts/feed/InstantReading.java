package dev.defendersdk.alerts.feed;

import dev.defendersdk.alerts.feed.Calls.Tried;
import dev.defendersdk.alerts.feed.Source.Batch;
import dev.defendersdk.alerts.feed.Source.Query;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Reads an instant that has more than a page. What changes meanwhile leaves it, and what stands
 * behind that moves up and may be passed over; so the pages are read again until they hold the same
 * twice. Then nothing that came before what was passed over has left: nothing was passed over.
 *
 * @param <T> the entity
 */
final class InstantReading<T> {

  private final FeedContext<T> context;
  private final Poll<T> poll;
  private final Poll.Task task;
  private final boolean detail;
  private @Nullable Set<String> before;

  InstantReading(FeedContext<T> context, Poll<T> poll, Poll.Task task, boolean detail) {
    this.context = context;
    this.poll = poll;
    this.task = task;
    this.detail = detail;
  }

  CompletableFuture<Void> run() {
    return Loop.run(this::again);
  }

  private CompletableFuture<Boolean> again() {
    return context.calls().insist(task.doubtful() ? 1 : 2, this::read).thenCompose(this::took);
  }

  private CompletableFuture<Pass> read() {
    Pass pass = new Pass();
    int pageSize = context.settings().pageSize();
    Query query = new Query(task.window(), pageSize, 0, detail);
    return context.pages(query, pass::take).thenApply(nothing -> pass);
  }

  private CompletableFuture<Boolean> took(Tried<Pass> tried) {
    Pass pass = tried.result();
    if (pass == null) {
      return new Narrowing<>(context, poll, task)
          .run(detail, tried.error())
          .thenApply(nothing -> false);
    }
    CompletableFuture<Void> unfinished = pass.unfinished;
    if (unfinished != null) {
      before = null;
      return unfinished.thenApply(nothing -> true);
    }
    boolean same = Objects.equals(before, pass.ids);
    before = pass.ids;
    if (same) {
      poll.settle(task.window().to());
    }
    return CompletableFuture.completedFuture(!same);
  }

  /** Pages from the first to the last, each handed over before the next is asked for. */
  private final class Pass {

    private final Set<String> ids = new HashSet<>();
    private @Nullable CompletableFuture<Void> unfinished;

    private boolean take(Batch<T> page) {
      Scan<T> scan = new Scan<>(context.source(), task.window(), context.state());
      scan.take(page);
      ids.addAll(scan.ids());
      CompletableFuture<Void> handed = poll.handOver(scan, detail);
      if (handed.isDone() && !handed.isCompletedExceptionally()) {
        return true;
      }
      unfinished = handed; // it waits for something: the pages are read again after that
      return false;
    }
  }
}
