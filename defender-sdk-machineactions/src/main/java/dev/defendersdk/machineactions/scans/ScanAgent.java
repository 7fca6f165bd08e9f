package dev.defendersdk.machineactions.scans;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A machine that scans for others. Preview. Page: get-all-scan-agents.md. Times are UTC.
 *
 * @param id its id: {@code orgId_machineId}
 * @param machineId the machine
 * @param computerDnsName the machine's name
 * @param lastSeen when it last reported
 * @param assignedApplicationId the application that it signs in as
 * @param scannerSoftwareVersion the version of the scanner
 * @param lastCommandExecutionTimestamp when it last carried out a command
 * @param mdeClientVersion the version of the Defender client
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record ScanAgent(
    @Nullable String id,
    @Nullable String machineId,
    @Nullable String computerDnsName,
    @Nullable Instant lastSeen,
    @Nullable String assignedApplicationId,
    @Nullable String scannerSoftwareVersion,
    @Nullable Instant lastCommandExecutionTimestamp,
    @Nullable String mdeClientVersion,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  /** Shows the id alone. */
  @Override
  public String toString() {
    return "ScanAgent[" + id + "]";
  }
}
