package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody reached a resource. Page: security-resourceaccessevent.md.
 *
 * @param accessDateTime when
 * @param accountId who
 * @param ipAddress from where
 * @param resourceIdentifier what was reached
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record ResourceAccessEvent(
    @Nullable Instant accessDateTime,
    @Nullable String accountId,
    @Nullable String ipAddress,
    @Nullable String resourceIdentifier,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  /** Shows resourceIdentifier alone. */
  @Override
  public String toString() {
    return "ResourceAccessEvent[" + resourceIdentifier + "]";
  }
}
