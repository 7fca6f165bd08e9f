package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox. Page: security-mailboxevidence.md.
 *
 * <p>What all evidence has is told at {@link Evidence}.
 *
 * @param primaryAddress its main address
 * @param displayName its owner's name
 * @param upn the owner's user principal name
 * @param userAccount the owner
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record MailboxEvidence(
    @JsonProperty("@odata.type") @Nullable EvidenceType evidenceType,
    @Nullable Instant createdDateTime,
    @Nullable EvidenceVerdict verdict,
    @Nullable EvidenceRemediationStatus remediationStatus,
    @Nullable String remediationStatusDetails,
    List<EvidenceRole> roles,
    List<String> detailedRoles,
    List<String> tags,
    @Nullable String primaryAddress,
    @Nullable String displayName,
    @Nullable String upn,
    @Nullable UserAccount userAccount,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties)
    implements Evidence {

  /** Shows its kind alone: names of people are not shown. */
  @Override
  public String toString() {
    return "MailboxEvidence";
  }
}
