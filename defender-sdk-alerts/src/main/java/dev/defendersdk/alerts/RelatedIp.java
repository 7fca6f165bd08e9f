package dev.defendersdk.alerts;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An IP address of an alert. Page: get-alert-related-ip-info.md.
 *
 * @param id the address
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record RelatedIp(
    @Nullable String id,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  /** Shows it. */
  @Override
  public String toString() {
    return "RelatedIp[" + id + "]";
  }
}
