package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A container of blobs, of any cloud. Page: security-blobcontainerevidence.md.
 *
 * <p>What all evidence has is told at {@link Evidence}.
 *
 * @param name its name
 * @param storageResource the storage account that it is in
 * @param url its address
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record BlobContainerEvidence(
    @JsonProperty("@odata.type") @Nullable EvidenceType evidenceType,
    @Nullable Instant createdDateTime,
    @Nullable EvidenceVerdict verdict,
    @Nullable EvidenceRemediationStatus remediationStatus,
    @Nullable String remediationStatusDetails,
    List<EvidenceRole> roles,
    List<String> detailedRoles,
    List<String> tags,
    @Nullable String name,
    @Nullable AzureResourceEvidence storageResource,
    @Nullable String url,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties)
    implements Evidence {

  /** Shows name alone. */
  @Override
  public String toString() {
    return "BlobContainerEvidence[" + name + "]";
  }
}
