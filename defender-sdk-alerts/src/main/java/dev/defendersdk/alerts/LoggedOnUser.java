package dev.defendersdk.alerts;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who was logged on to the machine of an alert. On no page: observed, and in the service metadata.
 *
 * @param accountName the account name, without domain
 * @param domainName the domain of the account
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record LoggedOnUser(
    @Nullable String accountName,
    @Nullable String domainName,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  /** Shows no names. */
  @Override
  public String toString() {
    return "LoggedOnUser";
  }
}
