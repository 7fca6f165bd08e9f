package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Evidence of a kind that this version does not know, kept whole: its members are in {@link
 * #additionalProperties}. The service may add kinds at any time, and says that it will. Page:
 * security-alertevidence.md.
 *
 * <p>What all evidence has is told at {@link Evidence}.
 *
 * @param additionalProperties all that this kind has beyond what all evidence has, and members
 *     whose value was of another kind
 */
public record OtherEvidence(
    @JsonProperty("@odata.type") @Nullable EvidenceType evidenceType,
    @Nullable Instant createdDateTime,
    @Nullable EvidenceVerdict verdict,
    @Nullable EvidenceRemediationStatus remediationStatus,
    @Nullable String remediationStatusDetails,
    List<EvidenceRole> roles,
    List<String> detailedRoles,
    List<String> tags,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties)
    implements Evidence {

  /** Shows the type alone. */
  @Override
  public String toString() {
    return "OtherEvidence[" + evidenceType + "]";
  }
}
