package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A key of the Windows registry. Page: security-registrykeyevidence.md.
 *
 * <p>What all evidence has is told at {@link Evidence}.
 *
 * @param registryHive the hive, such as {@code HKEY_LOCAL_MACHINE}
 * @param registryKey the key, without the hive
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record RegistryKeyEvidence(
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
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties)
    implements Evidence {

  /** Shows registryKey alone. */
  @Override
  public String toString() {
    return "RegistryKeyEvidence[" + registryKey + "]";
  }
}
