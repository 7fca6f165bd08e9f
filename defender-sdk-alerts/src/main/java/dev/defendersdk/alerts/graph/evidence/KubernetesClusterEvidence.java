package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Kubernetes cluster. Page: security-kubernetesclusterevidence.md.
 *
 * <p>What all evidence has is told at {@link Evidence}.
 *
 * @param name the cluster's name
 * @param cloudResource the cluster as a resource of its cloud: such as an {@link
 *     AzureResourceEvidence}
 * @param platform the service that runs it
 * @param distribution the distribution of Kubernetes
 * @param version the version of Kubernetes
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record KubernetesClusterEvidence(
    @JsonProperty("@odata.type") @Nullable EvidenceType evidenceType,
    @Nullable Instant createdDateTime,
    @Nullable EvidenceVerdict verdict,
    @Nullable EvidenceRemediationStatus remediationStatus,
    @Nullable String remediationStatusDetails,
    List<EvidenceRole> roles,
    List<String> detailedRoles,
    List<String> tags,
    @Nullable String name,
    @Nullable Evidence cloudResource,
    @Nullable KubernetesPlatform platform,
    @Nullable String distribution,
    @Nullable String version,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties)
    implements Evidence {

  /** Shows name alone. */
  @Override
  public String toString() {
    return "KubernetesClusterEvidence[" + name + "]";
  }
}
