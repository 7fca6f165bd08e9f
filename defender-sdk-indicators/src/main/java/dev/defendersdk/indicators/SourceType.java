package dev.defendersdk.indicators;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** Who created an indicator, in the older form of the entity. Page: ti-indicator.md. */
public final class SourceType extends OpenEnum<SourceType.Known> {

  private static final Values<Known, SourceType> VALUES =
      new Values<>(SourceType::new, Known.UNRECOGNIZED);

  /** The value {@code User}: a person, in the portal. */
  public static final SourceType USER = VALUES.known("User", Known.USER);

  /** The value {@code AadApp}: an application, through this API. */
  public static final SourceType AAD_APP = VALUES.known("AadApp", Known.AAD_APP);

  private SourceType(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static SourceType of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link SourceType#USER}. */
    USER,
    /** {@link SourceType#AAD_APP}. */
    AAD_APP,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
