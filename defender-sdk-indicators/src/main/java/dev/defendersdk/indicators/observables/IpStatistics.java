package dev.defendersdk.indicators.observables;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How often an IP address was seen in the tenant. Page: get-ip-statistics.md, by its sample. Times
 * are UTC. The dates do not follow what was asked for by {@code lookBack}.
 *
 * @param ipAddress the address
 * @param organizationPrevalence how many devices of the tenant talked to it; 0 if it is not known
 * @param orgPrevalence the same in the older form, which answers may have alone or beside
 * @param orgFirstSeen when it was first seen in the tenant
 * @param orgLastSeen when it was last seen in the tenant
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record IpStatistics(
    @Nullable String ipAddress,
    @Nullable Integer organizationPrevalence,
    @Nullable String orgPrevalence,
    @Nullable Instant orgFirstSeen,
    @Nullable Instant orgLastSeen,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  /** How many devices of the tenant talked to it, from either form; null if not told. */
  public @Nullable Long inOrganization() {
    return Prevalence.of(organizationPrevalence, orgPrevalence);
  }

  /** Shows the address alone. */
  @Override
  public String toString() {
    return "IpStatistics[" + ipAddress + "]";
  }
}
