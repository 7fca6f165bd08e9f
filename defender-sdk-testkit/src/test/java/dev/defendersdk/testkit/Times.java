package dev.defendersdk.testkit;

import java.time.Duration;
import java.time.Instant;

/** Virtual time for tests. */
final class Times {

  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private Times() {}

  static VirtualTime virtual() {
    return VirtualTime.startingAt(START);
  }

  /** Lets a span of the tenant's time pass. */
  static void pass(SimulatedTenant tenant, Duration span) {
    try {
      tenant.time().newSignal().await(tenant.time().nanos() + span.toNanos());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
