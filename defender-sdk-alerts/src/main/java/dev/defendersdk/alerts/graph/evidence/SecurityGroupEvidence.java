package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A group of users. Page: security-securitygroupevidence.md.
 *
 * <p>What all evidence has is told at {@link Evidence}.
 *
 * @param securityGroupId the group's id
 * @param displayName its name
 * @param friendlyName its name as people know it
 * @param distinguishedName its place in Active Directory
 * @param sid its security identifier
 * @param activeDirectoryObjectGuid the id of its object in Active Directory
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record SecurityGroupEvidence(
    @JsonProperty("@odata.type") @Nullable EvidenceType evidenceType,
    @Nullable Instant createdDateTime,
    @Nullable EvidenceVerdict verdict,
    @Nullable EvidenceRemediationStatus remediationStatus,
    @Nullable String remediationStatusDetails,
    List<EvidenceRole> roles,
    List<String> detailedRoles,
    List<String> tags,
    @Nullable String securityGroupId,
    @Nullable String displayName,
    @Nullable String friendlyName,
    @Nullable String distinguishedName,
    @Nullable String sid,
    @Nullable String activeDirectoryObjectGuid,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties)
    implements Evidence {

  /** Shows securityGroupId alone. */
  @Override
  public String toString() {
    return "SecurityGroupEvidence[" + securityGroupId + "]";
  }
}
