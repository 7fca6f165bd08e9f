package dev.defendersdk.machineactions.liveresponse;

import org.jspecify.annotations.Nullable;

/**
 * What a script wrote. Page: get-live-response-result.md. The zeros that the service puts at the
 * end of texts are taken off.
 *
 * @param scriptName the script; null where the result does not say
 * @param exitCode its exit code; null where the result does not say, as one in the form of a zip
 * @param scriptOutput what it wrote to the standard output, perhaps empty
 * @param scriptErrors what it wrote to the standard error, perhaps empty
 */
public record ScriptTranscript(
    @Nullable String scriptName,
    @Nullable Integer exitCode,
    String scriptOutput,
    String scriptErrors) {

  /** Shows script and exit code alone. */
  @Override
  public String toString() {
    return "ScriptTranscript[" + scriptName + ", " + exitCode + "]";
  }
}
