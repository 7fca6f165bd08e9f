package dev.defendersdk.testkit.rules;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How many calls a tenant takes, per application and operation, before it answers 429 with {@code
 * Retry-After} in seconds. A refused call is not counted. Page: {@code common-errors.md} and the
 * page of each operation.
 *
 * <p>Immutable.
 */
public final class Quotas {

  /** How calls are counted. */
  public enum Windows {
    /** Over the minute and the hour that end now. */
    SLIDING,
    /** Over the minute and the hour of the clock, in UTC. */
    FIXED
  }

  /**
   * The limits of one operation.
   *
   * @param perMinute calls a minute; null for no limit
   * @param perHour calls an hour; null for no limit
   */
  public record Limit(@Nullable Integer perMinute, @Nullable Integer perHour) {}

  private final boolean documented;
  private final Map<String, Limit> own;
  private final Windows windows;

  private Quotas(boolean documented, Map<String, Limit> own, Windows windows) {
    this.documented = documented;
    this.own = Map.copyOf(own);
    this.windows = windows;
  }

  /** The limits that the pages state, over sliding windows. */
  public static Quotas documented() {
    return new Quotas(true, Map.of(), Windows.SLIDING);
  }

  /** No limit at all. */
  public static Quotas unlimited() {
    return new Quotas(false, Map.of(), Windows.SLIDING);
  }

  /**
   * These quotas with other limits for one operation.
   *
   * @param operationId such as {@code machines.list}
   * @param perMinute calls a minute, at least 1; null for no limit
   * @param perHour calls an hour, at least 1; null for no limit
   * @throws IllegalArgumentException if a limit is less than 1
   */
  public Quotas with(String operationId, @Nullable Integer perMinute, @Nullable Integer perHour) {
    Objects.requireNonNull(operationId, "operationId");
    check("perMinute", perMinute);
    check("perHour", perHour);
    Map<String, Limit> more = new HashMap<>(own);
    more.put(operationId, new Limit(perMinute, perHour));
    return new Quotas(documented, more, windows);
  }

  /** These quotas counted over other windows. */
  public Quotas with(Windows other) {
    return new Quotas(documented, own, Objects.requireNonNull(other, "other"));
  }

  /** How calls are counted. */
  public Windows windows() {
    return windows;
  }

  /**
   * The limits of an operation.
   *
   * @param perMinute as documented
   * @param perHour as documented
   */
  public Limit limit(String operationId, @Nullable Integer perMinute, @Nullable Integer perHour) {
    Limit limit = own.get(operationId);
    if (limit != null) {
      return limit;
    }
    return documented ? new Limit(perMinute, perHour) : new Limit(null, null);
  }

  private static void check(String name, @Nullable Integer limit) {
    if (limit != null && limit < 1) {
      throw new IllegalArgumentException(
          name + " is " + limit + ": a limit lets at least 1 call pass; give null for no limit");
    }
  }
}
