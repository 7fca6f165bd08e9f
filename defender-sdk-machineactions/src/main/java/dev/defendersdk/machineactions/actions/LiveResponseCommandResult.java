package dev.defendersdk.machineactions.actions;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of one command of a live response. Page: run-live-response.md.
 *
 * @param index the command's place, from 0
 * @param command the command
 * @param startTime when it began, in UTC
 * @param endTime when it ended, in UTC
 * @param commandStatus where it stands
 * @param errors what went wrong
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record LiveResponseCommandResult(
    @Nullable Integer index,
    @Nullable LiveResponseCommand command,
    @Nullable Instant startTime,
    @Nullable Instant endTime,
    @Nullable CommandStatus commandStatus,
    List<String> errors,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  /** Shows the type alone. */
  @Override
  public String toString() {
    return "LiveResponseCommandResult[]";
  }
}
