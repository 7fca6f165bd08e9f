package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connection between two addresses. Page: security-networkconnectionevidence.md.
 *
 * <p>What all evidence has is told at {@link Evidence}.
 *
 * @param sourceAddress who opened it
 * @param sourcePort the port that it came from
 * @param destinationAddress whom it led to
 * @param destinationPort the port that it led to
 * @param protocol its protocol
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record NetworkConnectionEvidence(
    @JsonProperty("@odata.type") @Nullable EvidenceType evidenceType,
    @Nullable Instant createdDateTime,
    @Nullable EvidenceVerdict verdict,
    @Nullable EvidenceRemediationStatus remediationStatus,
    @Nullable String remediationStatusDetails,
    List<EvidenceRole> roles,
    List<String> detailedRoles,
    List<String> tags,
    @Nullable IpEvidence sourceAddress,
    @Nullable Integer sourcePort,
    @Nullable IpEvidence destinationAddress,
    @Nullable Integer destinationPort,
    @Nullable ProtocolType protocol,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties)
    implements Evidence {

  /** Shows sourceAddress and destinationAddress alone. */
  @Override
  public String toString() {
    return "NetworkConnectionEvidence[" + sourceAddress + ", " + destinationAddress + "]";
  }
}
