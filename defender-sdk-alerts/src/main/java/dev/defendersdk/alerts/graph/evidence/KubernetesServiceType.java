package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** How a service in Kubernetes is reached. Page: security-kubernetesserviceevidence.md. */
public final class KubernetesServiceType extends OpenEnum<KubernetesServiceType.Known> {

  private static final Values<Known, KubernetesServiceType> VALUES =
      new Values<>(KubernetesServiceType::new, Known.UNRECOGNIZED);

  /** The value {@code unknown}. */
  public static final KubernetesServiceType UNKNOWN = VALUES.known("unknown", Known.UNKNOWN);

  /** The value {@code clusterIP}. */
  public static final KubernetesServiceType CLUSTER_IP =
      VALUES.known("clusterIP", Known.CLUSTER_IP);

  /** The value {@code externalName}. */
  public static final KubernetesServiceType EXTERNAL_NAME =
      VALUES.known("externalName", Known.EXTERNAL_NAME);

  /** The value {@code nodePort}. */
  public static final KubernetesServiceType NODE_PORT = VALUES.known("nodePort", Known.NODE_PORT);

  /** The value {@code loadBalancer}. */
  public static final KubernetesServiceType LOAD_BALANCER =
      VALUES.known("loadBalancer", Known.LOAD_BALANCER);

  private KubernetesServiceType(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static KubernetesServiceType of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link KubernetesServiceType#UNKNOWN}. */
    UNKNOWN,
    /** {@link KubernetesServiceType#CLUSTER_IP}. */
    CLUSTER_IP,
    /** {@link KubernetesServiceType#EXTERNAL_NAME}. */
    EXTERNAL_NAME,
    /** {@link KubernetesServiceType#NODE_PORT}. */
    NODE_PORT,
    /** {@link KubernetesServiceType#LOAD_BALANCER}. */
    LOAD_BALANCER,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
