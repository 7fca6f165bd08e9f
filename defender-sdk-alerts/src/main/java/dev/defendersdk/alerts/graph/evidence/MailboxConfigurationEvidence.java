package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A setting of a mailbox that an attacker may have made, such as a rule that forwards mail. Page:
 * security-mailboxconfigurationevidence.md.
 *
 * <p>What all evidence has is told at {@link Evidence}.
 *
 * @param configurationId the setting's id
 * @param configurationType what it is
 * @param displayName the mailbox owner's name
 * @param mailboxPrimaryAddress the mailbox's main address
 * @param upn the owner's user principal name
 * @param externalDirectoryObjectId the owner's object id in Entra ID
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record MailboxConfigurationEvidence(
    @JsonProperty("@odata.type") @Nullable EvidenceType evidenceType,
    @Nullable Instant createdDateTime,
    @Nullable EvidenceVerdict verdict,
    @Nullable EvidenceRemediationStatus remediationStatus,
    @Nullable String remediationStatusDetails,
    List<EvidenceRole> roles,
    List<String> detailedRoles,
    List<String> tags,
    @Nullable String configurationId,
    @Nullable MailboxConfigurationType configurationType,
    @Nullable String displayName,
    @Nullable String mailboxPrimaryAddress,
    @Nullable String upn,
    @Nullable String externalDirectoryObjectId,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties)
    implements Evidence {

  /** Shows configurationId alone. */
  @Override
  public String toString() {
    return "MailboxConfigurationEvidence[" + configurationId + "]";
  }
}
