package dev.defendersdk.indicators.csv;

import dev.defendersdk.core.argument.Check;
import org.jspecify.annotations.Nullable;

/**
 * Why a row is no indicator.
 *
 * @param row the number of the row, from 1, as spreadsheets count: the header is row 1
 * @param line the line in which the row begins, from 1, as editors count; more than the row's
 *     number if a cell before it has several lines
 * @param column the column, as the header has it; null if the cell is beyond the header
 * @param value the cell's text, as it is written; empty if there is none
 * @param reason what the rule is, and how to mend it
 */
public record CsvProblem(int row, int line, @Nullable String column, String value, String reason) {

  /** Shows where it is, the value, the rule and the fix. */
  @Override
  public String toString() {
    return "row "
        + row
        + " (line "
        + line
        + ")"
        + (column == null ? "" : ", column " + column)
        + ", "
        + Check.quote(value)
        + ": "
        + reason;
  }
}
