package dev.defendersdk.testkit.internal.actions;

import dev.defendersdk.testkit.internal.odata.Row;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A machine action and where its walk stands. Guarded by the cloud's lock. */
final class Action {

  /** What was asked for, and by whom. */
  record Order(
      ActionKind kind,
      @Nullable String scope,
      @Nullable String sha1,
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

  /** Of a live response; null for every other kind. */
  final @Nullable Session session;

  private String status = "Pending";
  private Instant updated;
  private @Nullable Cancellation cancellation;
  private @Nullable Row asListed;

  /** When its walk goes on as things stand; what is due at another time is out of date. */
  @Nullable Instant next;

  record Cancellation(String requestor, String comment, Instant time) {}

  /**
   * How the walk goes once the machine is online.
   *
   * @param pendingNanos until it starts
   * @param runningNanos from start to end
   * @param succeeds whether it ends well
   * @param patience how long it waits for an offline machine
   */
  record Timing(long pendingNanos, long runningNanos, boolean succeeds, Duration patience) {}

  Action(
      String id,
      long number,
      Order order,
      Instant created,
      Timing timing,
      @Nullable Session session) {
    this.id = id;
    this.number = number;
    this.order = order;
    this.created = created;
    this.updated = created;
    this.timing = timing;
    this.session = session;
  }

  String type() {
    return order.kind().type;
  }

  String status() {
    return status;
  }

  Instant updated() {
    return updated;
  }

  @Nullable Cancellation cancellation() {
    return cancellation;
  }

  boolean isPending() {
    return status.equals("Pending");
  }

  boolean isOpen() {
    return isPending() || status.equals("InProgress");
  }

  void to(String newStatus, Instant at) {
    status = newStatus;
    updated = at;
    asListed = null;
  }

  /** Lets its commands go on, if it is a session; the action itself stays as it is. */
  void showSession(Instant now) {
    if (session != null) {
      session.settle(now);
      asListed = null;
    }
  }

  void cancelled(Cancellation how, Instant at) {
    cancellation = how;
    to("Cancelled", at);
  }

  /** As lists have it: made once for each change, since a list may hold ten thousand. */
  Row asListed(boolean listHasOwnName) {
    Row row = asListed;
    if (row == null) {
      row = ActionSchema.row(this, true, listHasOwnName);
      asListed = row;
    }
    return row;
  }
}
