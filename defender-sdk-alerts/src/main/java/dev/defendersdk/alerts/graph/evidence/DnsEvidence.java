package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A name that was resolved. Page: security-dnsevidence.md.
 *
 * <p>What all evidence has is told at {@link Evidence}.
 *
 * @param domainName the name that was asked for
 * @param ipAddresses what it was resolved to
 * @param dnsServerIp the server that answered
 * @param hostIpAddress who asked
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record DnsEvidence(
    @JsonProperty("@odata.type") @Nullable EvidenceType evidenceType,
    @Nullable Instant createdDateTime,
    @Nullable EvidenceVerdict verdict,
    @Nullable EvidenceRemediationStatus remediationStatus,
    @Nullable String remediationStatusDetails,
    List<EvidenceRole> roles,
    List<String> detailedRoles,
    List<String> tags,
    @Nullable String domainName,
    List<IpEvidence> ipAddresses,
    @Nullable IpEvidence dnsServerIp,
    @Nullable IpEvidence hostIpAddress,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties)
    implements Evidence {

  /** Shows domainName alone. */
  @Override
  public String toString() {
    return "DnsEvidence[" + domainName + "]";
  }
}
