package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A resource of Google Cloud. Page: security-googlecloudresourceevidence.md.
 *
 * <p>What all evidence has is told at {@link Evidence}.
 *
 * @param fullResourceName its full name, which begins with {@code //}
 * @param resourceName its name
 * @param resourceType its type
 * @param projectId the project that it belongs to
 * @param projectNumber that project's number
 * @param location the zone or region that it is in
 * @param locationType what {@code location} names
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record GoogleCloudResourceEvidence(
    @JsonProperty("@odata.type") @Nullable EvidenceType evidenceType,
    @Nullable Instant createdDateTime,
    @Nullable EvidenceVerdict verdict,
    @Nullable EvidenceRemediationStatus remediationStatus,
    @Nullable String remediationStatusDetails,
    List<EvidenceRole> roles,
    List<String> detailedRoles,
    List<String> tags,
    @Nullable String fullResourceName,
    @Nullable String resourceName,
    @Nullable String resourceType,
    @Nullable String projectId,
    @Nullable Long projectNumber,
    @Nullable String location,
    @Nullable GoogleCloudLocationType locationType,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties)
    implements Evidence {

  /** Shows fullResourceName alone. */
  @Override
  public String toString() {
    return "GoogleCloudResourceEvidence[" + fullResourceName + "]";
  }
}
