package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A resource of Amazon Web Services. Page: security-amazonresourceevidence.md.
 *
 * <p>What all evidence has is told at {@link Evidence}.
 *
 * @param amazonAccountId the account that it belongs to
 * @param amazonResourceId its ARN
 * @param resourceName its name
 * @param resourceType its type, such as an EC2 instance
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record AmazonResourceEvidence(
    @JsonProperty("@odata.type") @Nullable EvidenceType evidenceType,
    @Nullable Instant createdDateTime,
    @Nullable EvidenceVerdict verdict,
    @Nullable EvidenceRemediationStatus remediationStatus,
    @Nullable String remediationStatusDetails,
    List<EvidenceRole> roles,
    List<String> detailedRoles,
    List<String> tags,
    @Nullable String amazonAccountId,
    @Nullable String amazonResourceId,
    @Nullable String resourceName,
    @Nullable String resourceType,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties)
    implements Evidence {

  /** Shows amazonResourceId alone. */
  @Override
  public String toString() {
    return "AmazonResourceEvidence[" + amazonResourceId + "]";
  }
}
