package dev.defendersdk.alerts.external;

import dev.defendersdk.core.EventReference;
import java.util.Optional;

/**
 * Looks for the event of the device that a finding is tied to: by hunting, above all.
 *
 * <pre>{@code
 * EventLocator byHunting =
 *     finding -> {
 *       HuntingQuery query =
 *           HuntingQuery.of(
 *                   "DeviceNetworkEvents | where DeviceName =~ {machine} and RemoteIP == {ip}"
 *                       + " | project Timestamp, DeviceId, ReportId | take 1")
 *               .with("machine", finding.machineName().orElseThrow())
 *               .with("ip", finding.ipAddress().orElseThrow());
 *       for (HuntingRow row : hunting.run(query)) {
 *         return row.eventReference();
 *       }
 *       return Optional.empty();
 *     };
 * }</pre>
 */
@FunctionalInterface
public interface EventLocator {

  /**
   * The event of a finding, with its exact time; empty if there is none, or none yet. It may block:
   * it is called on a background thread of the client, for four findings at once at the most, and
   * for four of high severity. A retryable {@link dev.defendersdk.core.error.DefenderException} has
   * it called again later; what else it throws ends the finding.
   */
  Optional<EventReference> locate(Finding finding);
}
