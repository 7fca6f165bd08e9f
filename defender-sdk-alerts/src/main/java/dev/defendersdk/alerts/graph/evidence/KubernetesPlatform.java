package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** The service that runs a Kubernetes cluster. Page: security-kubernetesclusterevidence.md. */
public final class KubernetesPlatform extends OpenEnum<KubernetesPlatform.Known> {

  private static final Values<Known, KubernetesPlatform> VALUES =
      new Values<>(KubernetesPlatform::new, Known.UNRECOGNIZED);

  /** The value {@code unknown}. */
  public static final KubernetesPlatform UNKNOWN = VALUES.known("unknown", Known.UNKNOWN);

  /** The value {@code aks}. */
  public static final KubernetesPlatform AKS = VALUES.known("aks", Known.AKS);

  /** The value {@code eks}. */
  public static final KubernetesPlatform EKS = VALUES.known("eks", Known.EKS);

  /** The value {@code gke}. */
  public static final KubernetesPlatform GKE = VALUES.known("gke", Known.GKE);

  /** The value {@code arc}. */
  public static final KubernetesPlatform ARC = VALUES.known("arc", Known.ARC);

  private KubernetesPlatform(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static KubernetesPlatform of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link KubernetesPlatform#UNKNOWN}. */
    UNKNOWN,
    /** {@link KubernetesPlatform#AKS}. */
    AKS,
    /** {@link KubernetesPlatform#EKS}. */
    EKS,
    /** {@link KubernetesPlatform#GKE}. */
    GKE,
    /** {@link KubernetesPlatform#ARC}. */
    ARC,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
