package dev.defendersdk.alerts.feed;

import dev.defendersdk.core.Background;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/** What a feed waits for, one thing at a time, and how it is made to stop waiting. */
final class Pauses {

  private static final CompletableFuture<Void> NOTHING = CompletableFuture.completedFuture(null);

  private final Background background;
  private volatile Runnable ending = () -> {};
  private volatile CompletableFuture<Void> idle = NOTHING;
  private volatile boolean stopped;
  private volatile boolean brokenOff;

  Pauses(Background background) {
    this.background = background;
  }

  boolean isStopped() {
    return stopped;
  }

  /**
   * @throws CancellationException if the feed is to stop, or what it does is broken off
   */
  void check() {
    if (isOver()) {
      throw new CancellationException("the feed was asked to stop");
    }
  }

  private boolean isOver() {
    return stopped || brokenOff;
  }

  /** Something that is cancelled if the feed is to stop. */
  <X> CompletableFuture<X> until(CompletableFuture<X> something) {
    until(() -> something.cancel(true));
    return something;
  }

  /**
   * @param ends ends what is waited for, and may be called when that is over
   */
  void until(Runnable ends) {
    ending = ends;
    if (isOver()) {
      ends.run();
    }
  }

  CompletableFuture<Void> pause(Duration span) {
    return until(background.after(span, () -> {}));
  }

  /**
   * A pause although the feed is to stop.
   *
   * @throws IllegalStateException if the client is closed
   */
  CompletableFuture<Void> pauseAtTheEnd(Duration span) {
    return background.after(span, () -> {});
  }

  /** A pause that can also be cut short. */
  CompletableFuture<Void> idle(Duration span) {
    CompletableFuture<Void> pause = new CompletableFuture<>();
    CompletableFuture<Void> alarm = background.after(span, () -> pause.complete(null));
    CompletableFuture<?> unused =
        alarm.whenComplete(
            (nothing, failure) -> {
              if (failure != null) {
                pause.completeExceptionally(failure);
              }
            });
    unused = pause.whenComplete((nothing, failure) -> alarm.cancel(true));
    idle = pause;
    return until(pause);
  }

  /** Cuts a pause between two polls short. What follows runs on a background thread. */
  void wake() {
    onBackground(() -> idle.complete(null));
  }

  /** Ends what is waited for, and lets nothing more be waited for. */
  void stop() {
    stopped = true;
    onBackground(() -> ending.run());
  }

  /** The same until {@link #goOn()}. */
  void breakOff() {
    brokenOff = true;
    onBackground(() -> ending.run());
  }

  /** Lets things be waited for again, unless the feed is to stop. */
  void goOn() {
    brokenOff = false;
  }

  private void onBackground(Runnable quick) {
    try {
      CompletableFuture<?> unused = background.after(Duration.ZERO, quick);
    } catch (IllegalStateException closed) {
      quick.run(); // whatever was waited for has ended with the client
    }
  }
}
