package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sender of a mail. Page: security-emailsender.md.
 *
 * @param emailAddress the address
 * @param displayName the name beside it
 * @param domainName the address's domain
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record EmailSender(
    @Nullable String emailAddress,
    @Nullable String displayName,
    @Nullable String domainName,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  /** Shows its kind alone: names of people are not shown. */
  @Override
  public String toString() {
    return "EmailSender";
  }
}
