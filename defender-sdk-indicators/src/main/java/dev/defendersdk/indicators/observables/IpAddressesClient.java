package dev.defendersdk.indicators.observables;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.call.Call;

/**
 * What Defender knows of IP addresses. A cheap view of a client: make one where it is needed.
 * Immutable and thread-safe.
 *
 * <p>Permission: {@code Ip.Read.All}. Quota: 100 calls a minute and 1,500 an hour. All methods
 * throw {@link dev.defendersdk.core.error.DefenderException} if the call fails, and {@link
 * IllegalArgumentException} for wrong arguments, before any call.
 */
public final class IpAddressesClient {

  private final DefenderClient defender;

  /** A view of the addresses of this client's tenant. */
  public IpAddressesClient(DefenderClient defender) {
    this.defender = Check.notNull(defender, "defender");
  }

  /**
   * How many devices talked to an address in the last 30 days; 0 if it is not known. Page:
   * get-ip-statistics.md.
   *
   * @param ipAddress IPv4 or IPv6
   */
  public IpStatistics statistics(String ipAddress) {
    return statistics(ipAddress, CallOptions.defaults());
  }

  /** How many devices talked to an address in the last 30 days, with options. Page: as without. */
  public IpStatistics statistics(String ipAddress, CallOptions options) {
    return defender.execute(statisticsOf(ipAddress), options);
  }

  /**
   * How many devices talked to an address in the last hours. Page: get-ip-statistics.md.
   *
   * @param lookBackHours from 1 to 720
   */
  public IpStatistics statistics(String ipAddress, int lookBackHours) {
    return statistics(ipAddress, lookBackHours, CallOptions.defaults());
  }

  /** How many devices talked to an address in the last hours, with options. Page: as without. */
  public IpStatistics statistics(String ipAddress, int lookBackHours, CallOptions options) {
    return defender.execute(LookBack.on(statisticsOf(ipAddress), lookBackHours), options);
  }

  private static Call<IpStatistics> statisticsOf(String ipAddress) {
    return Call.of(ObservableOperations.GET_IP_STATISTICS).path("ip", Keys.address(ipAddress));
  }
}
