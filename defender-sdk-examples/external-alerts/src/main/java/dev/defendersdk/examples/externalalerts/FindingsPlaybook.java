package dev.defendersdk.examples.externalalerts;

import dev.defendersdk.alerts.AlertOperations;
import dev.defendersdk.alerts.AlertsClient;
import dev.defendersdk.alerts.external.ExternalAlerts;
import dev.defendersdk.alerts.external.Finding;
import dev.defendersdk.alerts.external.FindingStore;
import dev.defendersdk.alerts.external.PublishOptions;
import dev.defendersdk.alerts.external.PublishProgress;
import dev.defendersdk.alerts.external.PublishReport;
import dev.defendersdk.core.AccessReport;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.hunting.HuntingClient;
import dev.defendersdk.hunting.HuntingOperations;
import dev.defendersdk.machineactions.actions.MachineActionOperations;
import dev.defendersdk.machineactions.response.ResponseClient;
import dev.defendersdk.machineactions.response.WishOptions;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/**
 * Findings become alerts: each is tied to the event that Defender recorded, found by hunting, and
 * pushed as an alert on it; the investigation that Defender begins by itself is followed to its
 * end; and the device of a severe finding that is sure is isolated. Nothing here knows whether the
 * tenant is simulated.
 *
 * <p>What is pushed is noted before and after. So this may be stopped, or killed, at any time, and
 * run again with the same findings: none is pushed twice.
 */
final class FindingsPlaybook {

  /** Far longer than it takes: 15 alerts a minute are all that the service creates. */
  private static final Duration LONGEST = Duration.ofHours(12);

  private final DefenderClient defender;
  private final FindingStore store;
  private final Settings settings;
  private final PrintStream out;

  FindingsPlaybook(
      DefenderClient defender, FindingStore store, Settings settings, PrintStream out) {
    this.defender = defender;
    this.store = store;
    this.settings = settings;
    this.out = out;
  }

  /** True if each finding has its alert. */
  boolean play(List<Finding> findings) {
    checkAccess();
    out.println("Publishing " + findings.size() + " findings, the most severe first …");
    PublishReport report = publish(findings);
    out.println();
    out.println("The alerts queue, the newest first:");
    out.print(new AlertsQueue(new AlertsClient(defender), report));
    out.println();
    out.println("What became of each finding:");
    out.print(new ClosingTable(report));
    return report.isPublished();
  }

  /** Says what the tenant has not granted before anything is done: the token tells. */
  private void checkAccess() {
    AccessReport access =
        defender.verifyAccess(
            List.of(
                HuntingOperations.RUN,
                AlertOperations.CREATE_BY_REFERENCE,
                AlertOperations.LIST,
                AlertOperations.LIST_OF_MACHINE,
                MachineActionOperations.ISOLATE,
                MachineActionOperations.LIST));
    if (!access.isGranted()) {
      throw new IllegalStateException(access.wordsForAdministrator());
    }
  }

  private PublishReport publish(List<Finding> findings) {
    WishOptions patience = WishOptions.defaults().giveUpAfter(settings.isolation());
    return new ExternalAlerts(defender, store)
        .publish(
            findings,
            PublishOptions.defaults()
                .locator(new HuntingLocator(new HuntingClient(defender)))
                .eventWithin(settings.event())
                .followInvestigation(settings.investigation())
                .respond(new IsolationRule(new ResponseClient(defender), patience))
                .onProgress(this::show))
        .await(LONGEST);
  }

  private void show(PublishProgress progress) {
    out.println(
        "  "
            + progress.ended()
            + " of "
            + progress.findings()
            + " ended, "
            + progress.published()
            + " published");
  }
}
