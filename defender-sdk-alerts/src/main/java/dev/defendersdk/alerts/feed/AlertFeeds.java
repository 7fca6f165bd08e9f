package dev.defendersdk.alerts.feed;

import dev.defendersdk.alerts.Alert;
import dev.defendersdk.alerts.graph.Incident;
import dev.defendersdk.alerts.graph.SecurityAlert;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.argument.Check;

/**
 * Feeds of what is detected in a tenant: each alert or incident, and after its last change its
 * latest state.
 *
 * <pre>{@code
 * FeedHandle feed =
 *     AlertFeeds.alerts(defender)
 *         .name("siem")
 *         .store(CheckpointStore.folder(Path.of("checkpoints")))
 *         .start(alert -> System.out.println(alert.severity() + " " + alert.title()));
 * …
 * feed.stop(Duration.ofSeconds(30));
 * }</pre>
 *
 * <p>What it promises: at least once, and committed after the handler has returned; after a kill,
 * what was not committed comes again, and nothing else comes twice. Several changes between two
 * polls come as one: a list shows no more. What becomes visible later than a stated window is lost,
 * unless it changes again: the window can be set, and how late things come is measured. Within a
 * poll the order is that of the last update.
 *
 * <p>While it waits a feed holds no thread; its handler is called on the client's background
 * threads, of which there are {@code backgroundThreads}.
 */
public final class AlertFeeds {

  private AlertFeeds() {}

  /** Defender's alerts, with their evidence. Needs {@code Alert.Read.All}. Page: get-alerts.md. */
  public static FeedBuilder<Alert> alerts(DefenderClient defender) {
    return alerts(defender, true);
  }

  /**
   * Defender's alerts without their evidence: its list is empty whatever there is. Smaller by far.
   * Needs {@code Alert.Read.All}. Page: get-alerts.md.
   */
  public static FeedBuilder<Alert> alertsWithoutEvidence(DefenderClient defender) {
    return alerts(defender, false);
  }

  private static FeedBuilder<Alert> alerts(DefenderClient defender, boolean evidence) {
    Check.notNull(defender, "defender");
    return new FeedBuilder<>(defender, new AlertSource(defender.background(), evidence));
  }

  /**
   * Microsoft Graph's alerts, of all products, with their evidence. Needs {@code
   * SecurityAlert.Read.All}. Page: security-list-alerts_v2.md.
   */
  public static FeedBuilder<SecurityAlert> securityAlerts(DefenderClient defender) {
    Check.notNull(defender, "defender");
    return new FeedBuilder<>(defender, new SecurityAlertSource(defender.background()));
  }

  /**
   * Microsoft Graph's incidents, with their alerts. Where the service fails to bring those with the
   * list, they are asked for per incident. One that was merged into another comes once more, as
   * redirected. Needs {@code SecurityIncident.Read.All}. Page: security-list-incidents.md.
   */
  public static FeedBuilder<Incident> incidents(DefenderClient defender) {
    return incidents(defender, true);
  }

  /**
   * Microsoft Graph's incidents without their alerts. Needs {@code SecurityIncident.Read.All}.
   * Page: security-list-incidents.md.
   */
  public static FeedBuilder<Incident> incidentsWithoutAlerts(DefenderClient defender) {
    return incidents(defender, false);
  }

  private static FeedBuilder<Incident> incidents(DefenderClient defender, boolean alerts) {
    Check.notNull(defender, "defender");
    return new FeedBuilder<>(defender, new IncidentSource(defender.background(), alerts));
  }
}
