package dev.defendersdk.indicators;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the service says of one indicator of an import. Page: import-ti-indicators.md.
 *
 * @param id the id of the indicator; null or blank if it failed, as it seems
 * @param indicator its value, without its type
 * @param isFailed whether it failed
 * @param failureReason why; null if it did not
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record ImportIndicatorResult(
    @Nullable String id,
    @Nullable String indicator,
    @Nullable Boolean isFailed,
    @Nullable String failureReason,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  /** Shows id, value and whether it failed alone. */
  @Override
  public String toString() {
    return "ImportIndicatorResult[" + id + ", " + indicator + ", " + isFailed + "]";
  }
}
