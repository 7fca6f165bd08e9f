package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who was logged on to a device. Page: security-loggedonuser.md.
 *
 * @param accountName the account, without the domain
 * @param domainName the domain that it belongs to
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record LoggedOnUser(
    @Nullable String accountName,
    @Nullable String domainName,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  /** Shows its kind alone: names of people are not shown. */
  @Override
  public String toString() {
    return "LoggedOnUser";
  }
}
