package dev.defendersdk.machineactions.actions;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.defendersdk.core.RequestSource;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A response action on a machine. Page: machineaction.md; members that no page names are from the
 * service metadata. Times are UTC, with up to 7 digits of a second.
 *
 * @param id its id, mostly a GUID: opaque
 * @param type its kind
 * @param title a title, where one was given
 * @param scope {@code Full} or {@code Selective} for isolation, {@code Quick} or {@code Full} for a
 *     scan; the service may leave it out also for these
 * @param requestor who asked for it: a user, or an application's name or id
 * @param requestorComment the comment that it was asked for with
 * @param requestSource where it was asked for
 * @param externalId the caller's own id of it
 * @param status where it stands
 * @param machineId the machine
 * @param computerDnsName the machine's name
 * @param creationDateTimeUtc when it was asked for
 * @param lastUpdateDateTimeUtc when it last changed, as single answers have it; see {@link
 *     #lastUpdate}
 * @param lastUpdateTimeUtc when it last changed, as lists have it; see {@link #lastUpdate}
 * @param cancellationRequestor who cancelled it
 * @param cancellationComment the comment that it was cancelled with
 * @param cancellationDateTimeUtc when it was cancelled
 * @param errorHResult a Windows error code, 0 for none
 * @param relatedFileInfo the file that it is about
 * @param commands the commands of a live response
 * @param troubleshootInfo about troubleshooting mode
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record MachineAction(
    @Nullable String id,
    @Nullable ActionType type,
    @Nullable String title,
    @Nullable String scope,
    @Nullable String requestor,
    @Nullable String requestorComment,
    @Nullable RequestSource requestSource,
    @Nullable String externalId,
    @Nullable ActionStatus status,
    @Nullable String machineId,
    @Nullable String computerDnsName,
    @Nullable Instant creationDateTimeUtc,
    @Nullable Instant lastUpdateDateTimeUtc,
    @Nullable Instant lastUpdateTimeUtc,
    @Nullable String cancellationRequestor,
    @Nullable String cancellationComment,
    @Nullable Instant cancellationDateTimeUtc,
    @Nullable Integer errorHResult,
    @Nullable RelatedFileInfo relatedFileInfo,
    List<LiveResponseCommandResult> commands,
    @Nullable TroubleshootInfo troubleshootInfo,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  /** When it last changed, under whichever of its two names the service sent; null if neither. */
  public @Nullable Instant lastUpdate() {
    return lastUpdateDateTimeUtc != null ? lastUpdateDateTimeUtc : lastUpdateTimeUtc;
  }

  /** Shows id and type alone. */
  @Override
  public String toString() {
    return "MachineAction[" + id + ", " + type + "]";
  }
}
