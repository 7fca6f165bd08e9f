package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A shared access signature that was used on a storage account. It is named by a hash, and is not
 * in here itself. Page: security-sastokenevidence.md.
 *
 * <p>What all evidence has is told at {@link Evidence}.
 *
 * @param signatureHash a hash of the signature
 * @param signedWith the key that signed it
 * @param storageResource the storage account
 * @param permissions what it allows
 * @param allowedResourceTypes the kinds of resources that it opens
 * @param allowedServices the services that it opens
 * @param allowedIpAddresses where it may be used from
 * @param protocol the protocols that it may be used with
 * @param startDateTime from when on it is valid
 * @param expiryDateTime until when it is valid
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record SasTokenEvidence(
    @JsonProperty("@odata.type") @Nullable EvidenceType evidenceType,
    @Nullable Instant createdDateTime,
    @Nullable EvidenceVerdict verdict,
    @Nullable EvidenceRemediationStatus remediationStatus,
    @Nullable String remediationStatusDetails,
    List<EvidenceRole> roles,
    List<String> detailedRoles,
    List<String> tags,
    @Nullable String signatureHash,
    @Nullable String signedWith,
    @Nullable AzureResourceEvidence storageResource,
    List<String> permissions,
    List<String> allowedResourceTypes,
    List<String> allowedServices,
    @Nullable String allowedIpAddresses,
    @Nullable String protocol,
    @Nullable Instant startDateTime,
    @Nullable Instant expiryDateTime,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties)
    implements Evidence {

  /** Shows signatureHash alone. */
  @Override
  public String toString() {
    return "SasTokenEvidence[" + signatureHash + "]";
  }
}
