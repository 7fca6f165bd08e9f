package dev.defendersdk.testkit.internal.actions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A machine action and where its walk stands. Guarded by the cloud's lock. */
final class Action {

  /** What was asked for, and by whom. */
  record Order(
      String type,
      @Nullable String scope,
      String machineId,
      String computerDnsName,
      String requestor,
      String comment,
      @Nullable String externalId,
      @Nullable String title,
      String requestSource) {}

  final String id;
  final long number;
  final Order order;
  final Instant created;
  final Timing timing;

  String status = "Pending";
  Instant updated;
  @Nullable Instant started;
  @Nullable Cancellation cancellation;

  record Cancellation(String requestor, String comment, Instant time) {}

  /**
   * How the walk goes once the machine is online.
   *
   * @param pendingNanos until it starts
   * @param runningNanos from start to end
   * @param succeeds whether it ends well
   */
  record Timing(long pendingNanos, long runningNanos, boolean succeeds) {}

  Action(String id, long number, Order order, Instant created, Timing timing) {
    this.id = id;
    this.number = number;
    this.order = order;
    this.created = created;
    this.updated = created;
    this.timing = timing;
  }

  boolean isOpen() {
    return status.equals("Pending") || status.equals("InProgress");
  }

  boolean isIsolation() {
    return order.type().equals("Isolate") || order.type().equals("Unisolate");
  }

  void to(String newStatus, Instant at) {
    status = newStatus;
    updated = at;
  }
}
