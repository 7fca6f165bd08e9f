package dev.defendersdk.testkit.internal.inprocess;

import dev.defendersdk.core.time.TimeSource;
import dev.defendersdk.testkit.internal.wire.Delivery;
import dev.defendersdk.testkit.internal.wire.WireClock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Feeds a response's body to its subscriber as it asks for it, on the thread that asks, in parts of
 * up to 16 KB as the JDK's client does.
 */
final class BodyFeed implements Flow.Subscription {

  private static final int PART = 16 * 1024;

  private final Flow.Subscriber<List<ByteBuffer>> subscriber;
  private final byte[] body;
  private final int end;
  private final Delivery delivery;
  private final WireClock clock;
  private final boolean blocking;
  private final TimeSource.Signal cancelled;

  private int position;
  private long demand;
  private boolean feeding;
  private boolean over;
  private boolean interrupted;

  /**
   * @param blocking whether the thread that asks for more than ever comes waits, as one that reads
   *     a socket would; else it is only told nothing
   */
  BodyFeed(
      Flow.Subscriber<List<ByteBuffer>> subscriber,
      byte[] body,
      Delivery delivery,
      WireClock clock,
      boolean blocking) {
    this.subscriber = subscriber;
    this.body = body;
    this.end =
        delivery == Delivery.STALLED_BODY || delivery == Delivery.CUT
            ? body.length / 2
            : body.length;
    this.delivery = delivery;
    this.clock = clock;
    this.blocking = blocking;
    this.cancelled = clock.newSignal();
  }

  /** Whether the thread that fed the body was interrupted while the body stalled. */
  synchronized boolean wasInterrupted() {
    return interrupted;
  }

  @Override
  public void request(long n) {
    synchronized (this) {
      if (over) {
        return;
      }
      if (n <= 0) {
        over = true;
        subscriber.onError(new IllegalArgumentException("asked for " + n + " parts"));
        return;
      }
      demand = demand + n < 0 ? Long.MAX_VALUE : demand + n;
      if (feeding) {
        return;
      }
      feeding = true;
    }
    feed();
  }

  @Override
  public void cancel() {
    synchronized (this) {
      over = true;
    }
    cancelled.fire();
  }

  /** Subscribes, and ends a body that has nothing left without being asked. */
  void begin() {
    subscriber.onSubscribe(this);
    synchronized (this) {
      if (over || feeding || position < end || delivery == Delivery.STALLED_BODY) {
        return;
      }
      feeding = true;
    }
    finish();
  }

  private void feed() {
    ByteBuffer part = nextPart();
    while (part != null) {
      subscriber.onNext(List.of(part));
      part = nextPart();
    }
    finish();
  }

  /** The next part; null if nothing is asked for, or nothing is left. */
  private synchronized @Nullable ByteBuffer nextPart() {
    if (over || position >= end) {
      return null;
    }
    if (demand == 0) {
      feeding = false;
      return null;
    }
    int size = Math.min(PART, end - position);
    ByteBuffer part = ByteBuffer.wrap(body, position, size).slice().asReadOnlyBuffer();
    position += size;
    demand--;
    return part;
  }

  private void finish() {
    synchronized (this) {
      if (over || position < end) {
        return;
      }
      feeding = false;
      if (delivery == Delivery.STALLED_BODY && demand == 0) {
        return;
      }
      over = delivery != Delivery.STALLED_BODY;
    }
    switch (delivery) {
      case CUT ->
          subscriber.onError(
              new IOException("fixed content-length: " + body.length + ", bytes received: " + end));
      case STALLED_BODY -> stall();
      default -> subscriber.onComplete();
    }
  }

  private void stall() {
    if (!blocking) {
      clock.stalled();
      return;
    }
    try {
      clock.await(cancelled, clock.never());
    } catch (InterruptedException e) {
      synchronized (this) {
        over = true;
        interrupted = true;
      }
      Thread.currentThread().interrupt();
    }
  }
}
