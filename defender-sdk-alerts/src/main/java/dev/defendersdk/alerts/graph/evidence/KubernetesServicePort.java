package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A port of a service in Kubernetes. Page: security-kubernetesserviceport.md.
 *
 * @param name the port's name
 * @param port its number
 * @param protocol its protocol below the application
 * @param appProtocol the application's protocol
 * @param targetPort the port of the pods, by number or name
 * @param nodePort the port on each node, where there is one
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record KubernetesServicePort(
    @Nullable String name,
    @Nullable Integer port,
    @Nullable ContainerPortProtocol protocol,
    @Nullable String appProtocol,
    @Nullable String targetPort,
    @Nullable Integer nodePort,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  /** Shows port alone. */
  @Override
  public String toString() {
    return "KubernetesServicePort[" + port + "]";
  }
}
