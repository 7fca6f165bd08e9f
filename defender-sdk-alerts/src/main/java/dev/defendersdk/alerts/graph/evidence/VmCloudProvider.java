package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** The cloud of a virtual machine. Page: security-vmmetadata.md. */
public final class VmCloudProvider extends OpenEnum<VmCloudProvider.Known> {

  private static final Values<Known, VmCloudProvider> VALUES =
      new Values<>(VmCloudProvider::new, Known.UNRECOGNIZED);

  /** The value {@code unknown}. */
  public static final VmCloudProvider UNKNOWN = VALUES.known("unknown", Known.UNKNOWN);

  /** The value {@code azure}. */
  public static final VmCloudProvider AZURE = VALUES.known("azure", Known.AZURE);

  private VmCloudProvider(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static VmCloudProvider of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link VmCloudProvider#UNKNOWN}. */
    UNKNOWN,
    /** {@link VmCloudProvider#AZURE}. */
    AZURE,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
