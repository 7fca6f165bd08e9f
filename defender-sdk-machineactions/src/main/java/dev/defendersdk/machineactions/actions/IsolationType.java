package dev.defendersdk.machineactions.actions;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** How a machine is isolated. Page: isolate-machine.md. */
public final class IsolationType extends OpenEnum<IsolationType.Known> {

  private static final Values<Known, IsolationType> VALUES =
      new Values<>(IsolationType::new, Known.UNRECOGNIZED);

  /** Only the connection to the Defender service stays. */
  public static final IsolationType FULL = VALUES.known("Full", Known.FULL);

  /** A limited set of applications stays connected, such as Outlook and Teams. */
  public static final IsolationType SELECTIVE = VALUES.known("Selective", Known.SELECTIVE);

  /** For machines that are not onboarded: the onboarded ones block its traffic (containment). */
  public static final IsolationType UN_MANAGED_DEVICE =
      VALUES.known("UnManagedDevice", Known.UN_MANAGED_DEVICE);

  private IsolationType(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static IsolationType of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link IsolationType#FULL}. */
    FULL,
    /** {@link IsolationType#SELECTIVE}. */
    SELECTIVE,
    /** {@link IsolationType#UN_MANAGED_DEVICE}. */
    UN_MANAGED_DEVICE,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
