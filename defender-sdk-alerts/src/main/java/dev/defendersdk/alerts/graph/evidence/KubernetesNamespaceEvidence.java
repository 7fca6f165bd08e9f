package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A namespace in Kubernetes. Page: security-kubernetesnamespaceevidence.md.
 *
 * <p>What all evidence has is told at {@link Evidence}.
 *
 * @param name the namespace's name
 * @param cluster the cluster that it is in
 * @param labels its labels
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record KubernetesNamespaceEvidence(
    @JsonProperty("@odata.type") @Nullable EvidenceType evidenceType,
    @Nullable Instant createdDateTime,
    @Nullable EvidenceVerdict verdict,
    @Nullable EvidenceRemediationStatus remediationStatus,
    @Nullable String remediationStatusDetails,
    List<EvidenceRole> roles,
    List<String> detailedRoles,
    List<String> tags,
    @Nullable String name,
    @Nullable KubernetesClusterEvidence cluster,
    Map<String, @Nullable Object> labels,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties)
    implements Evidence {

  /** Shows name alone. */
  @Override
  public String toString() {
    return "KubernetesNamespaceEvidence[" + name + "]";
  }
}
