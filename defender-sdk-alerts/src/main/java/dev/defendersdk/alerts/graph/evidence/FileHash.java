package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A hash of a content. Page: security-filehash.md.
 *
 * @param algorithm how it was made
 * @param value the hash, in hex
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record FileHash(
    @Nullable FileHashAlgorithm algorithm,
    @Nullable String value,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  /** Shows value alone. */
  @Override
  public String toString() {
    return "FileHash[" + value + "]";
  }
}
