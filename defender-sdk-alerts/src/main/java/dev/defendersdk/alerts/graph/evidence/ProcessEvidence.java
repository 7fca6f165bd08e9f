package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A process that ran on a device. Page: security-processevidence.md.
 *
 * <p>What all evidence has is told at {@link Evidence}.
 *
 * @param processId its id on the device, which is used again after its end: with {@code
 *     processCreationDateTime} it is unique
 * @param processCreationDateTime when it was started
 * @param processCommandLine its command line; it may hold secrets
 * @param imageFile its program
 * @param userAccount who it ran as
 * @param parentProcessId the id of the process that started it
 * @param parentProcessCreationDateTime when that one was started
 * @param parentProcessImageFile that one's program
 * @param detectionStatus what Defender did about it
 * @param mdeDeviceId the machine id of the device it was seen on, as Defender has it
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record ProcessEvidence(
    @JsonProperty("@odata.type") @Nullable EvidenceType evidenceType,
    @Nullable Instant createdDateTime,
    @Nullable EvidenceVerdict verdict,
    @Nullable EvidenceRemediationStatus remediationStatus,
    @Nullable String remediationStatusDetails,
    List<EvidenceRole> roles,
    List<String> detailedRoles,
    List<String> tags,
    @Nullable Long processId,
    @Nullable Instant processCreationDateTime,
    @Nullable String processCommandLine,
    @Nullable FileDetails imageFile,
    @Nullable UserAccount userAccount,
    @Nullable Long parentProcessId,
    @Nullable Instant parentProcessCreationDateTime,
    @Nullable FileDetails parentProcessImageFile,
    @Nullable DetectionStatus detectionStatus,
    @Nullable String mdeDeviceId,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties)
    implements Evidence {

  /** Shows processId alone. */
  @Override
  public String toString() {
    return "ProcessEvidence[" + processId + "]";
  }
}
