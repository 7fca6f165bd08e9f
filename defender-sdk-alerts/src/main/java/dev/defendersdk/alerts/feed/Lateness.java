package dev.defendersdk.alerts.feed;

import java.time.Duration;

/**
 * How long after its last update something became visible: after the last poll that did not show
 * it, and before the one that does.
 */
record Lateness(Duration least, Duration most) {

  static final Lateness NONE = new Lateness(Duration.ZERO, Duration.ZERO);

  boolean isNone() {
    return least.isZero();
  }
}
