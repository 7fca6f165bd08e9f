package dev.defendersdk.core.internal.transport;

import dev.defendersdk.core.time.TimeSource;
import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Receives a body whole, and gives up once it is larger than a bound or takes too long: the JDK's
 * own timeout ends at the headers (JDK-8208693).
 */
final class BoundedBody implements BodySubscriber<byte[]> {

  /** The body was larger than the bound. */
  static final class TooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    TooLarge(int bound) {
      super("the body is larger than " + bound + " bytes");
    }
  }

  /** The body did not come whole in time. */
  static final class TooLate extends IOException {

    private static final long serialVersionUID = 1L;

    TooLate() {
      super("the body did not come whole in time");
    }
  }

  private final int bound;
  private final TimeSource.Timer timer;
  private final long deadlineNanos;
  private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
  private final List<ByteBuffer> parts = new ArrayList<>();
  private int size;
  private volatile Flow.Subscription subscription = new NotSubscribed();
  private volatile TimeSource.@Nullable Alarm alarm;

  // Static, for it holds nothing else: an idle connection of JDK 17 keeps its last exchange, and
  // with it all that this refers to. A way back to the client would keep that for ever.
  static BodyHandler<byte[]> handler(int bound, TimeSource.Timer timer, long deadlineNanos) {
    return info -> new BoundedBody(bound, timer, deadlineNanos);
  }

  private BoundedBody(int bound, TimeSource.Timer timer, long deadlineNanos) {
    this.bound = bound;
    this.timer = timer;
    this.deadlineNanos = deadlineNanos;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return whole;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
    // First the alarm: a subscription may feed, and stall, within the request.
    TimeSource.Alarm set = timer.at(deadlineNanos, this::giveUp);
    alarm = set;
    subscription.request(Long.MAX_VALUE);
  }

  private void giveUp() {
    if (whole.completeExceptionally(new TooLate())) {
      subscription.cancel();
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      if (buffer.remaining() > bound - size) {
        subscription.cancel();
        parts.clear();
        end();
        whole.completeExceptionally(new TooLarge(bound));
        return;
      }
      size += buffer.remaining();
      parts.add(buffer);
    }
  }

  @Override
  public void onError(Throwable failure) {
    parts.clear();
    end();
    whole.completeExceptionally(failure);
  }

  private void end() {
    TimeSource.Alarm set = alarm;
    if (set != null) {
      set.cancel();
    }
  }

  @Override
  public void onComplete() {
    byte[] bytes = new byte[size];
    int at = 0;
    for (ByteBuffer part : parts) {
      int length = part.remaining();
      part.get(bytes, at, length);
      at += length;
    }
    parts.clear();
    end();
    whole.complete(bytes);
  }

  private static final class NotSubscribed implements Flow.Subscription {
    @Override
    public void request(long n) {}

    @Override
    public void cancel() {}
  }
}
