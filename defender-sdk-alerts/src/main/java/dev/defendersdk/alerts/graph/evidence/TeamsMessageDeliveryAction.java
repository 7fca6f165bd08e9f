package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** What was done with a message in Teams on its arrival. Page: security-teamsmessageevidence.md. */
public final class TeamsMessageDeliveryAction extends OpenEnum<TeamsMessageDeliveryAction.Known> {

  private static final Values<Known, TeamsMessageDeliveryAction> VALUES =
      new Values<>(TeamsMessageDeliveryAction::new, Known.UNRECOGNIZED);

  /** The value {@code unknown}. */
  public static final TeamsMessageDeliveryAction UNKNOWN = VALUES.known("unknown", Known.UNKNOWN);

  /** The value {@code deliveredAsSpam}. */
  public static final TeamsMessageDeliveryAction DELIVERED_AS_SPAM =
      VALUES.known("deliveredAsSpam", Known.DELIVERED_AS_SPAM);

  /** The value {@code delivered}. */
  public static final TeamsMessageDeliveryAction DELIVERED =
      VALUES.known("delivered", Known.DELIVERED);

  /** The value {@code blocked}. */
  public static final TeamsMessageDeliveryAction BLOCKED = VALUES.known("blocked", Known.BLOCKED);

  /** The value {@code replaced}. */
  public static final TeamsMessageDeliveryAction REPLACED =
      VALUES.known("replaced", Known.REPLACED);

  private TeamsMessageDeliveryAction(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static TeamsMessageDeliveryAction of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link TeamsMessageDeliveryAction#UNKNOWN}. */
    UNKNOWN,
    /** {@link TeamsMessageDeliveryAction#DELIVERED_AS_SPAM}. */
    DELIVERED_AS_SPAM,
    /** {@link TeamsMessageDeliveryAction#DELIVERED}. */
    DELIVERED,
    /** {@link TeamsMessageDeliveryAction#BLOCKED}. */
    BLOCKED,
    /** {@link TeamsMessageDeliveryAction#REPLACED}. */
    REPLACED,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
