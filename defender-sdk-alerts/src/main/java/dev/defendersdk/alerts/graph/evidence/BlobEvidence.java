package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A blob in a storage account. Page: security-blobevidence.md.
 *
 * <p>What all evidence has is told at {@link Evidence}.
 *
 * @param blobContainer the container that it is in
 * @param etag the {@code ETag} of the blob's version
 * @param fileHashes hashes of its content
 * @param name its name
 * @param url its address
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record BlobEvidence(
    @JsonProperty("@odata.type") @Nullable EvidenceType evidenceType,
    @Nullable Instant createdDateTime,
    @Nullable EvidenceVerdict verdict,
    @Nullable EvidenceRemediationStatus remediationStatus,
    @Nullable String remediationStatusDetails,
    List<EvidenceRole> roles,
    List<String> detailedRoles,
    List<String> tags,
    @Nullable BlobContainerEvidence blobContainer,
    @Nullable String etag,
    List<FileHash> fileHashes,
    @Nullable String name,
    @Nullable String url,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties)
    implements Evidence {

  /** Shows name alone. */
  @Override
  public String toString() {
    return "BlobEvidence[" + name + "]";
  }
}
