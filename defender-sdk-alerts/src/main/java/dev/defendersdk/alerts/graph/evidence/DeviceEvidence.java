package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A device. {@link #mdeDeviceId} is what the other modules call the machine id. Where an alert has
 * several devices, the main one has the detailed role {@code Main device} (seen in samples; no page
 * states it). Page: security-deviceevidence.md.
 *
 * <p>What all evidence has is told at {@link Evidence}.
 *
 * @param mdeDeviceId the machine id, as Defender has it: mostly 40 hex digits; null for a device
 *     that Defender for Endpoint does not know
 * @param azureAdDeviceId its id in Entra ID, if it is joined
 * @param deviceDnsName its full name, which Defender calls {@code computerDnsName}
 * @param hostName its name without the domain
 * @param dnsDomain its DNS domain
 * @param ntDomain its NetBIOS domain
 * @param firstSeenDateTime when it was first seen
 * @param osPlatform its operating system, in the words of Defender, such as {@code Windows11}
 * @param osBuild the operating system's build
 * @param version the operating system's version, such as {@code 22H2}
 * @param healthStatus how well its sensor reports
 * @param riskScore how much at risk it is, by its alerts
 * @param onboardingStatus how far it is onboarded
 * @param defenderAvStatus how Defender Antivirus is on it
 * @param rbacGroupId the device group that it is in
 * @param rbacGroupName that group's name
 * @param ipInterfaces the IP addresses of its interfaces
 * @param lastIpAddress its last address within the network
 * @param lastExternalIpAddress the last address that it was seen with from outside
 * @param loggedOnUsers who was logged on at the time of the alert
 * @param resourceAccessEvents what was reached from it
 * @param vmMetadata what is known of it as a virtual machine
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record DeviceEvidence(
    @JsonProperty("@odata.type") @Nullable EvidenceType evidenceType,
    @Nullable Instant createdDateTime,
    @Nullable EvidenceVerdict verdict,
    @Nullable EvidenceRemediationStatus remediationStatus,
    @Nullable String remediationStatusDetails,
    List<EvidenceRole> roles,
    List<String> detailedRoles,
    List<String> tags,
    @Nullable String mdeDeviceId,
    @Nullable String azureAdDeviceId,
    @Nullable String deviceDnsName,
    @Nullable String hostName,
    @Nullable String dnsDomain,
    @Nullable String ntDomain,
    @Nullable Instant firstSeenDateTime,
    @Nullable String osPlatform,
    @Nullable Long osBuild,
    @Nullable String version,
    @Nullable DeviceHealthStatus healthStatus,
    @Nullable DeviceRiskScore riskScore,
    @Nullable OnboardingStatus onboardingStatus,
    @Nullable DefenderAvStatus defenderAvStatus,
    @Nullable Integer rbacGroupId,
    @Nullable String rbacGroupName,
    List<String> ipInterfaces,
    @Nullable String lastIpAddress,
    @Nullable String lastExternalIpAddress,
    List<LoggedOnUser> loggedOnUsers,
    List<ResourceAccessEvent> resourceAccessEvents,
    @Nullable VmMetadata vmMetadata,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties)
    implements Evidence {

  /** Shows mdeDeviceId alone. */
  @Override
  public String toString() {
    return "DeviceEvidence[" + mdeDeviceId + "]";
  }
}
