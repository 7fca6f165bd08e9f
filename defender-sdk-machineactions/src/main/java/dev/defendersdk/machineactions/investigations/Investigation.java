package dev.defendersdk.machineactions.investigations;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.defendersdk.core.InvestigationState;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An automated investigation. Page: investigation.md. Times are UTC, with up to 7 digits of a
 * second.
 *
 * @param id its id, digits: opaque
 * @param startTime when it was created
 * @param endTime when it ended; null while it goes on
 * @param state where it stands
 * @param cancelledBy the id of the user or application that cancelled it
 * @param statusDetails more of where it stands
 * @param machineId the machine that it began on
 * @param computerDnsName the machine's name
 * @param triggeringAlertId the alert that began it
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record Investigation(
    @Nullable String id,
    @Nullable Instant startTime,
    @Nullable Instant endTime,
    @Nullable InvestigationState state,
    @Nullable String cancelledBy,
    @Nullable String statusDetails,
    @Nullable String machineId,
    @Nullable String computerDnsName,
    @Nullable String triggeringAlertId,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  /** Shows id and state alone. */
  @Override
  public String toString() {
    return "Investigation[" + id + ", " + state + "]";
  }
}
