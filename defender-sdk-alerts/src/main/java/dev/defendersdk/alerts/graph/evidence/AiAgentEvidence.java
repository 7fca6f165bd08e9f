package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An AI agent, that was attacked or that acted. Page: security-aiagentevidence.md.
 *
 * <p>What all evidence has is told at {@link Evidence}.
 *
 * @param agentId the agent's id on its platform
 * @param agentName its name
 * @param hostingPlatformType the platform that runs it
 * @param instructions what it was told to do: free text
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record AiAgentEvidence(
    @JsonProperty("@odata.type") @Nullable EvidenceType evidenceType,
    @Nullable Instant createdDateTime,
    @Nullable EvidenceVerdict verdict,
    @Nullable EvidenceRemediationStatus remediationStatus,
    @Nullable String remediationStatusDetails,
    List<EvidenceRole> roles,
    List<String> detailedRoles,
    List<String> tags,
    @Nullable String agentId,
    @Nullable String agentName,
    @Nullable AiAgentPlatform hostingPlatformType,
    @Nullable String instructions,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties)
    implements Evidence {

  /** Shows agentId alone. */
  @Override
  public String toString() {
    return "AiAgentEvidence[" + agentId + "]";
  }
}
