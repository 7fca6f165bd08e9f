package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** What Defender did about a file or a process. Page: security-fileevidence.md. */
public final class DetectionStatus extends OpenEnum<DetectionStatus.Known> {

  private static final Values<Known, DetectionStatus> VALUES =
      new Values<>(DetectionStatus::new, Known.UNRECOGNIZED);

  /** It was seen. */
  public static final DetectionStatus DETECTED = VALUES.known("detected", Known.DETECTED);

  /** It was stopped while it ran. */
  public static final DetectionStatus BLOCKED = VALUES.known("blocked", Known.BLOCKED);

  /** It was stopped before it ran. */
  public static final DetectionStatus PREVENTED = VALUES.known("prevented", Known.PREVENTED);

  private DetectionStatus(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static DetectionStatus of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link DetectionStatus#DETECTED}. */
    DETECTED,
    /** {@link DetectionStatus#BLOCKED}. */
    BLOCKED,
    /** {@link DetectionStatus#PREVENTED}. */
    PREVENTED,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
