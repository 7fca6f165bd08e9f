package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A device of a plant or of the Internet of Things, that Defender for IoT watches. Page:
 * security-iotdeviceevidence.md.
 *
 * <p>What all evidence has is told at {@link Evidence}.
 *
 * @param deviceId the device's id in Defender for IoT
 * @param deviceName its name
 * @param deviceType what it is, such as a PLC
 * @param deviceSubType what it is more exactly
 * @param devicePageLink the device's page in the portal
 * @param importance how important it is to the plant
 * @param manufacturer who made it
 * @param model its model
 * @param operatingSystem its operating system
 * @param serialNumber its serial number
 * @param ipAddress its address
 * @param macAddress its hardware address
 * @param nics its network cards
 * @param protocols the protocols that it speaks
 * @param site where it stands
 * @param zone the part of the site
 * @param purdueLayer its level in the Purdue model
 * @param sensor the sensor that watches it
 * @param owners who is responsible for it
 * @param isAuthorized whether it was approved
 * @param isProgramming whether it programs others
 * @param isScanner whether it scans the network
 * @param ioTHub the IoT hub that it is connected to
 * @param ioTSecurityAgentId the id of the security agent on it
 * @param source who tells of it
 * @param sourceRef where that source's page of it is
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record IoTDeviceEvidence(
    @JsonProperty("@odata.type") @Nullable EvidenceType evidenceType,
    @Nullable Instant createdDateTime,
    @Nullable EvidenceVerdict verdict,
    @Nullable EvidenceRemediationStatus remediationStatus,
    @Nullable String remediationStatusDetails,
    List<EvidenceRole> roles,
    List<String> detailedRoles,
    List<String> tags,
    @Nullable String deviceId,
    @Nullable String deviceName,
    @Nullable String deviceType,
    @Nullable String deviceSubType,
    @Nullable String devicePageLink,
    @Nullable IoTDeviceImportanceType importance,
    @Nullable String manufacturer,
    @Nullable String model,
    @Nullable String operatingSystem,
    @Nullable String serialNumber,
    @Nullable IpEvidence ipAddress,
    @Nullable String macAddress,
    List<NicEvidence> nics,
    List<String> protocols,
    @Nullable String site,
    @Nullable String zone,
    @Nullable String purdueLayer,
    @Nullable String sensor,
    List<String> owners,
    @Nullable Boolean isAuthorized,
    @Nullable Boolean isProgramming,
    @Nullable Boolean isScanner,
    @Nullable AzureResourceEvidence ioTHub,
    @Nullable String ioTSecurityAgentId,
    @Nullable String source,
    @Nullable UrlEvidence sourceRef,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties)
    implements Evidence {

  /** Shows deviceId alone. */
  @Override
  public String toString() {
    return "IoTDeviceEvidence[" + deviceId + "]";
  }
}
