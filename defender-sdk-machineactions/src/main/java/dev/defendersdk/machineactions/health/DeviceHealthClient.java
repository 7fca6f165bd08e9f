package dev.defendersdk.machineactions.health;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.Paged;
import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.call.Call;
import java.util.function.UnaryOperator;

/**
 * The health of the antivirus of a tenant's machines, as it is now. A cheap view of a client: make
 * one where it is needed. Immutable and thread-safe.
 *
 * <pre>{@code
 * DeviceHealthClient health = new DeviceHealthClient(defender);
 * for (DeviceAvInfo stale :
 *     health.list(q -> q.where(d -> d.avIsSignatureUpToDate().eq(UpToDate.FALSE)))) {
 *   …
 * }
 * }</pre>
 *
 * <p>Permission: {@code Machine.Read.All}. Quota: 30 calls a minute and 1,000 an hour. The service
 * recommends it for up to 100,000 machines. All methods throw {@link
 * dev.defendersdk.core.error.DefenderException} if the call fails, and {@link
 * IllegalArgumentException} for wrong arguments, before any call.
 */
public final class DeviceHealthClient {

  private final DefenderClient defender;

  /** A view of the health of the machines of this client's tenant. */
  public DeviceHealthClient(DefenderClient defender) {
    this.defender = Check.notNull(defender, "defender");
  }

  /** All machines. Page: device-health-export-antivirus-health-report-api.md. */
  public Paged<DeviceAvInfo> list() {
    return list(DeviceHealthQuery.all());
  }

  /**
   * The machines of a query, built in place. Page:
   * device-health-export-antivirus-health-report-api.md.
   */
  public Paged<DeviceAvInfo> list(UnaryOperator<DeviceHealthQuery> query) {
    return list(Check.notNull(query, "query").apply(DeviceHealthQuery.all()));
  }

  /** The machines of a query. Page: device-health-export-antivirus-health-report-api.md. */
  public Paged<DeviceAvInfo> list(DeviceHealthQuery query) {
    return list(query, CallOptions.defaults());
  }

  /**
   * The machines of a query, with options. Page:
   * device-health-export-antivirus-health-report-api.md.
   */
  public Paged<DeviceAvInfo> list(DeviceHealthQuery query, CallOptions options) {
    return defender.list(
        Call.of(DeviceHealthOperations.LIST).query(Check.notNull(query, "query").toListQuery()),
        options);
  }

  @Override
  public String toString() {
    return "DeviceHealthClient[" + defender + "]";
  }
}
