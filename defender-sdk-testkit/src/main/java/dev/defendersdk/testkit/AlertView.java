package dev.defendersdk.testkit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of a simulated tenant knows of an alert, whether clients see it yet or not: a
 * snapshot.
 *
 * @param id the same in both services
 * @param severity as the Defender API has it
 * @param status as the Defender API has it
 * @param machineId 40 hex digits
 * @param incidentId digits; null if it is in no incident
 * @param investigationId digits; null if nothing investigates it
 * @param investigationState as the Defender API has it; null if it was never thought of
 * @param detectionSource as the Defender API has it
 * @param assignedTo null if nobody owns it
 * @param classification null if it is not classified
 * @param determination null if it is not determined
 * @param comments their texts, the oldest first
 * @param createdTime in the tenant's time, UTC
 * @param lastUpdateTime of the newest version, in the tenant's time, UTC
 */
public record AlertView(
    String id,
    String title,
    String severity,
    String status,
    String category,
    String machineId,
    @Nullable String incidentId,
    @Nullable String investigationId,
    @Nullable String investigationState,
    String detectionSource,
    @Nullable String assignedTo,
    @Nullable String classification,
    @Nullable String determination,
    List<String> comments,
    Instant createdTime,
    Instant lastUpdateTime) {

  /** Copies the comments. */
  public AlertView {
    comments = List.copyOf(comments);
  }
}
