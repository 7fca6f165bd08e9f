package dev.defendersdk.machineactions.actions;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * About troubleshooting mode. Source: service metadata.
 *
 * @param expirationUtc when it ends
 * @param startTsModeUtc when it began
 * @param paramsJsonFormatVersion the version of its parameters
 * @param state its state, a number without names
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record TroubleshootInfo(
    @Nullable Instant expirationUtc,
    @Nullable Instant startTsModeUtc,
    @Nullable Integer paramsJsonFormatVersion,
    @Nullable Integer state,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  /** Shows the type alone. */
  @Override
  public String toString() {
    return "TroubleshootInfo[]";
  }
}
