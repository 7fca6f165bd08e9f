package dev.defendersdk.testkit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of a simulated tenant sees of an automated investigation: a snapshot.
 *
 * @param id digits
 * @param machineId the machine that it began on
 * @param alertId the alert that began it, by which it can be asked for too
 * @param state as the service has it, such as {@code Queued}, {@code Running} or {@code
 *     PendingApproval}
 * @param started in the tenant's time, UTC
 * @param ended in the tenant's time, UTC; null while it goes on
 */
public record InvestigationView(
    String id,
    String machineId,
    String alertId,
    String state,
    Instant started,
    @Nullable Instant ended) {}
