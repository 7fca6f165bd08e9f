package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A user of GitHub. Page: security-githubuserevidence.md.
 *
 * <p>What all evidence has is told at {@link Evidence}.
 *
 * @param userId the user's id
 * @param login the short name
 * @param name the full name
 * @param email the mail address
 * @param webUrl the user's page
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record GitHubUserEvidence(
    @JsonProperty("@odata.type") @Nullable EvidenceType evidenceType,
    @Nullable Instant createdDateTime,
    @Nullable EvidenceVerdict verdict,
    @Nullable EvidenceRemediationStatus remediationStatus,
    @Nullable String remediationStatusDetails,
    List<EvidenceRole> roles,
    List<String> detailedRoles,
    List<String> tags,
    @Nullable String userId,
    @Nullable String login,
    @Nullable String name,
    @Nullable String email,
    @Nullable String webUrl,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties)
    implements Evidence {

  /** Shows userId alone. */
  @Override
  public String toString() {
    return "GitHubUserEvidence[" + userId + "]";
  }
}
