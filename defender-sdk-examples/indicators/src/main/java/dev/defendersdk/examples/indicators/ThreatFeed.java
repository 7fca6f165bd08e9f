package dev.defendersdk.examples.indicators;

import dev.defendersdk.indicators.NewIndicator;
import dev.defendersdk.indicators.csv.CsvProblem;
import dev.defendersdk.indicators.csv.CsvReading;
import dev.defendersdk.indicators.csv.CsvRow;
import dev.defendersdk.indicators.csv.IndicatorCsv;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the product wants the tenant to hold, from a file in the portal's form of CSV: see {@code
 * indicators.csv}. Put your own source here.
 *
 * @param indicators the most important first
 * @param problems of rows that are no indicators
 */
record ThreatFeed(List<NewIndicator> indicators, List<CsvProblem> problems) {

  static ThreatFeed read(Path file, Instant now) {
    List<NewIndicator> indicators = new ArrayList<>();
    List<CsvProblem> problems = new ArrayList<>();
    try (CsvReading rows = IndicatorCsv.read(file, now)) {
      for (CsvRow row : rows) {
        row.indicator().ifPresent(indicators::add);
        problems.addAll(row.problems());
      }
    }
    return new ThreatFeed(indicators, problems);
  }
}
