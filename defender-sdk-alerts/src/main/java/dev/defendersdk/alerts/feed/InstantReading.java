package dev.defendersdk.alerts.feed;

import dev.defendersdk.alerts.feed.Calls.Tried;
import dev.defendersdk.alerts.feed.Source.Batch;
import dev.defendersdk.alerts.feed.Source.Query;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.error.ErrorReport;
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
    return pages(pass, 0)
        .thenCompose(nothing -> Loop.run(() -> deeper(pass)))
        .thenApply(nothing -> pass);
  }

  private CompletableFuture<Void> pages(Pass pass, int skip) {
    int pageSize = context.settings().pageSize();
    return context.pages(new Query(task.window(), pageSize, skip, detail), pass::take);
  }

  // The service's links may end early: behind a full page what is there is asked for.
  private CompletableFuture<Boolean> deeper(Pass pass) {
    if (!pass.endsFull) {
      return CompletableFuture.completedFuture(false);
    }
    if (pass.total > context.source().mostSkip()) {
      return rest(
          ErrorReport.of(ErrorKind.UNREADABLE_ANSWER)
              .detail("the service leads no further than " + pass.total + " of one instant")
              .toException());
    }
    return Outcome.of(pages(pass, pass.total))
        .thenCompose(
            outcome -> {
              Throwable failure = outcome.failure();
              if (failure == null) {
                return CompletableFuture.completedFuture(true);
              }
              return failure instanceof DefenderException error
                      && error.kind() == ErrorKind.BAD_REQUEST
                  ? rest(error)
                  : CompletableFuture.failedFuture(failure);
            });
  }

  private CompletableFuture<Boolean> rest(DefenderException cause) {
    context.restUnread(task.window().from(), cause);
    return CompletableFuture.completedFuture(false);
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
    private int total;
    private int largest;
    private boolean endsFull;
    private @Nullable CompletableFuture<Void> unfinished;

    private boolean take(Batch<T> page) {
      Scan<T> scan =
          new Scan<>(
              context.source(), task.window(), context.state(), context.settings().pageSize());
      scan.take(page, context.time().now(), context.time().nanos());
      total += scan.size();
      // The service may cut all pages to a size of its own.
      int full = largest == 0 ? context.settings().pageSize() : largest;
      endsFull = page.isLast() && scan.size() >= full;
      largest = Math.max(largest, scan.size());
      ids.addAll(scan.ids());
      CompletableFuture<Void> handed = poll.handOver(scan, detail);
      if (handed.isDone() && !handed.isCompletedExceptionally()) {
        return true;
      }
      unfinished = handed; // it waits for something: the pages are read again after that
      endsFull = false;
      return false;
    }
  }
}
