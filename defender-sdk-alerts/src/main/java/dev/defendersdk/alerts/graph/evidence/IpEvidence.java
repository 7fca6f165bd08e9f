package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An IP address. Page: security-ipevidence.md.
 *
 * <p>What all evidence has is told at {@link Evidence}.
 *
 * @param ipAddress the address, of version 4 or 6
 * @param countryLetterCode the country that it is in, by two letters of ISO 3166
 * @param location where it is
 * @param stream the data stream that tells of it
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record IpEvidence(
    @JsonProperty("@odata.type") @Nullable EvidenceType evidenceType,
    @Nullable Instant createdDateTime,
    @Nullable EvidenceVerdict verdict,
    @Nullable EvidenceRemediationStatus remediationStatus,
    @Nullable String remediationStatusDetails,
    List<EvidenceRole> roles,
    List<String> detailedRoles,
    List<String> tags,
    @Nullable String ipAddress,
    @Nullable String countryLetterCode,
    @Nullable GeoLocation location,
    @Nullable EvidenceStream stream,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties)
    implements Evidence {

  /** Shows ipAddress alone. */
  @Override
  public String toString() {
    return "IpEvidence[" + ipAddress + "]";
  }
}
