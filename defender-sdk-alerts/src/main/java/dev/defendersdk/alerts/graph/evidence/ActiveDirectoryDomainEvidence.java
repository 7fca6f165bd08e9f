package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A domain of Active Directory. Page: security-activedirectorydomainevidence.md.
 *
 * <p>What all evidence has is told at {@link Evidence}.
 *
 * @param activeDirectoryDomainName the domain's name
 * @param trustedDomains the domains that it trusts
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record ActiveDirectoryDomainEvidence(
    @JsonProperty("@odata.type") @Nullable EvidenceType evidenceType,
    @Nullable Instant createdDateTime,
    @Nullable EvidenceVerdict verdict,
    @Nullable EvidenceRemediationStatus remediationStatus,
    @Nullable String remediationStatusDetails,
    List<EvidenceRole> roles,
    List<String> detailedRoles,
    List<String> tags,
    @Nullable String activeDirectoryDomainName,
    List<ActiveDirectoryDomainEvidence> trustedDomains,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties)
    implements Evidence {

  /** Shows activeDirectoryDomainName alone. */
  @Override
  public String toString() {
    return "ActiveDirectoryDomainEvidence[" + activeDirectoryDomainName + "]";
  }
}
