package dev.defendersdk.alerts.graph;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.Paged;
import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.error.ErrorReport;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The incidents of a tenant, through Microsoft Graph. A cheap view of a client: make one where it
 * is needed. Immutable and thread-safe.
 *
 * <pre>{@code
 * IncidentsClient incidents = new IncidentsClient(defender);
 * for (Incident incident : incidents.list(q -> q.where(i -> i.status().eq(IncidentStatus.ACTIVE)))) {
 *   for (SecurityAlert alert : incidents.alertsOf(incident.id())) {
 *     …
 *   }
 * }
 * }</pre>
 *
 * <p>Permissions: reading needs {@code SecurityIncident.Read.All} or {@code
 * SecurityIncident.ReadWrite.All}, changing {@code SecurityIncident.ReadWrite.All}, merging {@code
 * SecurityData.Manage.All}. Quota: 150 calls a minute, together with those of {@link
 * SecurityAlertsClient}; the page names alerts alone. All methods throw {@link
 * dev.defendersdk.core.error.DefenderException} if the call fails, and {@link
 * IllegalArgumentException} for wrong arguments, before any call.
 */
public final class IncidentsClient {

  private final DefenderClient defender;

  /** A view of the incidents of this client's tenant. */
  public IncidentsClient(DefenderClient defender) {
    this.defender = Check.notNull(defender, "defender");
  }

  /**
   * The incidents, without their alerts, by the page the newest first. Page:
   * security-list-incidents.md.
   *
   * <p>Of a large tenant not all: past some depth, which no page states, the service was seen to
   * give no further page, and the list ends as if it were complete. While incidents come, the order
   * moves as well, and one may come twice. To read all, ask for {@link
   * IncidentQuery#orderByLastUpdate()}, and when a list has ended, ask again for those with a
   * {@code lastUpdateDateTime} from that of its last incident on, until nothing new comes; those
   * that came before are to be left out.
   */
  public Paged<Incident> list() {
    return list(IncidentQuery.all());
  }

  /** The incidents of a query, built in place. Page: security-list-incidents.md. */
  public Paged<Incident> list(UnaryOperator<IncidentQuery> query) {
    return list(Check.notNull(query, "query").apply(IncidentQuery.all()));
  }

  /** The incidents of a query. Page: security-list-incidents.md. */
  public Paged<Incident> list(IncidentQuery query) {
    return list(query, CallOptions.defaults());
  }

  /** The incidents of a query, each page with these options. Page: security-list-incidents.md. */
  public Paged<Incident> list(IncidentQuery query, CallOptions options) {
    return defender.list(
        Call.of(IncidentOperations.LIST).query(Check.notNull(query, "query").toListQuery()),
        options);
  }

  /**
   * One incident, without its alerts. Page: security-incident-get.md.
   *
   * @throws dev.defendersdk.core.error.NotFoundException if there is none
   */
  public Incident get(String incidentId) {
    return get(incidentId, CallOptions.defaults());
  }

  /**
   * One incident without its alerts, with options. Page: security-incident-get.md.
   *
   * @throws dev.defendersdk.core.error.NotFoundException if there is none
   */
  public Incident get(String incidentId, CallOptions options) {
    return fetch(GraphRequests.incidentId(incidentId), options);
  }

  /**
   * One incident, with its alerts and their evidence. That they can be had in one call follows from
   * the resource's page; the operation's own names no option. Page: security-incident-get.md.
   *
   * @throws dev.defendersdk.core.error.NotFoundException if there is none
   */
  public Incident getWithAlerts(String incidentId) {
    return getWithAlerts(incidentId, CallOptions.defaults());
  }

  /**
   * One incident with its alerts, with options. Page: security-incident-get.md.
   *
   * @throws dev.defendersdk.core.error.NotFoundException if there is none
   */
  public Incident getWithAlerts(String incidentId, CallOptions options) {
    return defender.execute(
        Call.of(IncidentOperations.GET)
            .path("incidentId", GraphRequests.incidentId(incidentId))
            .query("$expand", "alerts"),
        options);
  }

  /**
   * The incident that one is now: itself, or the one that it was merged into, as often as that
   * happened. One call for each. Page: security-incident.md.
   *
   * @throws dev.defendersdk.core.error.NotFoundException if one of them is gone
   */
  public Incident getFollowingRedirects(String incidentId) {
    return getFollowingRedirects(incidentId, CallOptions.defaults());
  }

