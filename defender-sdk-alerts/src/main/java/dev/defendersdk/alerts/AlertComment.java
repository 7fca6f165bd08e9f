package dev.defendersdk.alerts;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A comment on an alert. Page: alerts.md. It cannot be changed or removed.
 *
 * @param comment its text
 * @param createdBy who wrote it
 * @param createdTime when it was written, as samples and metadata have it; see {@link #created}
 * @param createTime the same, as the table of the page has it; see {@link #created}
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record AlertComment(
    @Nullable String comment,
    @Nullable String createdBy,
    @Nullable Instant createdTime,
    @Nullable Instant createTime,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  /** When it was written, in UTC, under whichever of its two names it came; null if neither. */
  public @Nullable Instant created() {
    return createdTime != null ? createdTime : createTime;
  }

  /** Shows neither text nor author: only when it was written. */
  @Override
  public String toString() {
    return "AlertComment[" + created() + "]";
  }
}
