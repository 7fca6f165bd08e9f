package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A network card. Page: security-nicevidence.md.
 *
 * <p>What all evidence has is told at {@link Evidence}.
 *
 * @param ipAddress its address
 * @param macAddress its hardware address
 * @param vlans the virtual networks that it is in
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record NicEvidence(
    @JsonProperty("@odata.type") @Nullable EvidenceType evidenceType,
    @Nullable Instant createdDateTime,
    @Nullable EvidenceVerdict verdict,
    @Nullable EvidenceRemediationStatus remediationStatus,
    @Nullable String remediationStatusDetails,
    List<EvidenceRole> roles,
    List<String> detailedRoles,
    List<String> tags,
    @Nullable IpEvidence ipAddress,
    @Nullable String macAddress,
    List<String> vlans,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties)
    implements Evidence {

  /** Shows macAddress alone. */
  @Override
  public String toString() {
    return "NicEvidence[" + macAddress + "]";
  }
}
