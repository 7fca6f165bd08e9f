package dev.defendersdk.alerts;

import dev.defendersdk.core.call.Operation;
import dev.defendersdk.core.call.Permissions;
import dev.defendersdk.core.call.Repeatability;
import java.util.List;

/** The operations that return alerts and what is a part of them: all that is known, as data. */
public final class AlertOperations {

  private static final Permissions READ =
      Permissions.anyOf("Alert.Read.All", "Alert.ReadWrite.All")
          .orDelegated("Alert.Read", "Alert.ReadWrite");

  // update-alert.md prints Alerts.ReadWrite.All, all other pages this.
  private static final Permissions WRITE =
      Permissions.anyOf("Alert.ReadWrite.All").orDelegated("Alert.ReadWrite");

  /** Lists alerts. */
  public static final Operation<List<Alert>> LIST =
      Operation.get("alerts.list", "/api/alerts")
          .permissions(READ)
          .page("get-alerts.md")
          .pagedBySkip(10_000)
          // No page states the size of a page that is not asked for.
          .alwaysSendsTop()
          .returnsListOf(Alert.class);

  /** Gets one alert. */
  public static final Operation<Alert> GET =
      Operation.get("alerts.get", "/api/alerts/{id}")
          .permissions(READ)
          .page("get-alert-info-by-id.md")
          .returns(Alert.class);

  /** Changes an alert. Repeatable but for a comment, which each sending adds. */
  public static final Operation<Alert> UPDATE =
      Operation.patch("alerts.update", "/api/alerts/{id}")
          .permissions(WRITE)
          .page("update-alert.md")
          .returns(Alert.class);

  /** Changes many alerts alike. Repeatable but for a comment, which each sending adds. */
  public static final Operation<Void> BATCH_UPDATE =
      Operation.post("alerts.batchUpdate", "/api/alerts/batchUpdate")
          .permissions(WRITE)
          .limits(10, 500)
          .repeatability(Repeatability.REPEATABLE)
          .page("batch-update-alerts.md")
          .returnsNothing();

  /** Creates an alert on an event that Defender recorded. */
  public static final Operation<Alert> CREATE_BY_REFERENCE =
      Operation.post("alerts.createByReference", "/api/alerts/CreateAlertByReference")
          .permissions(WRITE)
          // 15 a minute; no bound for an hour is given.
          .limits(15, 900)
          .page("create-alert-by-reference.md")
          .returns(Alert.class);

  /** Lists the alerts of a machine. */
  public static final Operation<List<Alert>> LIST_OF_MACHINE =
      Operation.get("machines.listAlerts", "/api/machines/{id}/alerts")
          .permissions(READ)
          .page("get-machine-related-alerts.md")
          .returnsListOf(Alert.class);

  /** Counts the alerts of a machine. */
  public static final Operation<Long> COUNT_OF_MACHINE =
      Operation.get("machines.countAlerts", "/api/machines/{id}/alerts/$count")
          .permissions(READ)
          .page("exposed-apis-odata-samples.md")
          .returnsCount();

  /** Lists the alerts of a file. */
  public static final Operation<List<Alert>> LIST_OF_FILE =
      Operation.get("files.listAlerts", "/api/files/{sha1}/alerts")
          .permissions(READ)
          .page("get-file-related-alerts.md")
          .returnsListOf(Alert.class);

  /** Lists the alerts of an IP address. */
  public static final Operation<List<Alert>> LIST_OF_IP =
      Operation.get("ips.listAlerts", "/api/ips/{ip}/alerts")
          .permissions(READ)
          .page("get-ip-related-alerts.md")
          .returnsListOf(Alert.class);

  /** Lists the alerts of a domain. */
  public static final Operation<List<Alert>> LIST_OF_DOMAIN =
      Operation.get("domains.listAlerts", "/api/domains/{domain}/alerts")
          // The page lists this permission alone, unlike its four sisters.
          .permissions(WRITE)
          .page("get-domain-related-alerts.md")
          .returnsListOf(Alert.class);

  /** Lists the alerts of a user. */
  public static final Operation<List<Alert>> LIST_OF_USER =
      Operation.get("users.listAlerts", "/api/users/{userName}/alerts")
          .permissions(READ)
          .page("get-user-related-alerts.md")
          .returnsListOf(Alert.class);

  /** Lists the domains of an alert. */
  public static final Operation<List<RelatedDomain>> LIST_DOMAINS =
      Operation.get("alerts.listDomains", "/api/alerts/{id}/domains")
          // The page prints URL.Read.All; tokens hold it so.
          .permissions(Permissions.anyOf("Url.Read.All"))
          .page("get-alert-related-domain-info.md")
          // What an alert without domains answers is not said: a 404 may be that.
          .emptyWhenNotFound()
          .returnsListOf(RelatedDomain.class);

  /** Lists the IP addresses of an alert. */
  public static final Operation<List<RelatedIp>> LIST_IPS =
      Operation.get("alerts.listIps", "/api/alerts/{id}/ips")
          .permissions(Permissions.anyOf("Ip.Read.All"))
          .page("get-alert-related-ip-info.md")
          // As for domains.
          .emptyWhenNotFound()
          .returnsListOf(RelatedIp.class);

  private AlertOperations() {}

  /** All of them. */
  public static List<Operation<?>> all() {
    return List.of(
        LIST,
        GET,
        UPDATE,
        BATCH_UPDATE,
        CREATE_BY_REFERENCE,
        LIST_OF_MACHINE,
        COUNT_OF_MACHINE,
        LIST_OF_FILE,
        LIST_OF_IP,
        LIST_OF_DOMAIN,
        LIST_OF_USER,
        LIST_DOMAINS,
        LIST_IPS);
  }
}
