package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message in Teams. Page: security-teamsmessageevidence.md.
 *
 * <p>What all evidence has is told at {@link Evidence}.
 *
 * @param messageId the message's id
 * @param parentMessageId the message that it answers
 * @param threadId the conversation
 * @param threadType what kind of conversation it is
 * @param channelId the channel
 * @param groupId the team's group
 * @param senderFromAddress who sent it
 * @param senderIP the address that it was sent from
 * @param recipients to whom it went
 * @param suspiciousRecipients those among them who look suspicious
 * @param subject its subject
 * @param sourceAppName the application that it was sent with
 * @param sourceId its id there
 * @param messageDirection whether it came from outside
 * @param isExternal whether somebody outside takes part
 * @param isOwned whether the tenant owns the conversation
 * @param owningTenantId the tenant that owns the conversation
 * @param campaignId the campaign that it belongs to
 * @param receivedDateTime when it was received
 * @param lastModifiedDateTime when it was last changed
 * @param deliveryAction what was done with it on arrival
 * @param deliveryLocation where it is now
 * @param urls the links in it
 * @param files the files that came with it
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record TeamsMessageEvidence(
    @JsonProperty("@odata.type") @Nullable EvidenceType evidenceType,
    @Nullable Instant createdDateTime,
    @Nullable EvidenceVerdict verdict,
    @Nullable EvidenceRemediationStatus remediationStatus,
    @Nullable String remediationStatusDetails,
    List<EvidenceRole> roles,
    List<String> detailedRoles,
    List<String> tags,
    @Nullable String messageId,
    @Nullable String parentMessageId,
    @Nullable String threadId,
    @Nullable String threadType,
    @Nullable String channelId,
    @Nullable String groupId,
    @Nullable String senderFromAddress,
    @Nullable String senderIP,
    List<String> recipients,
    List<String> suspiciousRecipients,
    @Nullable String subject,
    @Nullable String sourceAppName,
    @Nullable String sourceId,
    @Nullable AntispamTeamsDirection messageDirection,
    @Nullable Boolean isExternal,
    @Nullable Boolean isOwned,
    @Nullable String owningTenantId,
    @Nullable String campaignId,
    @Nullable Instant receivedDateTime,
    @Nullable Instant lastModifiedDateTime,
    @Nullable TeamsMessageDeliveryAction deliveryAction,
    @Nullable TeamsDeliveryLocation deliveryLocation,
    List<UrlEvidence> urls,
    List<FileEvidence> files,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties)
    implements Evidence {

  /** Shows messageId alone. */
  @Override
  public String toString() {
    return "TeamsMessageEvidence[" + messageId + "]";
  }
}
