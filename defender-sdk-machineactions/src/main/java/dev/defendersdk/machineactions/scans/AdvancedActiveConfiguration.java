package dev.defendersdk.machineactions.scans;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings of active scans. Source: service metadata, which explains none of them.
 *
 * @param addresses as named
 * @param siteId as named
 * @param scanIdentifier as named
 * @param maxConcurrentScans as named
 * @param portCheckTimeout as named; the unit is not known
 * @param singleScanTimeout as named; the unit is not known
 * @param disabledScanners as named
 * @param enabledEndpoints as named
 * @param exportHMI as named
 * @param externalAddress as named
 * @param enableTCPPortScan as named
 * @param exportSuccessfullOnlyAddresses as named, misspelt by the service
 * @param zone as named
 * @param force as named
 * @param safe as named
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record AdvancedActiveConfiguration(
    List<String> addresses,
    @Nullable String siteId,
    @Nullable String scanIdentifier,
    @Nullable Integer maxConcurrentScans,
    @Nullable Double portCheckTimeout,
    @Nullable Integer singleScanTimeout,
    List<String> disabledScanners,
    List<String> enabledEndpoints,
    @Nullable Boolean exportHMI,
    @Nullable Boolean externalAddress,
    @Nullable Boolean enableTCPPortScan,
    @Nullable Boolean exportSuccessfullOnlyAddresses,
    @Nullable String zone,
    @Nullable Boolean force,
    @Nullable Boolean safe,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  /** Shows the type alone. */
  @Override
  public String toString() {
    return "AdvancedActiveConfiguration[]";
  }
}
