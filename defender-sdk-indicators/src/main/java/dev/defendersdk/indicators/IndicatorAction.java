package dev.defendersdk.indicators;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;
import java.util.Set;

/**
 * What Defender does with what an indicator describes. Pages: ti-indicator.md and
 * indicators-overview.md. The last two are retired: they are read, and not sent.
 */
public final class IndicatorAction extends OpenEnum<IndicatorAction.Known> {

  private static final Values<Known, IndicatorAction> VALUES =
      new Values<>(IndicatorAction::new, Known.UNRECOGNIZED);

  /** The value {@code Allowed}: it runs, and no alert is raised. */
  public static final IndicatorAction ALLOWED = VALUES.known("Allowed", Known.ALLOWED);

  /** The value {@code Audit}: it runs, and an alert is raised. */
  public static final IndicatorAction AUDIT = VALUES.known("Audit", Known.AUDIT);

  /** The value {@code Warn}: the user is warned, and may go on. */
  public static final IndicatorAction WARN = VALUES.known("Warn", Known.WARN);

  /** The value {@code Block}: it cannot run or be reached. */
  public static final IndicatorAction BLOCK = VALUES.known("Block", Known.BLOCK);

  /**
   * The value {@code BlockAndRemediate}: it cannot run, and is taken away. Not for network
   * indicators.
   */
  public static final IndicatorAction BLOCK_AND_REMEDIATE =
      VALUES.known("BlockAndRemediate", Known.BLOCK_AND_REMEDIATE);

  /** The value {@code Alert}: retired, {@link #AUDIT} with an alert. */
  public static final IndicatorAction ALERT = VALUES.known("Alert", Known.ALERT);

  /** The value {@code AlertAndBlock}: retired, {@link #BLOCK_AND_REMEDIATE}. */
  public static final IndicatorAction ALERT_AND_BLOCK =
      VALUES.known("AlertAndBlock", Known.ALERT_AND_BLOCK);

  static final Set<IndicatorAction> OF_FILES =
      Set.of(ALLOWED, AUDIT, WARN, BLOCK, BLOCK_AND_REMEDIATE);

  static final Set<IndicatorAction> OF_NETWORK = Set.of(ALLOWED, AUDIT, WARN, BLOCK);

  static final Set<IndicatorAction> OF_CERTIFICATES = Set.of(ALLOWED, BLOCK_AND_REMEDIATE);

  private IndicatorAction(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static IndicatorAction of(String value) {
    return VALUES.of(value);
  }

  /** Whether it is one that the service has given up, and which is not sent. */
  public boolean isRetired() {
    return known() == Known.ALERT || known() == Known.ALERT_AND_BLOCK;
  }

  /** The action that took the place of a retired one; any other is its own. */
  public IndicatorAction current() {
    return switch (known()) {
      case ALERT -> AUDIT;
      case ALERT_AND_BLOCK -> BLOCK_AND_REMEDIATE;
      default -> this;
    };
  }

  /** As it is sent: in the spelling of the service's schema. */
  IndicatorAction sent() {
    return VALUES.canonical(this);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link IndicatorAction#ALLOWED}. */
    ALLOWED,
    /** {@link IndicatorAction#AUDIT}. */
    AUDIT,
    /** {@link IndicatorAction#WARN}. */
    WARN,
    /** {@link IndicatorAction#BLOCK}. */
    BLOCK,
    /** {@link IndicatorAction#BLOCK_AND_REMEDIATE}. */
    BLOCK_AND_REMEDIATE,
    /** {@link IndicatorAction#ALERT}. */
    ALERT,
    /** {@link IndicatorAction#ALERT_AND_BLOCK}. */
    ALERT_AND_BLOCK,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
