package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A service in Kubernetes. Page: security-kubernetesserviceevidence.md.
 *
 * <p>What all evidence has is told at {@link Evidence}.
 *
 * @param name the service's name
 * @param namespace the namespace that it is in
 * @param serviceType how it is reached
 * @param clusterIP its address within the cluster
 * @param externalIPs its addresses outside
 * @param servicePorts its ports
 * @param selector the labels of the pods behind it
 * @param labels its own labels
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record KubernetesServiceEvidence(
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
    @Nullable KubernetesServiceType serviceType,
    @Nullable IpEvidence clusterIP,
    List<IpEvidence> externalIPs,
    List<KubernetesServicePort> servicePorts,
    Map<String, @Nullable Object> selector,
    Map<String, @Nullable Object> labels,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties)
    implements Evidence {

  /** Shows name alone. */
  @Override
  public String toString() {
    return "KubernetesServiceEvidence[" + name + "]";
  }
}
