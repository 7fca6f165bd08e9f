package dev.defendersdk.machineactions.machines;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A machine (device) of the tenant. Page: machine.md; members that no page names are from the
 * service metadata. Times are UTC, with up to 7 digits of a second.
 *
 * @param id the machine id, mostly 40 hex digits: opaque
 * @param computerDnsName fully qualified name; may be empty
 * @param firstSeen when it was first seen
 * @param lastSeen when it last reported in full, about every 24 hours: not the portal's "last seen"
 * @param osPlatform such as {@code Windows11}; an open set
 * @param osProcessor such as {@code x64}; superseded by {@code osArchitecture}
 * @param osArchitecture {@code 32-bit} or {@code 64-bit}
 * @param version the version of the operating system, such as {@code 21H2}
 * @param osBuild the build of the operating system
 * @param agentVersion the version of the sensor
 * @param lastIpAddress the last address of a local interface
 * @param lastExternalIpAddress the last address towards the internet
 * @param healthStatus how well the sensor reports
 * @param onboardingStatus whether it is onboarded
 * @param riskScore its risk
 * @param exposureLevel its exposure
 * @param deviceValue the value that the tenant gives it
 * @param rbacGroupId the number of its device group. A text, as one page has it, is kept among
 *     {@code additionalProperties}
 * @param rbacGroupName the name of its device group
 * @param isAadJoined whether it is joined to Entra ID
 * @param aadDeviceId its id in Entra ID. Not the id for any call of this API
 * @param machineTags its tags. The service is seen to send one empty tag for none
 * @param ipAddresses its network interfaces
 * @param vmMetadata what is known of it as a virtual machine
 * @param managedBy what manages it
 * @param managedByStatus how its management stands
 * @param mergedIntoMachineId the machine that it was merged into
 * @param isPotentialDuplication whether it may be a duplicate
 * @param isExcluded whether it is excluded from vulnerability management
 * @param exclusionReason why it is excluded
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record Machine(
    @Nullable String id,
    @Nullable String computerDnsName,
    @Nullable Instant firstSeen,
    @Nullable Instant lastSeen,
    @Nullable String osPlatform,
    @Nullable String osProcessor,
    @Nullable String osArchitecture,
    @Nullable String version,
    @Nullable Long osBuild,
    @Nullable String agentVersion,
    @Nullable String lastIpAddress,
    @Nullable String lastExternalIpAddress,
    @Nullable HealthStatus healthStatus,
    @Nullable OnboardingStatus onboardingStatus,
    @Nullable RiskScore riskScore,
    @Nullable ExposureLevel exposureLevel,
    @Nullable DeviceValue deviceValue,
    @Nullable Integer rbacGroupId,
    @Nullable String rbacGroupName,
    @Nullable Boolean isAadJoined,
    @Nullable String aadDeviceId,
    List<String> machineTags,
    List<MachineIpAddress> ipAddresses,
    @Nullable VmMetadata vmMetadata,
    @Nullable ManagedBy managedBy,
    @Nullable ManagedByStatus managedByStatus,
    @Nullable String mergedIntoMachineId,
    @Nullable Boolean isPotentialDuplication,
    @Nullable Boolean isExcluded,
    @Nullable ExclusionReason exclusionReason,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  /** Shows the id alone. */
  @Override
  public String toString() {
    return "Machine[" + id + "]";
  }
}
