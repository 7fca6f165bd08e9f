package dev.defendersdk.core.internal.transport;

import dev.defendersdk.core.time.TimeSource;
import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
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

  private static final byte[] NOTHING = {};

  private final int bound;
  private final TimeSource.Timer timer;
  private final long deadlineNanos;
  private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
  // What has no place in it is kept in parts.
  private byte[] place;
  private final List<ByteBuffer> parts = new ArrayList<>();
  private int size;
  private volatile Flow.Subscription subscription = new NotSubscribed();
  private volatile TimeSource.@Nullable Alarm alarm;

  // Static, for it holds nothing else: an idle connection of JDK 17 keeps its last exchange, and
  // with it all that this refers to. A way back to the client would keep that for ever.
  static BodyHandler<byte[]> handler(int bound, TimeSource.Timer timer, long deadlineNanos) {
    return info ->
        new BoundedBody(
            info.headers().firstValueAsLong("Content-Length").orElse(0),
            bound,
            timer,
            deadlineNanos);
  }

  private BoundedBody(long said, int bound, TimeSource.Timer timer, long deadlineNanos) {
    // Its size is mostly said before: then it is never held twice, in parts and whole.
    this.place = said > 0 && said <= bound ? new byte[(int) said] : NOTHING;
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
        release();
        end();
        whole.completeExceptionally(new TooLarge(bound));
        return;
      }
      int length = buffer.remaining();
      if (parts.isEmpty() && length <= place.length - size) {
        buffer.get(place, size, length);
      } else {
        parts.add(buffer);
      }
      size += length;
    }
  }

  @Override
  public void onError(Throwable failure) {
    release();
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
    int at = size - parts.stream().mapToInt(ByteBuffer::remaining).sum();
    byte[] bytes = place.length == size ? place : Arrays.copyOf(place, size);
    for (ByteBuffer part : parts) {
      int length = part.remaining();
      part.get(bytes, at, length);
      at += length;
    }
    release();
    end();
    whole.complete(bytes);
  }

  private void release() {
    place = NOTHING;
    parts.clear();
  }

  private static final class NotSubscribed implements Flow.Subscription {
    @Override
    public void request(long n) {}

    @Override
    public void cancel() {}
  }
}
