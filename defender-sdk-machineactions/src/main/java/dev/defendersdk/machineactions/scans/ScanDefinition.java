package dev.defendersdk.machineactions.scans;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an authenticated scan looks at, how often and how it signs in. Preview, as all of
 * authenticated scans. Page: get-authenticated-scan-properties.md; members that no page names are
 * from the service metadata.
 *
 * @param id its id, a GUID: opaque
 * @param scanType what it looks at
 * @param scanName its name
 * @param isActive whether it runs
 * @param target its targets, with commas between them
 * @param orgId the tenant, as the scanner knows it
 * @param intervalInHours hours from one scan to the next
 * @param createdBy who made it
 * @param targetType what its targets are
 * @param scanAuthenticationParams how it signs in: null in the answers of add and update, but the
 *     list is seen to hold it with its secrets
 * @param scannerAgent the machine that scans
 * @param latestScan its latest scan
 * @param isTroubleshootMode whether it is being troubleshot
 * @param advancedActiveConfiguration settings of active scans
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record ScanDefinition(
    @Nullable String id,
    @Nullable AuthScanType scanType,
    @Nullable String scanName,
    @Nullable Boolean isActive,
    @Nullable String target,
    @Nullable String orgId,
    @Nullable Integer intervalInHours,
    @Nullable String createdBy,
    @Nullable TargetType targetType,
    @Nullable ScanAuthenticationParams scanAuthenticationParams,
    @Nullable DefinitionAgent scannerAgent,
    @Nullable LatestScan latestScan,
    @Nullable Boolean isTroubleshootMode,
    @Nullable AdvancedActiveConfiguration advancedActiveConfiguration,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  /** Shows id and type alone. */
  @Override
  public String toString() {
    return "ScanDefinition[" + id + ", " + scanType + "]";
  }
}
