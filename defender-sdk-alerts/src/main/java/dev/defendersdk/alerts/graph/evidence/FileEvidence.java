package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file on a device. Page: security-fileevidence.md.
 *
 * <p>What all evidence has is told at {@link Evidence}.
 *
 * @param fileDetails which file it is
 * @param detectionStatus what Defender did about it
 * @param mdeDeviceId the machine id of the device it was seen on, as Defender has it
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record FileEvidence(
    @JsonProperty("@odata.type") @Nullable EvidenceType evidenceType,
    @Nullable Instant createdDateTime,
    @Nullable EvidenceVerdict verdict,
    @Nullable EvidenceRemediationStatus remediationStatus,
    @Nullable String remediationStatusDetails,
    List<EvidenceRole> roles,
    List<String> detailedRoles,
    List<String> tags,
    @Nullable FileDetails fileDetails,
    @Nullable DetectionStatus detectionStatus,
    @Nullable String mdeDeviceId,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties)
    implements Evidence {

  /** Shows fileDetails alone. */
  @Override
  public String toString() {
    return "FileEvidence[" + fileDetails + "]";
  }
}
