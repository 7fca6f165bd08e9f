package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A data stream that tells of an entity. Page: security-stream.md.
 *
 * @param name the stream's name
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record EvidenceStream(
    @Nullable String name,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  /** Shows name alone. */
  @Override
  public String toString() {
    return "EvidenceStream[" + name + "]";
  }
}
