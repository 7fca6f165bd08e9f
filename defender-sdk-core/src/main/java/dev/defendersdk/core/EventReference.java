package dev.defendersdk.core;

import dev.defendersdk.core.argument.Check;
import java.time.Instant;

/**
 * Which event of which device is meant: what an alert is created from, and what hunting finds. All
 * three are needed, and exact. Pages: create-alert-by-reference.md, run-advanced-query-api.md.
 *
 * @param deviceId the id of the machine, in hunting the column {@code DeviceId}
 * @param eventTime when it happened, in UTC, with all seven digits of the second: the service does
 *     not find a rounded one
 * @param reportId the id of the event on its device: a number in hunting, a text in alerts
 */
public record EventReference(String deviceId, Instant eventTime, String reportId) {

  /** Refuses blank ids. */
  public EventReference {
    Check.notBlank(deviceId, "deviceId");
    Check.notNull(eventTime, "eventTime");
    Check.notBlank(reportId, "reportId");
  }
}
