package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A user. Page: security-userevidence.md.
 *
 * <p>What all evidence has is told at {@link Evidence}.
 *
 * @param userAccount which user it is
 * @param stream the data stream that tells of the user
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record UserEvidence(
    @JsonProperty("@odata.type") @Nullable EvidenceType evidenceType,
    @Nullable Instant createdDateTime,
    @Nullable EvidenceVerdict verdict,
    @Nullable EvidenceRemediationStatus remediationStatus,
    @Nullable String remediationStatusDetails,
    List<EvidenceRole> roles,
    List<String> detailedRoles,
    List<String> tags,
    @Nullable UserAccount userAccount,
    @Nullable EvidenceStream stream,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties)
    implements Evidence {

  /** Shows userAccount alone. */
  @Override
  public String toString() {
    return "UserEvidence[" + userAccount + "]";
  }
}
