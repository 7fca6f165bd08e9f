package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An application that users granted rights to. Page: security-oauthapplicationevidence.md.
 *
 * <p>What all evidence has is told at {@link Evidence}.
 *
 * @param appId the application's id
 * @param objectId the id of its object in Entra ID
 * @param displayName its name
 * @param publisher who published it
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record OauthApplicationEvidence(
    @JsonProperty("@odata.type") @Nullable EvidenceType evidenceType,
    @Nullable Instant createdDateTime,
    @Nullable EvidenceVerdict verdict,
    @Nullable EvidenceRemediationStatus remediationStatus,
    @Nullable String remediationStatusDetails,
    List<EvidenceRole> roles,
    List<String> detailedRoles,
    List<String> tags,
    @Nullable String appId,
    @Nullable String objectId,
    @Nullable String displayName,
    @Nullable String publisher,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties)
    implements Evidence {

  /** Shows appId alone. */
  @Override
  public String toString() {
    return "OauthApplicationEvidence[" + appId + "]";
  }
}
