package dev.defendersdk.alerts.graph;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a move of alerts or a merge of incidents. Page: security-mergeresponse.md.
 *
 * @param targetIncidentId the incident that now holds all of them
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record MergeResponse(
    @Nullable String targetIncidentId,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  /** Shows the incident's id alone. */
  @Override
  public String toString() {
    return "MergeResponse[" + targetIncidentId + "]";
  }
}
