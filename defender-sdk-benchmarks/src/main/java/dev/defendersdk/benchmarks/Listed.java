package dev.defendersdk.benchmarks;

import dev.defendersdk.alerts.Alert;
import dev.defendersdk.alerts.AlertsClient;
import dev.defendersdk.alerts.graph.SecurityAlert;
import dev.defendersdk.alerts.graph.SecurityAlertsClient;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.Paged;
import dev.defendersdk.machineactions.machines.Machine;
import dev.defendersdk.machineactions.machines.MachinesClient;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * An entity that a tenant has very many of: how its pages look, and how a user lists it.
 *
 * @param path where its list is served
 * @param pageSize how many a page holds that is asked for without a size
 * @param list the list as a user reads it, by the SDK
 * @param parts how many further entities one holds, such as its evidence
 */
record Listed<T>(
    Class<T> type,
    String path,
    Pages pages,
    int pageSize,
    Function<DefenderClient, Paged<T>> list,
    ToIntFunction<T> parts) {

  /** Machines, in the service's largest pages. */
  static final Listed<Machine> MACHINES =
      new Listed<>(
          Machine.class,
          "/api/machines",
          new MachinePages(),
          10_000,
          defender -> new MachinesClient(defender).list(),
          machine -> machine.ipAddresses().size());

  /**
   * Alerts of Defender with their evidence. As gzip a page of the service's largest, 10,000, has
   * 6.8 MB, which is more than an eighth of a heap of 32 MB; one of 5,000 has 3.4 MB.
   */
  static final Listed<Alert> ALERTS =
      new Listed<>(
          Alert.class,
          "/api/alerts",
          new AlertPages(),
          10_000,
          defender ->
              new AlertsClient(defender).list(query -> query.expandEvidence().pageSize(5_000)),
          alert -> alert.evidence().size());

  /** Alerts of Microsoft Graph, in the largest pages that were seen. */
  static final Listed<SecurityAlert> SECURITY_ALERTS =
      new Listed<>(
          SecurityAlert.class,
          "/v1.0/security/alerts_v2",
          new SecurityAlertPages(),
          1_000,
          defender -> new SecurityAlertsClient(defender).list(),
          alert -> alert.evidence().size());

  private static final Map<String, Listed<?>> BY_NAME =
      Map.of("machines", MACHINES, "alerts", ALERTS, "securityAlerts", SECURITY_ALERTS);

  /** The one of a name, as it is given to a program. */
  static Listed<?> named(String name) {
    Listed<?> listed = BY_NAME.get(name);
    if (listed == null) {
      throw new IllegalArgumentException("name is " + name + ": pass one of " + BY_NAME.keySet());
    }
    return listed;
  }

  /** All that there are. */
  static List<Listed<?>> all() {
    return List.copyOf(BY_NAME.values());
  }
}
