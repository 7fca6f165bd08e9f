package dev.defendersdk.examples.externalalerts;

import dev.defendersdk.alerts.Alert;
import dev.defendersdk.alerts.external.Finding;
import dev.defendersdk.alerts.external.FindingResult;
import dev.defendersdk.alerts.external.PublishReport;
import dev.defendersdk.core.InvestigationState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What became of each finding, and the reason where it has no alert. */
final class ClosingTable {

  private final PublishReport report;

  ClosingTable(PublishReport report) {
    this.report = report;
  }

  @Override
  public String toString() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("finding", "severity", "sure", "became", "investigation", "response"));
    for (FindingResult result : report.results()) {
      Finding finding = result.finding();
      lines.add(
          List.of(
              finding.key(),
              finding.severity().value(),
              finding.confidence().isPresent() ? finding.confidence().getAsInt() + " %" : "-",
              result.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' '),
              result.alert().map(ClosingTable::investigation).orElse("-"),
              result.response().orElse("-")));
    }
    StringBuilder text = new StringBuilder(Columns.aligned(lines));
    if (!report.isPublished()) {
      text.append(System.lineSeparator())
          .append("Without an alert:")
          .append(System.lineSeparator());
      for (FindingResult result : report.unpublished()) {
        text.append("  ")
            .append(result.finding().key())
            .append(": ")
            .append(result.summary())
            .append(System.lineSeparator());
      }
    }
    return text.toString();
  }

  private static String investigation(Alert alert) {
    InvestigationState state = alert.investigationState();
    return state == null ? "none" : state.value();
  }
}
