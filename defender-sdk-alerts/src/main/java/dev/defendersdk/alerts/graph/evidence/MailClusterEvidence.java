package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Mails that are alike, as an automated investigation grouped them. Page:
 * security-mailclusterevidence.md.
 *
 * <p>What all evidence has is told at {@link Evidence}.
 *
 * @param clusterBy in what they are alike
 * @param clusterByValue the value that they have in common
 * @param emailCount how many they are
 * @param networkMessageIds the ids of the mails
 * @param query the query that finds them
 * @param urn the group's name in the automated investigation
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record MailClusterEvidence(
    @JsonProperty("@odata.type") @Nullable EvidenceType evidenceType,
    @Nullable Instant createdDateTime,
    @Nullable EvidenceVerdict verdict,
    @Nullable EvidenceRemediationStatus remediationStatus,
    @Nullable String remediationStatusDetails,
    List<EvidenceRole> roles,
    List<String> detailedRoles,
    List<String> tags,
    @Nullable String clusterBy,
    @Nullable String clusterByValue,
    @Nullable Long emailCount,
    List<String> networkMessageIds,
    @Nullable String query,
    @Nullable String urn,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties)
    implements Evidence {

  /** Shows urn alone. */
  @Override
  public String toString() {
    return "MailClusterEvidence[" + urn + "]";
  }
}
