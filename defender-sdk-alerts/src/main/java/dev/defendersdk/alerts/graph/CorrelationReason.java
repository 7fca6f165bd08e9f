package dev.defendersdk.alerts.graph;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/**
 * Why alerts belong together, told when alerts are moved or incidents merged. Page:
 * security-alert-movealerts.md.
 */
public final class CorrelationReason extends OpenEnum<CorrelationReason.Known> {

  private static final Values<Known, CorrelationReason> VALUES =
      new Values<>(CorrelationReason::new, Known.UNRECOGNIZED);

  /** The value {@code repeatedAlertOccurrence}. */
  public static final CorrelationReason REPEATED_ALERT_OCCURRENCE =
      VALUES.known("repeatedAlertOccurrence", Known.REPEATED_ALERT_OCCURRENCE);

  /** The value {@code sameGeography}. */
  public static final CorrelationReason SAME_GEOGRAPHY =
      VALUES.known("sameGeography", Known.SAME_GEOGRAPHY);

  /** The value {@code similarArtifacts}. */
  public static final CorrelationReason SIMILAR_ARTIFACTS =
      VALUES.known("similarArtifacts", Known.SIMILAR_ARTIFACTS);

  /** The value {@code sameTargetedAsset}. */
  public static final CorrelationReason SAME_TARGETED_ASSET =
      VALUES.known("sameTargetedAsset", Known.SAME_TARGETED_ASSET);

  /** The value {@code sameNetworkSegment}. */
  public static final CorrelationReason SAME_NETWORK_SEGMENT =
      VALUES.known("sameNetworkSegment", Known.SAME_NETWORK_SEGMENT);

  /** The value {@code eventSequence}. */
  public static final CorrelationReason EVENT_SEQUENCE =
      VALUES.known("eventSequence", Known.EVENT_SEQUENCE);

  /** The value {@code timeFrame}. */
  public static final CorrelationReason TIME_FRAME = VALUES.known("timeFrame", Known.TIME_FRAME);

  /** The value {@code sameThreatSource}. */
  public static final CorrelationReason SAME_THREAT_SOURCE =
      VALUES.known("sameThreatSource", Known.SAME_THREAT_SOURCE);

  /** The value {@code similarTTPsOrBehavior}. */
  public static final CorrelationReason SIMILAR_TTPS_OR_BEHAVIOR =
      VALUES.known("similarTTPsOrBehavior", Known.SIMILAR_TTPS_OR_BEHAVIOR);

  /** The value {@code sameActor}. */
  public static final CorrelationReason SAME_ACTOR = VALUES.known("sameActor", Known.SAME_ACTOR);

  /** The value {@code sameCampaign}. */
  public static final CorrelationReason SAME_CAMPAIGN =
      VALUES.known("sameCampaign", Known.SAME_CAMPAIGN);

  /** The value {@code sharedIndicators}. */
  public static final CorrelationReason SHARED_INDICATORS =
      VALUES.known("sharedIndicators", Known.SHARED_INDICATORS);

  /** The value {@code sameAsset}. */
  public static final CorrelationReason SAME_ASSET = VALUES.known("sameAsset", Known.SAME_ASSET);

  /** The value {@code networkProximity}. */
  public static final CorrelationReason NETWORK_PROXIMITY =
      VALUES.known("networkProximity", Known.NETWORK_PROXIMITY);

  /** The value {@code eventCasualSequence}. */
  public static final CorrelationReason EVENT_CASUAL_SEQUENCE =
      VALUES.known("eventCasualSequence", Known.EVENT_CASUAL_SEQUENCE);

  /** The value {@code temporalProximity}. */
  public static final CorrelationReason TEMPORAL_PROXIMITY =
      VALUES.known("temporalProximity", Known.TEMPORAL_PROXIMITY);

  /** The value {@code lateralMovementPath}. */
  public static final CorrelationReason LATERAL_MOVEMENT_PATH =
      VALUES.known("lateralMovementPath", Known.LATERAL_MOVEMENT_PATH);

  private CorrelationReason(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static CorrelationReason of(String value) {
    return VALUES.of(value);
  }

  /** As it is sent: in the spelling of the service's schema. */
  CorrelationReason sent() {
    return VALUES.canonical(this);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link CorrelationReason#REPEATED_ALERT_OCCURRENCE}. */
    REPEATED_ALERT_OCCURRENCE,
    /** {@link CorrelationReason#SAME_GEOGRAPHY}. */
    SAME_GEOGRAPHY,
    /** {@link CorrelationReason#SIMILAR_ARTIFACTS}. */
    SIMILAR_ARTIFACTS,
    /** {@link CorrelationReason#SAME_TARGETED_ASSET}. */
    SAME_TARGETED_ASSET,
    /** {@link CorrelationReason#SAME_NETWORK_SEGMENT}. */
    SAME_NETWORK_SEGMENT,
    /** {@link CorrelationReason#EVENT_SEQUENCE}. */
    EVENT_SEQUENCE,
    /** {@link CorrelationReason#TIME_FRAME}. */
    TIME_FRAME,
    /** {@link CorrelationReason#SAME_THREAT_SOURCE}. */
    SAME_THREAT_SOURCE,
    /** {@link CorrelationReason#SIMILAR_TTPS_OR_BEHAVIOR}. */
    SIMILAR_TTPS_OR_BEHAVIOR,
    /** {@link CorrelationReason#SAME_ACTOR}. */
    SAME_ACTOR,
    /** {@link CorrelationReason#SAME_CAMPAIGN}. */
    SAME_CAMPAIGN,
    /** {@link CorrelationReason#SHARED_INDICATORS}. */
    SHARED_INDICATORS,
    /** {@link CorrelationReason#SAME_ASSET}. */
    SAME_ASSET,
    /** {@link CorrelationReason#NETWORK_PROXIMITY}. */
    NETWORK_PROXIMITY,
    /** {@link CorrelationReason#EVENT_CASUAL_SEQUENCE}. */
    EVENT_CASUAL_SEQUENCE,
    /** {@link CorrelationReason#TEMPORAL_PROXIMITY}. */
    TEMPORAL_PROXIMITY,
    /** {@link CorrelationReason#LATERAL_MOVEMENT_PATH}. */
    LATERAL_MOVEMENT_PATH,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
