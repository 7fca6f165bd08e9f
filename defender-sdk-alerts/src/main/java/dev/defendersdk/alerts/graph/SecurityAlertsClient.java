package dev.defendersdk.alerts.graph;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.Paged;
import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.call.Call;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The alerts of a tenant through Microsoft Graph ({@code alerts_v2}): those of all products of
 * Defender, with their evidence. A cheap view of a client: make one where it is needed. Immutable
 * and thread-safe.
 *
 * <pre>{@code
 * SecurityAlertsClient alerts = new SecurityAlertsClient(defender);
 * for (SecurityAlert alert :
 *     alerts.list(q -> q.where(a -> a.severity().eq(SecurityAlertSeverity.HIGH)))) {
 *   for (DeviceEvidence device : alert.evidenceOf(DeviceEvidence.class)) {
 *     …
 *   }
 * }
 * }</pre>
 *
 * <p>What it never returns, though Defender's own list does: alerts that a tuning rule suppressed,
 * and detections that became part of no incident (alertsv1-alertsv2-migration.md). {@link
 * AlertMapping} turns the one kind of alert into the other.
 *
 * <p>Permissions: reading needs {@code SecurityAlert.Read.All} or {@code
 * SecurityAlert.ReadWrite.All}, changing {@code SecurityAlert.ReadWrite.All}, moving {@code
 * SecurityData.Manage.All}. Quota: 150 calls a minute, together with those of {@link
 * IncidentsClient}. Where some products could not be asked, Graph may answer 206; no page knows of
 * it here, and a {@code CallListener} sees it as the status of the attempt. All methods throw
 * {@link dev.defendersdk.core.error.DefenderException} if the call fails, and {@link
 * IllegalArgumentException} for wrong arguments, before any call.
 */
public final class SecurityAlertsClient {

  private final DefenderClient defender;

  /** A view of the alerts of this client's tenant. */
  public SecurityAlertsClient(DefenderClient defender) {
    this.defender = Check.notNull(defender, "defender");
  }

  /**
   * The alerts, by the page the newest first. Page: security-list-alerts_v2.md.
   *
   * <p>Of a large tenant not all: past some depth, which no page states, the service was seen to
   * give no further page, and the list ends as if it were complete. While alerts come, the order
   * moves as well, and one may come twice. To read all, ask for {@link
   * SecurityAlertQuery#orderByLastUpdate()}, and when a list has ended, ask again for those with a
   * {@code lastUpdateDateTime} from that of its last alert on, until nothing new comes; those that
   * came before are to be left out.
   */
  public Paged<SecurityAlert> list() {
    return list(SecurityAlertQuery.all());
  }

  /** The alerts of a query, built in place. Page: security-list-alerts_v2.md. */
  public Paged<SecurityAlert> list(UnaryOperator<SecurityAlertQuery> query) {
    return list(Check.notNull(query, "query").apply(SecurityAlertQuery.all()));
  }

  /** The alerts of a query. Page: security-list-alerts_v2.md. */
  public Paged<SecurityAlert> list(SecurityAlertQuery query) {
    return list(query, CallOptions.defaults());
  }

  /** The alerts of a query, each page with these options. Page: security-list-alerts_v2.md. */
  public Paged<SecurityAlert> list(SecurityAlertQuery query, CallOptions options) {
    return defender.list(
        Call.of(SecurityAlertOperations.LIST).query(Check.notNull(query, "query").toListQuery()),
        options);
  }

  /**
   * One alert, with its evidence. Page: security-alert-get.md.
   *
   * @param alertId for an alert of Defender for Endpoint the same id as there
   * @throws dev.defendersdk.core.error.NotFoundException if there is none
   */
  public SecurityAlert get(String alertId) {
    return get(alertId, CallOptions.defaults());
  }

  /**
   * One alert, with options. Page: security-alert-get.md.
   *
   * @throws dev.defendersdk.core.error.NotFoundException if there is none
   */
  public SecurityAlert get(String alertId, CallOptions options) {
    return defender.execute(
        Call.of(SecurityAlertOperations.GET).path("alertId", GraphRequests.alertId(alertId)),
        options);
  }

  /**
   * Changes an alert, said in place: {@code update(id, u ->
   * u.status(SecurityAlertStatus.RESOLVED))}. Page: security-alert-update.md.
   *
   * @return the alert as it is then
   * @throws dev.defendersdk.core.error.NotFoundException if there is none
   */
  public SecurityAlert update(String alertId, UnaryOperator<SecurityAlertUpdate> update) {
    return update(alertId, Check.notNull(update, "update").apply(SecurityAlertUpdate.nothing()));
  }

  /**
   * Changes an alert. Page: security-alert-update.md.
   *
   * @param update at least one change
   * @return the alert as it is then
   * @throws dev.defendersdk.core.error.NotFoundException if there is none
   */
  public SecurityAlert update(String alertId, SecurityAlertUpdate update) {
    return update(alertId, update, CallOptions.defaults());
  }

  /** Changes an alert, with options. Page: security-alert-update.md. */
  public SecurityAlert update(String alertId, SecurityAlertUpdate update, CallOptions options) {
    return defender.execute(
        GraphRequests.withMembers(
            Call.of(SecurityAlertOperations.UPDATE).path("alertId", GraphRequests.alertId(alertId)),
            GraphRequests.changes(Check.notNull(update, "update").members())),
        options);
  }

  /**
   * Adds a comment. If the answer is lost, {@link
   * dev.defendersdk.core.error.OutcomeUnknownException} says so: the alert's comments tell whether
   * it was added, and it is not sent again by itself. Page: security-alert-post-comments.md.
   *
   * @param comment not blank; no page gives a bound
   * @return all comments of the alert
   * @throws dev.defendersdk.core.error.NotFoundException if there is no such alert
   */
  public List<SecurityAlertComment> addComment(String alertId, String comment) {
    return addComment(alertId, comment, CallOptions.defaults());
  }

  /** Adds a comment, with options. Page: security-alert-post-comments.md. */
  public List<SecurityAlertComment> addComment(
      String alertId, String comment, CallOptions options) {
    return defender.execute(
        GraphRequests.withComment(
            Call.of(SecurityAlertOperations.ADD_COMMENT)
                .path("alertId", GraphRequests.alertId(alertId)),
            comment),
        options);
  }

  /**
   * Moves alerts to another incident, or to a new one. Needs {@code SecurityData.Manage.All}. If
   * the answer is lost, each alert's incident tells what became of it. Page:
   * security-alert-movealerts.md.
   *
   * @throws dev.defendersdk.core.error.NotFoundException if one of the alerts or the incident is
   *     not there; no page says so
   */
  public MergeResponse move(AlertMove move) {
    return move(move, CallOptions.defaults());
  }

  /** Moves alerts, with options. Page: security-alert-movealerts.md. */
  public MergeResponse move(AlertMove move, CallOptions options) {
    return defender.execute(
        GraphRequests.withMembers(
            Call.of(SecurityAlertOperations.MOVE), Check.notNull(move, "move").members()),
        options);
  }

  @Override
  public String toString() {
    return "SecurityAlertsClient[" + defender + "]";
  }
}
