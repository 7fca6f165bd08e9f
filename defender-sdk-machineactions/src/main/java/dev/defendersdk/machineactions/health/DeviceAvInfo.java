package dev.defendersdk.machineactions.health;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The antivirus of one machine, as it is now. Page: device-health-api-methods-properties.md;
 * members that no page names are from the service metadata. Times are UTC, with up to 7 digits of a
 * second.
 *
 * @param id the machine id
 * @param machineId the machine id
 * @param computerDnsName the machine's name
 * @param osKind {@code windows}, {@code mac} or {@code linux}
 * @param osPlatform such as {@code Windows10}; an open set
 * @param osVersion the version of the operating system
 * @param avMode how the antivirus runs. An empty text, which the page calls "other", is kept among
 *     {@code additionalProperties}
 * @param avSignatureVersion the version of the security intelligence
 * @param avEngineVersion the version of the engine
 * @param avPlatformVersion the version of the platform
 * @param lastSeenTime when the machine was last seen
 * @param quickScanResult {@code Completed}, {@code Canceled} or {@code Failed}; empty when never
 *     run
 * @param quickScanError a code in hex, such as {@code 0x80508023}; empty for none
 * @param quickScanTime when the last quick scan ran
 * @param fullScanResult as {@code quickScanResult}
 * @param fullScanError as {@code quickScanError}
 * @param fullScanTime when the last full scan ran
 * @param dataRefreshTimestamp when this was put together; of two for a machine the newer holds
 * @param avEngineUpdateTime when the engine was updated
 * @param avSignatureUpdateTime when the security intelligence was updated
 * @param avPlatformUpdateTime when the platform was updated
 * @param avIsSignatureUpToDate whether the security intelligence is up to date
 * @param avIsEngineUpToDate whether the engine is
 * @param avIsPlatformUpToDate whether the platform is
 * @param avSignaturePublishTime when the security intelligence was released
 * @param avSignatureDataRefreshTime as named; on no page
 * @param cloudProtectionState as named; on no page
 * @param avModeDataRefreshTime as named; on no page
 * @param rbacGroupName the name of its device group
 * @param rbacGroupId the number of its device group
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record DeviceAvInfo(
    @Nullable String id,
    @Nullable String machineId,
    @Nullable String computerDnsName,
    @Nullable String osKind,
    @Nullable String osPlatform,
    @Nullable String osVersion,
    @Nullable AvMode avMode,
    @Nullable String avSignatureVersion,
    @Nullable String avEngineVersion,
    @Nullable String avPlatformVersion,
    @Nullable Instant lastSeenTime,
    @Nullable String quickScanResult,
    @Nullable String quickScanError,
    @Nullable Instant quickScanTime,
    @Nullable String fullScanResult,
    @Nullable String fullScanError,
    @Nullable Instant fullScanTime,
    @Nullable Instant dataRefreshTimestamp,
    @Nullable Instant avEngineUpdateTime,
    @Nullable Instant avSignatureUpdateTime,
    @Nullable Instant avPlatformUpdateTime,
    @Nullable UpToDate avIsSignatureUpToDate,
    @Nullable UpToDate avIsEngineUpToDate,
    @Nullable UpToDate avIsPlatformUpToDate,
    @Nullable Instant avSignaturePublishTime,
    @Nullable Instant avSignatureDataRefreshTime,
    @Nullable String cloudProtectionState,
    @Nullable Instant avModeDataRefreshTime,
    @Nullable String rbacGroupName,
    @Nullable Long rbacGroupId,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  /** Shows the machine alone. */
  @Override
  public String toString() {
    return "DeviceAvInfo[" + machineId + "]";
  }
}
