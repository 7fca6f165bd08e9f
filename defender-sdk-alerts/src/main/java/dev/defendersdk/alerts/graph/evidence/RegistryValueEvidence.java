package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value in the Windows registry. Page: security-registryvalueevidence.md.
 *
 * <p>What all evidence has is told at {@link Evidence}.
 *
 * @param registryHive the hive, such as {@code HKEY_LOCAL_MACHINE}
 * @param registryKey the key that it is in, without the hive
 * @param registryValueName its name
 * @param registryValueType its type, such as {@code REG_SZ}
 * @param registryValue its content, as text
 * @param mdeDeviceId the machine id of the device it was seen on, as Defender has it
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record RegistryValueEvidence(
    @JsonProperty("@odata.type") @Nullable EvidenceType evidenceType,
    @Nullable Instant createdDateTime,
    @Nullable EvidenceVerdict verdict,
    @Nullable EvidenceRemediationStatus remediationStatus,
    @Nullable String remediationStatusDetails,
    List<EvidenceRole> roles,
    List<String> detailedRoles,
    List<String> tags,
    @Nullable String registryHive,
    @Nullable String registryKey,
    @Nullable String registryValueName,
    @Nullable String registryValueType,
    @Nullable String registryValue,
    @Nullable String mdeDeviceId,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties)
    implements Evidence {

  /** Shows registryValueName alone. */
  @Override
  public String toString() {
    return "RegistryValueEvidence[" + registryValueName + "]";
  }
}
