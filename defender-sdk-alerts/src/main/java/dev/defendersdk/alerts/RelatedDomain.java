package dev.defendersdk.alerts;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A domain of an alert. Page: get-alert-related-domain-info.md.
 *
 * @param host a host name, by the sample; another page calls these URLs
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record RelatedDomain(
    @Nullable String host,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  /** Shows it. */
  @Override
  public String toString() {
    return "RelatedDomain[" + host + "]";
  }
}
