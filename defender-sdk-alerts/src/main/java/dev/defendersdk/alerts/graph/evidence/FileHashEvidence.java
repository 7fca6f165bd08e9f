package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A hash of a file, where the file itself is not known. Page: security-filehashevidence.md.
 *
 * <p>What all evidence has is told at {@link Evidence}.
 *
 * @param algorithm how it was made
 * @param value the hash, in hex
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record FileHashEvidence(
    @JsonProperty("@odata.type") @Nullable EvidenceType evidenceType,
    @Nullable Instant createdDateTime,
    @Nullable EvidenceVerdict verdict,
    @Nullable EvidenceRemediationStatus remediationStatus,
    @Nullable String remediationStatusDetails,
    List<EvidenceRole> roles,
    List<String> detailedRoles,
    List<String> tags,
    @Nullable FileHashAlgorithm algorithm,
    @Nullable String value,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties)
    implements Evidence {

  /** Shows value alone. */
  @Override
  public String toString() {
    return "FileHashEvidence[" + value + "]";
  }
}
