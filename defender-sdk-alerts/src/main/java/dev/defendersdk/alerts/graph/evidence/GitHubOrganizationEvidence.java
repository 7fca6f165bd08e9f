package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An organisation on GitHub. Page: security-githuborganizationevidence.md.
 *
 * <p>What all evidence has is told at {@link Evidence}.
 *
 * @param orgId the organisation's id
 * @param login its short name
 * @param displayName its full name
 * @param company the company that it says it belongs to
 * @param email its mail address
 * @param webUrl its page
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record GitHubOrganizationEvidence(
    @JsonProperty("@odata.type") @Nullable EvidenceType evidenceType,
    @Nullable Instant createdDateTime,
    @Nullable EvidenceVerdict verdict,
    @Nullable EvidenceRemediationStatus remediationStatus,
    @Nullable String remediationStatusDetails,
    List<EvidenceRole> roles,
    List<String> detailedRoles,
    List<String> tags,
    @Nullable String orgId,
    @Nullable String login,
    @Nullable String displayName,
    @Nullable String company,
    @Nullable String email,
    @Nullable String webUrl,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties)
    implements Evidence {

  /** Shows login alone. */
  @Override
  public String toString() {
    return "GitHubOrganizationEvidence[" + login + "]";
  }
}
