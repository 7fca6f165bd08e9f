package dev.defendersdk.testkit.alerts;

import java.time.Instant;
import java.util.Objects;

/**
 * One version of an alert: the first of an id makes the alert, others change it. Where a version
 * becomes visible after a younger one, it stays unseen.
 *
 * @param alertId any text that needs no escape in a path
 * @param lastUpdateTime when it was made, in the tenant's time, UTC
 * @param visibleAt when it can be read, in the tenant's time, UTC; not before it was made
 * @param severity such as {@code High}
 * @param status such as {@code New}
 */
public record AlertVersion(
    String alertId, Instant lastUpdateTime, Instant visibleAt, String severity, String status) {

  /**
   * Checks that it is not visible before it is made.
   *
   * @throws IllegalArgumentException if it is
   */
  public AlertVersion {
    Objects.requireNonNull(alertId, "alertId");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(status, "status");
    if (visibleAt.isBefore(lastUpdateTime)) {
      throw new IllegalArgumentException(
          "the version of "
              + lastUpdateTime
              + " is visible at "
              + visibleAt
              + ": nothing is seen before it is made; give the same instant or a later one");
    }
  }
}
