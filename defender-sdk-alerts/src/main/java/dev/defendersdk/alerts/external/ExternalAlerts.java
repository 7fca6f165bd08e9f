package dev.defendersdk.alerts.external;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.argument.Check;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Findings of a partner's own product as alerts of Defender: each tied to the event that Defender
 * recorded on the device, and pushed once, whatever becomes of an answer or of this process. Make
 * one for a tenant, and keep it: its findings go in the order of their severity, and share the
 * quota. No thread waits.
 *
 * <pre>{@code
 * ExternalAlerts external =
 *     new ExternalAlerts(defender, FindingStore.file(Path.of("findings.store")));
 * PublishReport report =
 *     external
 *         .publish(
 *             findings,
 *             PublishOptions.defaults()
 *                 .locator(byHunting)
 *                 .followInvestigation(Duration.ofMinutes(30))
 *                 .respond(isolate))
 *         .await(Duration.ofHours(2));
 * }</pre>
 *
 * <p>What is pushed is noted in the store before and after, by the finding's key. After a lost
 * answer, and after a restart that came in between, the alert is looked for before it is asked for
 * again: by machine, title, the event's time and the time of the request. So is an older alert that
 * has absorbed it, if the event is the first or the last one of that alert, and if it is still open
 * or was resolved more than five minutes after the request: by so much the service's clock may
 * differ from this machine's. The service keeps no mark of a request, and of the events of an alert
 * it tells the times of these two alone: where the event lies in between, or the alert was resolved
 * sooner, nothing shows that it was absorbed, and it is asked for again. An alert that is still
 * open absorbs it then; where it is resolved, the finding gets a second alert rather than none.
 *
 * <p>An open alert of the same title on the same device absorbs a new one; the report tells one
 * from the other. The service creates 15 alerts a minute. Of these twelve are for all, and all for
 * findings of high severity, which overtake whatever waits. Needs {@code Alert.ReadWrite.All}.
 * Page: create-alert-by-reference.md. Thread-safe. When the client is closed all that is under way
 * ends, and the store knows what was.
 */
public final class ExternalAlerts {

  private static final int MOST_FINDINGS = 100_000;

  private final DefenderClient defender;
  private final Desk desk;

  /**
   * Publishes in this client's tenant.
   *
   * @param store what is kept of findings
   */
  public ExternalAlerts(DefenderClient defender, FindingStore store) {
    this.defender = Check.notNull(defender, "defender");
    Check.notNull(store, "store");
    this.desk =
        new Desk(
            new ServiceCalls(defender.background()),
            new Effects(defender.background(), defender.timeSource(), store, defender.tenantId()));
  }

  /** Publishes findings that know their events. Begins at once. */
  public PublishHandle publish(Collection<Finding> findings) {
    return publish(findings, PublishOptions.defaults());
  }

  /**
   * Publishes findings, the most severe first; those that come later and are more severe overtake
   * what waits, but for four that have been handed on already. A finding that is being published by
   * an earlier call waits for its end. Begins at once.
   *
   * @param findings from 1 to 100,000, of each key one
   * @throws IllegalArgumentException if a key comes twice, or a finding has no event and the
   *     options no locator
   */
  public PublishHandle publish(Collection<Finding> findings, PublishOptions options) {
    List<Finding> given = Check.size(findings, MOST_FINDINGS, "findings");
    Check.notNull(options, "options");
    Set<String> keys = new HashSet<>();
    for (Finding finding : given) {
      if (!keys.add(finding.key())) {
        throw new IllegalArgumentException(
            "findings has the key "
                + Check.quote(finding.key())
                + " twice: a finding is published once. Pass it once.");
      }
      if (options.locator() == null && finding.event().isEmpty()) {
        throw new IllegalArgumentException(
            "finding "
                + Check.quote(finding.key())
                + " has no event: an alert needs one. Set it with event(…), or pass options with a"
                + " locator(…).");
      }
    }
    Publication publication = new Publication(given, options, desk);
    publication.begin();
    return new PublishHandle(publication, defender.timeSource());
  }

  @Override
  public String toString() {
    return "ExternalAlerts[" + defender + "]";
  }
}
