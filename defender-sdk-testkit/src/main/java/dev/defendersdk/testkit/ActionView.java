package dev.defendersdk.testkit;

import java.time.Instant;

/**
 * What the owner of a simulated tenant sees of a machine action: a snapshot.
 *
 * @param id a GUID
 * @param type such as {@code Isolate}
 * @param machineId whose action it is
 * @param status {@code Pending}, {@code InProgress}, {@code Succeeded}, {@code Failed}, {@code
 *     TimeOut} or {@code Cancelled}
 * @param created in the tenant's time, UTC
 * @param updated when the status last changed, in the tenant's time, UTC
 */
public record ActionView(
    String id, String type, String machineId, String status, Instant created, Instant updated) {}
