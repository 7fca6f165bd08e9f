package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A registry of container images. Page: security-containerregistryevidence.md.
 *
 * <p>What all evidence has is told at {@link Evidence}.
 *
 * @param registry the registry's address
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record ContainerRegistryEvidence(
    @JsonProperty("@odata.type") @Nullable EvidenceType evidenceType,
    @Nullable Instant createdDateTime,
    @Nullable EvidenceVerdict verdict,
    @Nullable EvidenceRemediationStatus remediationStatus,
    @Nullable String remediationStatusDetails,
    List<EvidenceRole> roles,
    List<String> detailedRoles,
    List<String> tags,
    @Nullable String registry,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties)
    implements Evidence {

  /** Shows registry alone. */
  @Override
  public String toString() {
    return "ContainerRegistryEvidence[" + registry + "]";
  }
}
