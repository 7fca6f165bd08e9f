package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A repository on GitHub. Page: security-githubrepoevidence.md.
 *
 * <p>What all evidence has is told at {@link Evidence}.
 *
 * @param repoId the repository's id
 * @param login the short name of who owns it
 * @param owner who owns it
 * @param ownerType whether the owner is a user or an organisation
 * @param baseUrl the address of the repository's server
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record GitHubRepoEvidence(
    @JsonProperty("@odata.type") @Nullable EvidenceType evidenceType,
    @Nullable Instant createdDateTime,
    @Nullable EvidenceVerdict verdict,
    @Nullable EvidenceRemediationStatus remediationStatus,
    @Nullable String remediationStatusDetails,
    List<EvidenceRole> roles,
    List<String> detailedRoles,
    List<String> tags,
    @Nullable String repoId,
    @Nullable String login,
    @Nullable String owner,
    @Nullable String ownerType,
    @Nullable String baseUrl,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties)
    implements Evidence {

  /** Shows repoId alone. */
  @Override
  public String toString() {
    return "GitHubRepoEvidence[" + repoId + "]";
  }
}
