package dev.defendersdk.alerts.graph;

import dev.defendersdk.core.call.Operation;
import dev.defendersdk.core.call.Permissions;
import java.util.List;

/** The operations on incidents: all that the SDK knows of them, as data. */
public final class IncidentOperations {

  private static final Permissions READ =
      Permissions.anyOf("SecurityIncident.Read.All", "SecurityIncident.ReadWrite.All")
          .orDelegated("SecurityIncident.Read.All", "SecurityIncident.ReadWrite.All");

  private static final Permissions WRITE =
      Permissions.anyOf("SecurityIncident.ReadWrite.All")
          .orDelegated("SecurityIncident.ReadWrite.All");

  /** Lists incidents. */
  public static final Operation<List<Incident>> LIST =
      GraphRequests.common(Operation.get("graph.incidents.list", "/v1.0/security/incidents"))
          .permissions(READ)
          .page("security-list-incidents.md")
          // More is refused. Without $top no page gives a size.
          .pagedByLink(50)
          .alwaysSendsTop()
          .returnsListOf(Incident.class);

  /** Gets one incident. */
  public static final Operation<Incident> GET =
      GraphRequests.common(
              Operation.get("graph.incidents.get", "/v1.0/security/incidents/{incidentId}"))
          .permissions(READ)
          .page("security-incident-get.md")
          .returns(Incident.class);

  /** Lists the alerts of an incident. */
  public static final Operation<List<SecurityAlert>> LIST_ALERTS =
      GraphRequests.common(
              Operation.get(
                  "graph.incidents.listAlerts", "/v1.0/security/incidents/{incidentId}/alerts"))
          .permissions(READ)
          .page("concepts/alertsv1-alertsv2-migration.md")
          .returnsListOf(SecurityAlert.class);

  /** Changes an incident. */
  public static final Operation<Incident> UPDATE =
      GraphRequests.common(
              Operation.patch("graph.incidents.update", "/v1.0/security/incidents/{incidentId}"))
          .permissions(WRITE)
          .page("security-incident-update.md")
          .returns(Incident.class);

  /** Adds a comment to an incident. Sent twice it may be there twice. */
  public static final Operation<List<SecurityAlertComment>> ADD_COMMENT =
      GraphRequests.common(
              Operation.post(
                  "graph.incidents.addComment", "/v1.0/security/incidents/{incidentId}/comments"))
          .permissions(WRITE)
          .page("security-incident-post-comments.md")
          .returnsListOf(SecurityAlertComment.class);

  /** Merges incidents. Sent twice it may comment twice. */
  public static final Operation<MergeResponse> MERGE =
      GraphRequests.common(
              Operation.post("graph.incidents.merge", "/v1.0/security/incidents/mergeIncidents"))
          .permissions(
              Permissions.anyOf("SecurityData.Manage.All").orDelegated("SecurityData.Manage.All"))
          .page("security-incident-mergeincidents.md")
          .returns(MergeResponse.class);

  private IncidentOperations() {}

  /** All of them. */
  public static List<Operation<?>> all() {
    return List.of(LIST, GET, LIST_ALERTS, UPDATE, ADD_COMMENT, MERGE);
  }
}
