package dev.defendersdk.core.internal.quota;

import dev.defendersdk.core.call.Quota;
import java.util.List;

/**
 * The windows of a minute and of an hour that the same calls are counted in, and the calls that are
 * on the wire. Not thread-safe: the group's lock guards it.
 */
final class Windows {

  private static final long MINUTE = 60_000_000_000L;
  private static final long HOUR = 60 * MINUTE;

  private final Window minute;
  private final Window hour;
  private final List<Window> both;
  private int onTheWire;

  /**
   * @param share the part of the quota that counts here; at least one call is left of it
   */
  Windows(Quota quota, double share) {
    this.minute = new Window(part(quota.perMinute(), share), MINUTE);
    this.hour = new Window(part(quota.perHour(), share), HOUR);
    this.both = List.of(minute, hour);
  }

  private static int part(int limit, double share) {
    return Math.max(1, (int) (limit * share + 1e-6)); // 0.8 of 15 is 12, by doubles too
  }

  void take() {
    onTheWire++;
  }

  void answered(long now) {
    onTheWire--;
    minute.answered(now);
    hour.answered(now);
  }

  void neverSent() {
    onTheWire--;
  }

  /** The earliest time of so many permits, one after the other. */
  long earliest(int permits, long now) {
    long earliest = now;
    for (Window window : both) {
      long at = window.earliest(permits, onTheWire, now);
      earliest = at - earliest > 0 ? at : earliest;
    }
    return earliest;
  }

  int leftThisMinute(long now) {
    return left(minute, now);
  }

  int leftThisHour(long now) {
    return left(hour, now);
  }

  private int left(Window window, long now) {
    return Math.max(0, window.limit() - window.counted(now) - onTheWire);
  }
}
