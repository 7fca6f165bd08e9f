package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A container that ran, or runs. Page: security-containerevidence.md.
 *
 * <p>What all evidence has is told at {@link Evidence}.
 *
 * @param containerId the container's id
 * @param name its name
 * @param image the image that it was made from
 * @param pod the pod that it belongs to
 * @param command the command that it was started with
 * @param args that command's arguments
 * @param isPrivileged whether it runs with the rights of its host
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record ContainerEvidence(
    @JsonProperty("@odata.type") @Nullable EvidenceType evidenceType,
    @Nullable Instant createdDateTime,
    @Nullable EvidenceVerdict verdict,
    @Nullable EvidenceRemediationStatus remediationStatus,
    @Nullable String remediationStatusDetails,
    List<EvidenceRole> roles,
    List<String> detailedRoles,
    List<String> tags,
    @Nullable String containerId,
    @Nullable String name,
    @Nullable ContainerImageEvidence image,
    @Nullable KubernetesPodEvidence pod,
    List<String> command,
    List<String> args,
    @Nullable Boolean isPrivileged,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties)
    implements Evidence {

  /** Shows containerId alone. */
  @Override
  public String toString() {
    return "ContainerEvidence[" + containerId + "]";
  }
}
