package dev.defendersdk.alerts.graph;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A comment on an alert or an incident. Page: security-alertcomment.md. The schema names its author
 * and time one way, samples of incidents another: {@link #author()} and {@link #time()} read both.
 *
 * @param comment the text
 * @param createdByDisplayName who wrote it, by the schema's name
 * @param createdDateTime when, by the schema's name, in UTC
 * @param createdBy who wrote it, by the name in samples of incidents
 * @param createdTime when, by the name in samples of incidents, in UTC
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record SecurityAlertComment(
    @Nullable String comment,
    @Nullable String createdByDisplayName,
    @Nullable Instant createdDateTime,
    @Nullable String createdBy,
    @Nullable Instant createdTime,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  /** Who wrote it: a user, or an application; null if the service does not say. */
  public @Nullable String author() {
    return createdByDisplayName != null ? createdByDisplayName : createdBy;
  }

  /** When it was written, in UTC; null if the service does not say. */
  public @Nullable Instant time() {
    return createdDateTime != null ? createdDateTime : createdTime;
  }

  /** Shows neither text nor author: only when it was written. */
  @Override
  public String toString() {
    return "SecurityAlertComment[" + time() + "]";
  }
}
