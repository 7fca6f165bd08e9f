package dev.defendersdk.core.internal.runner;

import dev.defendersdk.core.time.TimeSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The lanes of all tenants. One is there as long as a call has a place in it or waits for one:
 * nothing is kept of a tenant that is not called, and nobody can take a lane away that is in use.
 */
final class Lanes {

  private final int width;
  private final TimeSource time;
  private final ConcurrentMap<String, Used> lanes = new ConcurrentHashMap<>();

  private record Used(Lane lane, int places) {}

  /**
   * @param width how many places each has
   */
  Lanes(int width, TimeSource time) {
    this.width = width;
    this.time = time;
  }

  /** A place in the lane of a tenant, not yet taken. It must be left, also if it is not taken. */
  Lane.Place newPlace(String tenantId) {
    Used used =
        lanes.compute(
            tenantId,
            (id, before) ->
                before == null
                    ? new Used(new Lane(width, time), 1)
                    : new Used(before.lane(), before.places() + 1));
    return used.lane().new Place(() -> left(tenantId));
  }

  private void left(String tenantId) {
    lanes.computeIfPresent(
        tenantId,
        (id, before) -> before.places() == 1 ? null : new Used(before.lane(), before.places() - 1));
  }
}
