package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to sign in at Entra ID. Page: security-cloudlogonrequestevidence.md.
 *
 * <p>What all evidence has is told at {@link Evidence}.
 *
 * @param requestId the request's id, as the sign-in log has it
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record CloudLogonRequestEvidence(
    @JsonProperty("@odata.type") @Nullable EvidenceType evidenceType,
    @Nullable Instant createdDateTime,
    @Nullable EvidenceVerdict verdict,
    @Nullable EvidenceRemediationStatus remediationStatus,
    @Nullable String remediationStatusDetails,
    List<EvidenceRole> roles,
    List<String> detailedRoles,
    List<String> tags,
    @Nullable String requestId,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties)
    implements Evidence {

  /** Shows requestId alone. */
  @Override
  public String toString() {
    return "CloudLogonRequestEvidence[" + requestId + "]";
  }
}
