package dev.defendersdk.hunting;

import java.time.Instant;
import java.time.temporal.ChronoField;

/** The service's time goes in steps of 100 nanoseconds. */
final class Ticks {

  static final long NANOS = 100;

  private Ticks() {}

  /** The last tick that is not after an instant. */
  static Instant of(Instant instant) {
    return instant.minusNanos(instant.get(ChronoField.NANO_OF_SECOND) % NANOS);
  }
}
