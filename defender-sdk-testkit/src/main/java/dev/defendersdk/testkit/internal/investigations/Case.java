package dev.defendersdk.testkit.internal.investigations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An automated investigation and where its walk stands. Guarded by the cloud's lock. */
final class Case {

  /**
   * How the walk goes once the machine is online.
   *
   * @param queuedNanos until it runs
   * @param runningNanos from then to its verdict
   * @param verdict the state that it comes to: a final one, or {@code PendingApproval}
   */
  record Walk(long queuedNanos, long runningNanos, String verdict) {}

  final String id;
  final String machineId;
  final String computerDnsName;
  final String alertId;
  final Instant created;
  final Walk walk;

  String state = "Queued";
  @Nullable Instant ended;

  Case(
      String id,
      String machineId,
      String computerDnsName,
      String alertId,
      Instant created,
      Walk walk) {
    this.id = id;
    this.machineId = machineId;
    this.computerDnsName = computerDnsName;
    this.alertId = alertId;
    this.created = created;
    this.walk = walk;
  }

  /** Whether it moves by itself. */
  boolean isWalking() {
    return state.equals("Queued") || state.equals("Running");
  }

  boolean waitsForApproval() {
    return state.equals("PendingApproval");
  }

  void end(String finalState, Instant at) {
    state = finalState;
    ended = at;
  }
}
