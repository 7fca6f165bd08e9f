package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A session that began with a sign-in at Entra ID. Page: security-cloudlogonsessionevidence.md.
 *
 * <p>What all evidence has is told at {@link Evidence}.
 *
 * @param sessionId the session's id
 * @param account who signed in
 * @param deviceName the name of the device that was used
 * @param browser the browser that was used
 * @param operatingSystem the operating system that was used
 * @param userAgent the browser's {@code User-Agent}
 * @param protocol the protocol of the sign-in
 * @param startUtcDateTime when it began
 * @param previousLogonDateTime when the account had signed in before
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record CloudLogonSessionEvidence(
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
    @Nullable String deviceName,
    @Nullable String browser,
    @Nullable String operatingSystem,
    @Nullable String userAgent,
    @Nullable String protocol,
    @Nullable Instant startUtcDateTime,
    @Nullable Instant previousLogonDateTime,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties)
    implements Evidence {

  /** Shows sessionId alone. */
  @Override
  public String toString() {
    return "CloudLogonSessionEvidence[" + sessionId + "]";
  }
}
