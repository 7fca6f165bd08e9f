package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An image that containers are made from. Page: security-containerimageevidence.md.
 *
 * <p>What all evidence has is told at {@link Evidence}.
 *
 * @param imageId the image's id
 * @param registry the registry that it comes from
 * @param digestImage the same image by its digest, where this one is named by a tag
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record ContainerImageEvidence(
    @JsonProperty("@odata.type") @Nullable EvidenceType evidenceType,
    @Nullable Instant createdDateTime,
    @Nullable EvidenceVerdict verdict,
    @Nullable EvidenceRemediationStatus remediationStatus,
    @Nullable String remediationStatusDetails,
    List<EvidenceRole> roles,
    List<String> detailedRoles,
    List<String> tags,
    @Nullable String imageId,
    @Nullable ContainerRegistryEvidence registry,
    @Nullable ContainerImageEvidence digestImage,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties)
    implements Evidence {

  /** Shows imageId alone. */
  @Override
  public String toString() {
    return "ContainerImageEvidence[" + imageId + "]";
  }
}
