package dev.defendersdk.machineactions.scans;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The latest scan of a definition: all null before the first. Page:
 * get-authenticated-scan-properties.md.
 *
 * @param status how it ended
 * @param failureReason why it failed
 * @param executionDateTime when it ran, in UTC
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record LatestScan(
    @Nullable ScanStatus status,
    @Nullable String failureReason,
    @Nullable Instant executionDateTime,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  /** Shows the status alone. */
  @Override
  public String toString() {
    return "LatestScan[" + status + "]";
  }
}
