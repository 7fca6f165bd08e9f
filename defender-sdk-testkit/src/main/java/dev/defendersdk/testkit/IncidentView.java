package dev.defendersdk.testkit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of a simulated tenant knows of an incident: a snapshot.
 *
 * @param id digits
 * @param severity as Microsoft Graph has it
 * @param status as Microsoft Graph has it
 * @param redirectIncidentId the incident that it was merged into; null if it was not
 * @param assignedTo null if nobody owns it
 * @param customTags none if it has none
 * @param comments their texts, the oldest first
 * @param alertIds of its alerts, whether clients see them yet or not
 * @param createdTime in the tenant's time, UTC
 * @param lastUpdateTime in the tenant's time, UTC
 */
public record IncidentView(
    String id,
    String displayName,
    String severity,
    String status,
    @Nullable String redirectIncidentId,
    @Nullable String assignedTo,
    List<String> customTags,
    List<String> comments,
    List<String> alertIds,
    Instant createdTime,
    Instant lastUpdateTime) {

  /** Copies the lists. */
  public IncidentView {
    customTags = List.copyOf(customTags);
    comments = List.copyOf(comments);
    alertIds = List.copyOf(alertIds);
  }
}
