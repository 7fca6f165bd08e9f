package dev.defendersdk.alerts.graph;

import dev.defendersdk.core.call.Operation;
import dev.defendersdk.core.call.Permissions;
import java.util.List;

/** The operations on alerts of Microsoft Graph: all that the SDK knows of them, as data. */
public final class SecurityAlertOperations {

  private static final Permissions READ =
      Permissions.anyOf("SecurityAlert.Read.All", "SecurityAlert.ReadWrite.All")
          .orDelegated("SecurityAlert.Read.All", "SecurityAlert.ReadWrite.All");

  private static final Permissions WRITE =
      Permissions.anyOf("SecurityAlert.ReadWrite.All").orDelegated("SecurityAlert.ReadWrite.All");

  /** Lists alerts. */
  public static final Operation<List<SecurityAlert>> LIST =
      GraphRequests.common(Operation.get("graph.alerts.list", "/v1.0/security/alerts_v2"))
          .permissions(READ)
          .page("security-list-alerts_v2.md")
          // No page gives a bound: live clients see more than 1,000 cut down to that. Nor does one
          // give the size without $top, and each page costs one of 150 calls a minute.
          .pagedByLink(1_000)
          .alwaysSendsTop()
          .returnsListOf(SecurityAlert.class);

  /** Gets one alert. */
  public static final Operation<SecurityAlert> GET =
      GraphRequests.common(Operation.get("graph.alerts.get", "/v1.0/security/alerts_v2/{alertId}"))
          .permissions(READ)
          .page("security-alert-get.md")
          .returns(SecurityAlert.class);

  /** Changes an alert. */
  public static final Operation<SecurityAlert> UPDATE =
      GraphRequests.common(
              Operation.patch("graph.alerts.update", "/v1.0/security/alerts_v2/{alertId}"))
          .permissions(WRITE)
          .page("security-alert-update.md")
          .returns(SecurityAlert.class);

  /** Adds a comment to an alert. Sent twice it may be there twice. */
  public static final Operation<List<SecurityAlertComment>> ADD_COMMENT =
      GraphRequests.common(
              Operation.post(
                  "graph.alerts.addComment", "/v1.0/security/alerts_v2/{alertId}/comments"))
          .permissions(WRITE)
          .page("security-alert-post-comments.md")
          .returnsListOf(SecurityAlertComment.class);

  /** Moves alerts to an incident. Sent twice it may comment twice, or create two incidents. */
  public static final Operation<MergeResponse> MOVE =
      GraphRequests.common(
              Operation.post("graph.alerts.move", "/v1.0/security/alerts_v2/moveAlerts"))
          // Its table was not seen: inferred from merging (graph-security.md, section 2).
          .permissions(
              Permissions.anyOf("SecurityData.Manage.All").orDelegated("SecurityData.Manage.All"))
          .page("security-alert-movealerts.md")
          .returns(MergeResponse.class);

  private SecurityAlertOperations() {}

  /** All of them. */
  public static List<Operation<?>> all() {
    return List.of(LIST, GET, UPDATE, ADD_COMMENT, MOVE);
  }
}
