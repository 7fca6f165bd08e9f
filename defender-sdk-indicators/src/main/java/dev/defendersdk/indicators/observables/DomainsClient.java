package dev.defendersdk.indicators.observables;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.call.Call;

/**
 * What Defender knows of domains. A cheap view of a client: make one where it is needed. Immutable
 * and thread-safe.
 *
 * <p>Permission: {@code Url.Read.All}. Quota: 100 calls a minute and 1,500 an hour. All methods
 * throw {@link dev.defendersdk.core.error.DefenderException} if the call fails, and {@link
 * IllegalArgumentException} for wrong arguments, before any call.
 */
public final class DomainsClient {

  private final DefenderClient defender;

  /** A view of the domains of this client's tenant. */
  public DomainsClient(DefenderClient defender) {
    this.defender = Check.notNull(defender, "defender");
  }

  /**
   * How many devices talked to a domain in the last 30 days; 0 if it is not known. Page:
   * get-domain-statistics.md.
   *
   * @param domain a name such as {@code www.contoso.com}, not a URL
   */
  public DomainStatistics statistics(String domain) {
    return statistics(domain, CallOptions.defaults());
  }

  /** How many devices talked to a domain in the last 30 days, with options. Page: as without. */
  public DomainStatistics statistics(String domain, CallOptions options) {
    return defender.execute(statisticsOf(domain), options);
  }

  /**
   * How many devices talked to a domain in the last hours. Page: get-domain-statistics.md.
   *
   * @param lookBackHours from 1 to 720
   */
  public DomainStatistics statistics(String domain, int lookBackHours) {
    return statistics(domain, lookBackHours, CallOptions.defaults());
  }

  /** How many devices talked to a domain in the last hours, with options. Page: as without. */
  public DomainStatistics statistics(String domain, int lookBackHours, CallOptions options) {
    return defender.execute(LookBack.on(statisticsOf(domain), lookBackHours), options);
  }

  private static Call<DomainStatistics> statisticsOf(String domain) {
    return Call.of(ObservableOperations.GET_DOMAIN_STATISTICS).path("domain", Keys.domain(domain));
  }
}
