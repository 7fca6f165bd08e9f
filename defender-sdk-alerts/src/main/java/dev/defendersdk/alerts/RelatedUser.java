package dev.defendersdk.alerts;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The user that an alert is about. Page: alerts.md.
 *
 * @param userName the account name, without domain
 * @param domainName the domain of the account
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record RelatedUser(
    @Nullable String userName,
    @Nullable String domainName,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  /** Shows no names. */
  @Override
  public String toString() {
    return "RelatedUser";
  }
}
