package dev.defendersdk.machineactions.actions;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A command of a live response. Page: run-live-response.md.
 *
 * @param type its kind
 * @param params its parameters
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record LiveResponseCommand(
    @Nullable CommandType type,
    List<LiveResponseParameter> params,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  /** Shows the type alone. */
  @Override
  public String toString() {
    return "LiveResponseCommand[]";
  }
}