  /** The incident that one is now, each call with these options. Page: security-incident.md. */
  public Incident getFollowingRedirects(String incidentId, CallOptions options) {
    Set<String> visited = new LinkedHashSet<>();
    String next = GraphRequests.incidentId(incidentId);
    while (visited.add(next)) {
      Incident incident = fetch(next, options);
      String target = incident.redirectIncidentId();
      if (target == null || target.isBlank()) {
        return incident;
      }
      next = target;
    }
    throw ErrorReport.of(ErrorKind.UNREADABLE_ANSWER)
        .operation(IncidentOperations.GET.id())
        .detail("the incidents " + visited + " redirect to each other")
        .advice("Take one of them as it is.")
        .toException();
  }

  /**
   * The alerts of an incident, with their evidence. Page: alertsv1-alertsv2-migration.md, which
   * names no options.
   *
   * @throws dev.defendersdk.core.error.NotFoundException if there is no such incident
   */
  public Paged<SecurityAlert> alertsOf(String incidentId) {
    return alertsOf(incidentId, CallOptions.defaults());
  }

  /** The alerts of an incident, with options. Page: alertsv1-alertsv2-migration.md. */
  public Paged<SecurityAlert> alertsOf(String incidentId, CallOptions options) {
    return defender.list(
        Call.of(IncidentOperations.LIST_ALERTS)
            .path("incidentId", GraphRequests.incidentId(incidentId)),
        options);
  }

  /**
   * Changes an incident, said in place: {@code update(id, u -> u.status(IncidentStatus.RESOLVED))}.
   * Page: security-incident-update.md.
   *
   * @return the incident as it is then
   * @throws dev.defendersdk.core.error.NotFoundException if there is none
   */
  public Incident update(String incidentId, UnaryOperator<IncidentUpdate> update) {
    return update(incidentId, Check.notNull(update, "update").apply(IncidentUpdate.nothing()));
  }

  /**
   * Changes an incident. Page: security-incident-update.md.
   *
   * @param update at least one change
   * @return the incident as it is then
   * @throws dev.defendersdk.core.error.NotFoundException if there is none
   */
  public Incident update(String incidentId, IncidentUpdate update) {
    return update(incidentId, update, CallOptions.defaults());
  }

  /** Changes an incident, with options. Page: security-incident-update.md. */
  public Incident update(String incidentId, IncidentUpdate update, CallOptions options) {
    return defender.execute(
        GraphRequests.withMembers(
            Call.of(IncidentOperations.UPDATE)
                .path("incidentId", GraphRequests.incidentId(incidentId)),
            GraphRequests.changes(Check.notNull(update, "update").members())),
        options);
  }

  /**
   * Adds a comment. If the answer is lost, {@link
   * dev.defendersdk.core.error.OutcomeUnknownException} says so: the incident's comments tell
   * whether it was added, and it is not sent again by itself. Page:
   * security-incident-post-comments.md.
   *
   * @param comment not blank; no page gives a bound
   * @return all comments of the incident
   * @throws dev.defendersdk.core.error.NotFoundException if there is no such incident
   */
  public List<SecurityAlertComment> addComment(String incidentId, String comment) {
    return addComment(incidentId, comment, CallOptions.defaults());
  }

  /** Adds a comment, with options. Page: security-incident-post-comments.md. */
  public List<SecurityAlertComment> addComment(
      String incidentId, String comment, CallOptions options) {
    return defender.execute(
        GraphRequests.withComment(
            Call.of(IncidentOperations.ADD_COMMENT)
                .path("incidentId", GraphRequests.incidentId(incidentId)),
            comment),
        options);
  }

  /**
   * Merges incidents into one, which the answer names: no page says which of them it is. The others
   * should then redirect to it (inferred: see {@link #getFollowingRedirects(String)}). Needs {@code
   * SecurityData.Manage.All}. Page: security-incident-mergeincidents.md.
   *
   * @throws dev.defendersdk.core.error.NotFoundException if one of them is not there; no page says
   *     so
   */
  public MergeResponse merge(IncidentMerge merge) {
    return merge(merge, CallOptions.defaults());
  }

  /** Merges incidents, with options. Page: security-incident-mergeincidents.md. */
  public MergeResponse merge(IncidentMerge merge, CallOptions options) {
    return defender.execute(
        GraphRequests.withMembers(
            Call.of(IncidentOperations.MERGE), Check.notNull(merge, "merge").members()),
        options);
  }

  private Incident fetch(String incidentId, CallOptions options) {
    return defender.execute(
        Call.of(IncidentOperations.GET).path("incidentId", incidentId), options);
  }

  @Override
  public String toString() {
    return "IncidentsClient[" + defender + "]";
  }
}
