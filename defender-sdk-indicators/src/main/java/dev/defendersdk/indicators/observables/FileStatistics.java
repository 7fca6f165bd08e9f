package dev.defendersdk.indicators.observables;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How often a file was seen. Page: get-file-statistics.md, by its samples. Times are UTC. The dates
 * do not follow what was asked for by {@code lookBack}.
 *
 * @param sha1 its SHA-1
 * @param organizationPrevalence on how many devices of the tenant it was seen
 * @param orgPrevalence the same in the older form, which answers may have alone or beside
 * @param orgFirstSeen when it was first seen in the tenant
 * @param orgLastSeen when it was last seen in the tenant
 * @param globallyPrevalence on how many devices of all tenants it was seen
 * @param globalPrevalence the same in the older form
 * @param globalFirstObserved when it was first seen in any tenant
 * @param globalLastObserved when it was last seen in any tenant
 * @param topFileNames the names that it had most often
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record FileStatistics(
    @Nullable String sha1,
    @Nullable Integer organizationPrevalence,
    @Nullable String orgPrevalence,
    @Nullable Instant orgFirstSeen,
    @Nullable Instant orgLastSeen,
    @Nullable Integer globallyPrevalence,
    @Nullable String globalPrevalence,
    @Nullable Instant globalFirstObserved,
    @Nullable Instant globalLastObserved,
    List<String> topFileNames,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  /** On how many devices of the tenant it was seen, from either form; null if not told. */
  public @Nullable Long inOrganization() {
    return Prevalence.of(organizationPrevalence, orgPrevalence);
  }

  /** On how many devices of all tenants it was seen, from either form; null if not told. */
  public @Nullable Long worldwide() {
    return Prevalence.of(globallyPrevalence, globalPrevalence);
  }

  /** Shows the SHA-1 alone. */
  @Override
  public String toString() {
    return "FileStatistics[" + sha1 + "]";
  }
}
