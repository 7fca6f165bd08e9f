package dev.defendersdk.examples.externalalerts;

import dev.defendersdk.alerts.Alert;
import dev.defendersdk.alerts.AlertQuery;
import dev.defendersdk.alerts.AlertsClient;
import dev.defendersdk.alerts.external.FindingResult;
import dev.defendersdk.alerts.external.PublishReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The alerts queue of the tenant: those that Defender raised itself beside those of the findings,
 * which analysts see in one list.
 */
final class AlertsQueue {

  private final AlertsClient alerts;
  private final Set<String> ours;

  AlertsQueue(AlertsClient alerts, PublishReport report) {
    this.alerts = alerts;
    this.ours =
        report.results().stream()
            .map(FindingResult::alertId)
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());
  }

  @Override
  public String toString() {
    List<Alert> newestFirst = new ArrayList<>();
    // Its order is the service's own: whoever wants the newest sorts.
    alerts.list(AlertQuery.all()).forEach(newestFirst::add);
    newestFirst.sort(
        Comparator.comparing(
                Alert::alertCreationTime, Comparator.nullsFirst(Comparator.naturalOrder()))
            .reversed());
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("raised by", "severity", "status", "device", "title"));
    for (Alert alert : newestFirst) {
      lines.add(
          List.of(
              raisedBy(alert),
              text(alert.severity()),
              text(alert.status()),
              text(alert.computerDnsName()),
              text(alert.title())));
    }
    return Columns.aligned(lines);
  }

  private String raisedBy(Alert alert) {
    String id = alert.id();
    return id != null && ours.contains(id)
        ? "NetShield"
        : "Defender, " + text(alert.detectionSource());
  }

  private static String text(@Nullable Object value) {
    return Objects.toString(value, "-");
  }
}
