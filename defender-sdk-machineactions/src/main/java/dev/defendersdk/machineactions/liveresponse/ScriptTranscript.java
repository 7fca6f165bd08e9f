package dev.defendersdk.machineactions.liveresponse;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a script wrote. Page: get-live-response-result.md. The zeros that the service puts at the
 * end of texts are taken off.
 *
 * @param scriptName the script; null where the result does not say
 * @param exitCode its exit code; null where the result does not say, as one in the form of a zip
 * @param scriptOutput what it wrote to the standard output, perhaps empty
 * @param scriptErrors what it wrote to the standard error, perhaps empty
 * @param additionalProperties members of the result that this version does not know, or whose value
 *     was of another kind
 */
public record ScriptTranscript(
    @Nullable String scriptName,
    @Nullable Integer exitCode,
    String scriptOutput,
    String scriptErrors,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  /** Shows script and exit code alone. */
  @Override
  public String toString() {
    return "ScriptTranscript[" + scriptName + ", " + exitCode + "]";
  }
}
