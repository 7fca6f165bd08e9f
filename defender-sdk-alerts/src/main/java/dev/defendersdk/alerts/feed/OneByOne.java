package dev.defendersdk.alerts.feed;

import dev.defendersdk.alerts.feed.Calls.Tried;
import dev.defendersdk.alerts.feed.Source.Query;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.error.ErrorReport;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Reads an instant around what the service fails on: by pages that get smaller where one fails, and
 * larger where none does. An entry that fails alone is passed over. What changes meanwhile leaves
 * the instant, and what stands behind that moves up: it is read until it is the same twice.
 *
 * @param <T> the entity
 */
final class OneByOne<T> {

  private static final int FIRST_SIZE = 2;
  private static final int MOST_IN_A_ROW = 10;
  private static final int MOST_PASSES = 10;

  private final FeedContext<T> context;
  private final Poll<T> poll;
  private final Window window;
  private final boolean known;
  private int passes;
  private @Nullable Set<String> before;
  private Pass pass;

  /**
   * @param window an instant
   * @param known true if it is not the first time
   */
  OneByOne(FeedContext<T> context, Poll<T> poll, Window window, boolean known) {
    this.context = context;
    this.poll = poll;
    this.window = window;
    this.known = known;
    this.pass = new Pass();
    this.before = context.state().around.get(window.from());
  }

  CompletableFuture<Void> run() {
    return Loop.run(this::again).thenRun(this::over);
  }

  private CompletableFuture<Boolean> again() {
    pass = new Pass();
    passes++;
    return Loop.run(pass::next)
        .thenApply(
            nothing -> {
              boolean same = pass.ids.equals(before);
              before = pass.ids;
              if (!same && passes == MOST_PASSES) {
                pass.rest = unread("it changes all the time");
              }
              return !same && passes < MOST_PASSES;
            });
  }

  private void over() {
    DefenderException rest = pass.rest;
    if (rest != null) {
      context.restUnread(window.from(), rest);
    }
    context.state().around.put(window.from(), pass.ids);
    context.state().spoilt.put(window.from(), rest != null || pass.failures > 0);
    poll.settle(window.to());
  }

  private static DefenderException unread(String why) {
    return ErrorReport.of(ErrorKind.UNREADABLE_ANSWER).detail(why).toException();
  }

  /** From the first entry to the last. */
  private final class Pass {

    private final Set<String> ids = new HashSet<>();
    private int size = Math.min(FIRST_SIZE, context.settings().pageSize());
    private int skip;
    private int failures;
    private int inRow;
    private @Nullable DefenderException rest;

    private CompletableFuture<Boolean> next() {
      if (skip > context.source().mostSkip()) {
        return end(unread("the service passes over no more than " + context.source().mostSkip()));
      }
      return Outcome.of(context.page(new Query(window, size, skip, false), 1))
          .thenCompose(this::took);
    }

    private CompletableFuture<Boolean> took(Outcome<Tried<Scan<T>>> outcome) {
      Tried<Scan<T>> tried = outcome.result();
      if (tried == null) {
        Throwable failure = outcome.failure();
        if (skip > 0
            && failure instanceof DefenderException error
            && error.kind() == ErrorKind.BAD_REQUEST) {
          return end(error); // it passes over no more
        }
        return CompletableFuture.failedFuture(
            failure == null ? new IllegalStateException("no outcome") : failure);
      }
      Scan<T> scan = tried.result();
      if (scan == null) {
        return failed(tried.error());
      }
      skip += scan.size();
      size = Math.min(2 * size, context.settings().pageSize());
      inRow = 0;
      ids.addAll(scan.ids());
      boolean more = !scan.isEmpty();
      return poll.handOver(scan, false).thenApply(nothing -> more);
    }

    private CompletableFuture<Boolean> failed(DefenderException error) {
      if (size > 1) {
        size /= 2;
        return CompletableFuture.completedFuture(true);
      }
      if (!known && passes == 1) {
        context.observation().unreadable(window.from(), error);
      }
      skip++;
      failures++;
      return ++inRow < MOST_IN_A_ROW ? CompletableFuture.completedFuture(true) : end(error);
    }

    private CompletableFuture<Boolean> end(DefenderException why) {
      rest = why;
      return CompletableFuture.completedFuture(false);
    }
  }
}
