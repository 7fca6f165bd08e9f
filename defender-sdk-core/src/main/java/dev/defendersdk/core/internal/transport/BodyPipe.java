package dev.defendersdk.core.internal.transport;

import dev.defendersdk.core.internal.transport.TransportFailure.Kind;
import dev.defendersdk.core.time.TimeSource;
import java.io.Closeable;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * A body that is read as it comes, one part asked for at a time, so that no more of it than a part
 * is in memory. The reader waits by the time source: unlike a read of the JDK's stream, its wait
 * has a bound, and on 17 too an interrupt ends it.
 */
public final class BodyPipe implements BodySubscriber<BodyPipe>, Closeable {

  private final TimeSource time;
  private final Queue<ByteBuffer> parts = new ArrayDeque<>();
  private Flow.@Nullable Subscription subscription;
  private TimeSource.@Nullable Signal waiting;
  private boolean asked;
  private boolean ended;
  private boolean closed;
  private @Nullable Throwable failure;

  BodyPipe(TimeSource time) {
    this.time = time;
  }

  @Override
  public CompletionStage<BodyPipe> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    synchronized (this) {
      if (!closed) {
        subscription = given;
        wake();
        return;
      }
    }
    given.cancel();
  }

  @Override
  public synchronized void onNext(List<ByteBuffer> buffers) {
    asked = false;
    buffers.stream().filter(ByteBuffer::hasRemaining).forEach(parts::add);
    wake();
  }

  @Override
  public synchronized void onError(Throwable thrown) {
    failure = thrown;
    ended = true;
    wake();
  }

  @Override
  public synchronized void onComplete() {
    ended = true;
    wake();
  }

  private void wake() {
    if (waiting != null) {
      waiting.fire();
    }
  }

  /**
   * The next part, waiting for it; null at the end of the body.
   *
   * @param untilNanos when to give up
   * @throws TransportFailure if the connection is lost, or nothing comes until then
   * @throws InterruptedException if the thread is interrupted
   */
  public @Nullable ByteBuffer next(long untilNanos) throws TransportFailure, InterruptedException {
    while (true) {
      TimeSource.Signal changed = time.newSignal();
      Flow.Subscription toAsk = null;
      synchronized (this) {
        ByteBuffer part = parts.poll();
        if (part != null) {
          return part;
        }
        if (failure != null) {
          throw Transport.failureOf(failure, null);
        }
        if (ended) {
          return null;
        }
        waiting = changed;
        if (!asked && subscription != null) {
          asked = true;
          toAsk = subscription;
        }
      }
      // What was asked for is on the wire: virtual time waits for it.
      try (TimeSource.Span exchange = time.begin()) {
        if (toAsk != null) {
          toAsk.request(1);
        }
        if (!changed.await(untilNanos)) {
          throw new TransportFailure(Kind.TIMED_OUT, "no byte came for too long", null);
        }
      }
    }
  }

  /** Ends the exchange, unless it has ended. */
  @Override
  public void close() {
    Flow.Subscription ending;
    synchronized (this) {
      closed = true;
      ending = subscription;
      parts.clear();
    }
    if (ending != null) {
      ending.cancel();
    }
  }
}
