package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/**
 * What the location of a resource of Google Cloud names. Page:
 * security-googlecloudresourceevidence.md.
 */
public final class GoogleCloudLocationType extends OpenEnum<GoogleCloudLocationType.Known> {

  private static final Values<Known, GoogleCloudLocationType> VALUES =
      new Values<>(GoogleCloudLocationType::new, Known.UNRECOGNIZED);

  /** The value {@code unknown}. */
  public static final GoogleCloudLocationType UNKNOWN = VALUES.known("unknown", Known.UNKNOWN);

  /** The value {@code regional}. */
  public static final GoogleCloudLocationType REGIONAL = VALUES.known("regional", Known.REGIONAL);

  /** The value {@code zonal}. */
  public static final GoogleCloudLocationType ZONAL = VALUES.known("zonal", Known.ZONAL);

  /** The value {@code global}. */
  public static final GoogleCloudLocationType GLOBAL = VALUES.known("global", Known.GLOBAL);

  private GoogleCloudLocationType(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static GoogleCloudLocationType of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link GoogleCloudLocationType#UNKNOWN}. */
    UNKNOWN,
    /** {@link GoogleCloudLocationType#REGIONAL}. */
    REGIONAL,
    /** {@link GoogleCloudLocationType#ZONAL}. */
    ZONAL,
    /** {@link GoogleCloudLocationType#GLOBAL}. */
    GLOBAL,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
