package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mail that Defender for Office 365 looked at. There is no other evidence of a mail. Page:
 * security-analyzedmessageevidence.md.
 *
 * <p>What all evidence has is told at {@link Evidence}.
 *
 * @param networkMessageId the id of this copy of the mail, by which hunting finds it
 * @param internetMessageId the {@code Message-ID} that the sender gave it
 * @param subject its subject
 * @param recipientEmailAddress to whom this copy went
 * @param p1Sender the sender of the envelope ({@code MAIL FROM})
 * @param p2Sender the sender that the recipient sees ({@code From})
 * @param senderIp the address that it was last received from outside
 * @param receivedDateTime when it was received
 * @param language the language that it is written in
 * @param antiSpamDirection whether it came in, went out or stayed within
 * @param deliveryAction what was done with it on arrival, such as {@code Delivered} or {@code
 *     Blocked}
 * @param deliveryLocation where it is now, such as {@code Inbox} or {@code Quarantine}
 * @param threats what was found in it, such as {@code Phish}
 * @param threatDetectionMethods by what it was found
 * @param urls the links in it, perhaps not all
 * @param urlCount how many links it holds
 * @param attachmentsCount how many attachments it has
 * @param urn the mail's name in the automated investigation
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record AnalyzedMessageEvidence(
    @JsonProperty("@odata.type") @Nullable EvidenceType evidenceType,
    @Nullable Instant createdDateTime,
    @Nullable EvidenceVerdict verdict,
    @Nullable EvidenceRemediationStatus remediationStatus,
    @Nullable String remediationStatusDetails,
    List<EvidenceRole> roles,
    List<String> detailedRoles,
    List<String> tags,
    @Nullable String networkMessageId,
    @Nullable String internetMessageId,
    @Nullable String subject,
    @Nullable String recipientEmailAddress,
    @Nullable EmailSender p1Sender,
    @Nullable EmailSender p2Sender,
    @Nullable String senderIp,
    @Nullable Instant receivedDateTime,
    @Nullable String language,
    @Nullable String antiSpamDirection,
    @Nullable String deliveryAction,
    @Nullable String deliveryLocation,
    List<String> threats,
    List<String> threatDetectionMethods,
    List<String> urls,
    @Nullable Long urlCount,
    @Nullable Long attachmentsCount,
    @Nullable String urn,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties)
    implements Evidence {

  /** Shows networkMessageId alone. */
  @Override
  public String toString() {
    return "AnalyzedMessageEvidence[" + networkMessageId + "]";
  }
}
