package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A pod in Kubernetes. Page: security-kubernetespodevidence.md.
 *
 * <p>What all evidence has is told at {@link Evidence}.
 *
 * @param name the pod's name
 * @param namespace the namespace that it is in
 * @param controller what started it
 * @param serviceAccount the account that it runs as
 * @param podIp its address
 * @param labels its labels
 * @param containers its containers
 * @param initContainers those that ran before
 * @param ephemeralContainers those that were added for a while
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record KubernetesPodEvidence(
    @JsonProperty("@odata.type") @Nullable EvidenceType evidenceType,
    @Nullable Instant createdDateTime,
    @Nullable EvidenceVerdict verdict,
    @Nullable EvidenceRemediationStatus remediationStatus,
    @Nullable String remediationStatusDetails,
    List<EvidenceRole> roles,
    List<String> detailedRoles,
    List<String> tags,
    @Nullable String name,
    @Nullable KubernetesNamespaceEvidence namespace,
    @Nullable KubernetesControllerEvidence controller,
    @Nullable KubernetesServiceAccountEvidence serviceAccount,
    @Nullable IpEvidence podIp,
    Map<String, @Nullable Object> labels,
    List<ContainerEvidence> containers,
    List<ContainerEvidence> initContainers,
    List<ContainerEvidence> ephemeralContainers,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties)
    implements Evidence {

  /** Shows name alone. */
  @Override
  public String toString() {
    return "KubernetesPodEvidence[" + name + "]";
  }
}
