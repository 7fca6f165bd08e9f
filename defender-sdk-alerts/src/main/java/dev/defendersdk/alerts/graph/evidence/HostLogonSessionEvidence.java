package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A session of a user who logged on to a device. Page: security-hostlogonsessionevidence.md.
 *
 * <p>What all evidence has is told at {@link Evidence}.
 *
 * @param sessionId the session's id
 * @param account who logged on
 * @param host the device
 * @param startUtcDateTime when it began
 * @param endUtcDateTime when it ended; null while it lasts
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record HostLogonSessionEvidence(
    @JsonProperty("@odata.type") @Nullable EvidenceType evidenceType,
    @Nullable Instant createdDateTime,
    @Nullable EvidenceVerdict verdict,
    @Nullable EvidenceRemediationStatus remediationStatus,
    @Nullable String remediationStatusDetails,
    List<EvidenceRole> roles,
    List<String> detailedRoles,
    List<String> tags,
    @Nullable String sessionId,
    @Nullable UserEvidence account,
    @Nullable DeviceEvidence host,
    @Nullable Instant startUtcDateTime,
    @Nullable Instant endUtcDateTime,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties)
    implements Evidence {

  /** Shows sessionId alone. */
  @Override
  public String toString() {
    return "HostLogonSessionEvidence[" + sessionId + "]";
  }
}
