package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** What a service principal stands for. Page: security-serviceprincipalevidence.md. */
public final class ServicePrincipalType extends OpenEnum<ServicePrincipalType.Known> {

  private static final Values<Known, ServicePrincipalType> VALUES =
      new Values<>(ServicePrincipalType::new, Known.UNRECOGNIZED);

  /** The value {@code unknown}. */
  public static final ServicePrincipalType UNKNOWN = VALUES.known("unknown", Known.UNKNOWN);

  /** The value {@code application}. */
  public static final ServicePrincipalType APPLICATION =
      VALUES.known("application", Known.APPLICATION);

  /** The value {@code managedIdentity}. */
  public static final ServicePrincipalType MANAGED_IDENTITY =
      VALUES.known("managedIdentity", Known.MANAGED_IDENTITY);

  /** The value {@code legacy}. */
  public static final ServicePrincipalType LEGACY = VALUES.known("legacy", Known.LEGACY);

  private ServicePrincipalType(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static ServicePrincipalType of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link ServicePrincipalType#UNKNOWN}. */
    UNKNOWN,
    /** {@link ServicePrincipalType#APPLICATION}. */
    APPLICATION,
    /** {@link ServicePrincipalType#MANAGED_IDENTITY}. */
    MANAGED_IDENTITY,
    /** {@link ServicePrincipalType#LEGACY}. */
    LEGACY,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
