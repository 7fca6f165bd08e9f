package dev.defendersdk.machineactions.actions;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a live response command. Page: run-live-response.md.
 *
 * @param key its name
 * @param value its value
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record LiveResponseParameter(
    @Nullable CommandParameterKey key,
    @Nullable String value,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  /** Shows the type alone. */
  @Override
  public String toString() {
    return "LiveResponseParameter[]";
  }
}
