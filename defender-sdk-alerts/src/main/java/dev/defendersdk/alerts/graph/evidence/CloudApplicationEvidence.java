package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A cloud application that Defender for Cloud Apps watches. Page:
 * security-cloudapplicationevidence.md.
 *
 * <p>What all evidence has is told at {@link Evidence}.
 *
 * @param appId the id of the application
 * @param displayName its name
 * @param instanceId the id of the instance that was used, where a tenant has several
 * @param instanceName that instance's name
 * @param saasAppId the application's id in the catalogue of Defender for Cloud Apps
 * @param stream the data stream that tells of it
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record CloudApplicationEvidence(
    @JsonProperty("@odata.type") @Nullable EvidenceType evidenceType,
    @Nullable Instant createdDateTime,
    @Nullable EvidenceVerdict verdict,
    @Nullable EvidenceRemediationStatus remediationStatus,
    @Nullable String remediationStatusDetails,
    List<EvidenceRole> roles,
    List<String> detailedRoles,
    List<String> tags,
    @Nullable Long appId,
    @Nullable String displayName,
    @Nullable Long instanceId,
    @Nullable String instanceName,
    @Nullable Long saasAppId,
    @Nullable EvidenceStream stream,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties)
    implements Evidence {

  /** Shows displayName alone. */
  @Override
  public String toString() {
    return "CloudApplicationEvidence[" + displayName + "]";
  }
}
