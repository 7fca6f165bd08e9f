package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mail that somebody reported. Page: security-submissionmailevidence.md.
 *
 * <p>What all evidence has is told at {@link Evidence}.
 *
 * @param submissionId the report's id
 * @param submitter who reported it
 * @param submissionDateTime when it was reported
 * @param reportType as what it was reported, such as {@code Phish}
 * @param networkMessageId the mail's id, by which hunting finds it
 * @param subject its subject
 * @param sender who sent it
 * @param senderIp the address that it came from
 * @param recipient to whom it went
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record SubmissionMailEvidence(
    @JsonProperty("@odata.type") @Nullable EvidenceType evidenceType,
    @Nullable Instant createdDateTime,
    @Nullable EvidenceVerdict verdict,
    @Nullable EvidenceRemediationStatus remediationStatus,
    @Nullable String remediationStatusDetails,
    List<EvidenceRole> roles,
    List<String> detailedRoles,
    List<String> tags,
    @Nullable String submissionId,
    @Nullable String submitter,
    @Nullable Instant submissionDateTime,
    @Nullable String reportType,
    @Nullable String networkMessageId,
    @Nullable String subject,
    @Nullable String sender,
    @Nullable String senderIp,
    @Nullable String recipient,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties)
    implements Evidence {

  /** Shows submissionId alone. */
  @Override
  public String toString() {
    return "SubmissionMailEvidence[" + submissionId + "]";
  }
}
