package dev.defendersdk.alerts.external;

import dev.defendersdk.core.Background;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.error.ErrorReport;
import dev.defendersdk.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What publishing does to the world, but for the calls of the service. What may block runs on a
 * background thread; the store is asked one thing at a time. Used within the inbox alone.
 */
final class Effects {

  private final Background background;
  private final TimeSource time;
  private final FindingStore store;
  private final String tenantId;
  private CompletableFuture<?> last = CompletableFuture.completedFuture(null);

  Effects(Background background, TimeSource time, FindingStore store, String tenantId) {
    this.background = background;
    this.time = time;
    this.store = store;
    this.tenantId = tenantId;
  }

  String tenantId() {
    return tenantId;
  }

  Instant now() {
    return time.now();
  }

  /** From nine to eleven tenths of a pause, so that many do not ask in step. */
  Duration jittered(Duration pause) {
    return Duration.ofNanos((long) (pause.toNanos() * (0.9 + 0.2 * time.random().nextDouble())));
  }

  CompletableFuture<Void> pause(Duration pause) {
    return after(pause, () -> {});
  }

  <T> CompletableFuture<T> blocking(Supplier<T> task) {
    AtomicReference<@Nullable T> result = new AtomicReference<>();
    return after(Duration.ZERO, () -> result.set(task.get())).thenApply(nothing -> result.get());
  }

  private CompletableFuture<Void> after(Duration pause, Runnable task) {
    try {
      return background.after(pause, task);
    } catch (IllegalStateException closed) {
      return CompletableFuture.failedFuture(ErrorReport.of(ErrorKind.CLOSED).toException());
    }
  }

  /** What is kept of these keys; those of which nothing is are left out. */
  CompletableFuture<Map<String, FindingRecord>> find(Collection<String> keys) {
    return ofStore(
        () -> {
          Map<String, FindingRecord> kept = new HashMap<>();
          keys.forEach(key -> store.find(tenantId, key).ifPresent(record -> kept.put(key, record)));
          return kept;
        });
  }

  /** Completes when the record is safe. */
  CompletableFuture<FindingRecord> put(FindingRecord record) {
    return ofStore(
        () -> {
          store.put(record);
          return record;
        });
  }

  private <T> CompletableFuture<T> ofStore(Supplier<T> call) {
    CompletableFuture<T> answer =
        last.handle((before, failure) -> true).thenCompose(next -> blocking(call));
    last = answer;
    return answer;
  }
}
