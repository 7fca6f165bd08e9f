package dev.defendersdk.testkit.internal.engine;

import dev.defendersdk.testkit.internal.api.Operation;
import dev.defendersdk.testkit.rules.Quotas;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts calls of one tenant by application and operation, or what shares their limits. Guarded by
 * the cloud's lock.
 */
final class QuotaBook {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  /**
   * A call too many.
   *
   * @param retryAfter seconds until the next one fits, at least 1
   */
  record Excess(int limit, Duration window, long retryAfter) {}

  private final Map<String, Map<String, ArrayDeque<Instant>>> counted = new HashMap<>();
  private Quotas quotas;

  QuotaBook(Quotas quotas) {
    this.quotas = quotas;
  }

  void quotas(Quotas other) {
    quotas = other;
  }

  /** Counts the call, or says why it does not fit. */
  @Nullable Excess count(String applicationId, Operation operation, Instant now) {
    Quotas.Limit limit = quotas.limit(operation.id(), operation.perMinute(), operation.perHour());
    ArrayDeque<Instant> calls =
        counted
            .computeIfAbsent(applicationId, id -> new HashMap<>())
            .computeIfAbsent(
                operation.quota() == null ? operation.id() : operation.quota(),
                name -> new ArrayDeque<>());
    while (!calls.isEmpty() && !calls.peekFirst().isAfter(now.minus(HOUR))) {
      calls.removeFirst();
    }
    Excess excess = excess(calls, limit.perHour(), HOUR, now);
    if (excess == null) {
      excess = excess(calls, limit.perMinute(), MINUTE, now);
    }
    if (excess == null) {
      calls.addLast(now);
    }
    return excess;
  }

  private @Nullable Excess excess(
      ArrayDeque<Instant> calls, @Nullable Integer limit, Duration window, Instant now) {
    if (limit == null || calls.size() < limit) {
      return null;
    }
    Instant free;
    if (quotas.windows() == Quotas.Windows.FIXED) {
      long start = Math.floorDiv(now.getEpochSecond(), window.toSeconds()) * window.toSeconds();
      Instant begin = Instant.ofEpochSecond(start);
      if (calls.stream().filter(call -> !call.isBefore(begin)).count() < limit) {
        return null;
      }
      free = begin.plus(window);
    } else {
      Instant blocking = nthLast(calls, limit);
      free = blocking.plus(window);
      if (!free.isAfter(now)) {
        return null;
      }
    }
    long millis = Duration.between(now, free).plusNanos(999_999).toMillis();
    return new Excess(limit, window, Math.max(1, (millis + 999) / 1000));
  }

  private static Instant nthLast(ArrayDeque<Instant> calls, int n) {
    var newestFirst = calls.descendingIterator();
    Instant call = newestFirst.next();
    for (int i = 1; i < n; i++) {
      call = newestFirst.next();
    }
    return call;
  }
}
