package dev.defendersdk.indicators.csv;

import dev.defendersdk.indicators.IndicatorAction;
import dev.defendersdk.indicators.NewIndicator;
import java.util.List;
import java.util.Optional;

/**
 * A row that was read: an indicator, or problems.
 *
 * @param number its number, from 1, as spreadsheets count: the header is row 1
 * @param line the line in which it begins, from 1, as editors count
 * @param entry the indicator with its category and techniques; empty if the row has problems
 * @param retiredAction the action that is written in the row, if it is a retired one: the entry has
 *     that which took its place, {@code Audit} for {@code Alert} and {@code BlockAndRemediate} for
 *     {@code AlertAndBlock}
 * @param problems what keeps it from being an indicator, each cell's; empty if it is one
 */
public record CsvRow(
    int number,
    int line,
    Optional<CsvIndicator> entry,
    Optional<IndicatorAction> retiredAction,
    List<CsvProblem> problems) {

  /** The indicator alone, to submit, to import or to synchronise; empty if there are problems. */
  public Optional<NewIndicator> indicator() {
    return entry.map(CsvIndicator::indicator);
  }
}
