package dev.defendersdk.indicators.csv;

import dev.defendersdk.indicators.IndicatorType;
import org.jspecify.annotations.Nullable;

/**
 * What of an indicator is not written: all of it, or a member.
 *
 * @param indicatorType the type of the indicator; null if a listed one has none
 * @param indicatorValue its value; null if a listed one has none
 * @param member the member that is not written while the others are; null if there is no row of it
 * @param reason what the rule is, and how to mend it
 */
public record CsvOmission(
    @Nullable IndicatorType indicatorType,
    @Nullable String indicatorValue,
    @Nullable String member,
    String reason) {

  /** Shows the indicator, and why all or a member of it is not written. */
  @Override
  public String toString() {
    return indicatorType
        + " "
        + indicatorValue
        + (member == null ? " is not written: " : " is written without " + member + ": ")
        + reason;
  }
}
