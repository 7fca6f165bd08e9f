package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** The protocol of a port in Kubernetes. Page: security-kubernetesserviceport.md. */
public final class ContainerPortProtocol extends OpenEnum<ContainerPortProtocol.Known> {

  private static final Values<Known, ContainerPortProtocol> VALUES =
      new Values<>(ContainerPortProtocol::new, Known.UNRECOGNIZED);

  /** The value {@code udp}. */
  public static final ContainerPortProtocol UDP = VALUES.known("udp", Known.UDP);

  /** The value {@code tcp}. */
  public static final ContainerPortProtocol TCP = VALUES.known("tcp", Known.TCP);

  /** The value {@code sctp}. */
  public static final ContainerPortProtocol SCTP = VALUES.known("sctp", Known.SCTP);

  private ContainerPortProtocol(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static ContainerPortProtocol of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link ContainerPortProtocol#UDP}. */
    UDP,
    /** {@link ContainerPortProtocol#TCP}. */
    TCP,
    /** {@link ContainerPortProtocol#SCTP}. */
    SCTP,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
