package dev.defendersdk.core.internal.quota;

import dev.defendersdk.core.internal.waiting.Awaited;
import dev.defendersdk.core.internal.waiting.Look;
import org.jspecify.annotations.Nullable;

/** The wish for a permit, for one call once. For one thread at a time. */
public final class PermitRequest implements Awaited<PermitRequest.Answer> {

  /** What became of a wish. */
  public sealed interface Answer {}

  /** There is a permit. */
  public record Granted(Permit permit) implements Answer {}

  /** The next permit comes at this time, after the deadline. */
  public record Refused(long nextNanos) implements Answer {}

  private final QuotaGroup group;
  private final boolean forBulk;
  private final QuotaGroup.Waiter waiter;

  PermitRequest(QuotaGroup group, long deadlineNanos, boolean forBulk) {
    this.group = group;
    this.forBulk = forBulk;
    this.waiter = group.newWaiter(forBulk, deadlineNanos);
  }

  /** A permit if there is one at once, or null: this does not join those who wait. */
  public @Nullable Permit atOnce() {
    return group.tryTake(forBulk) ? new Permit(group, forBulk) : null;
  }

  /** When the permit may come, for one who asks now. */
  public long expectedNanos() {
    return group.next(forBulk);
  }

  @Override
  public Look<Answer> look(Runnable wake) {
    QuotaGroup.Turn turn = group.look(waiter, wake);
    return switch (turn.state()) {
      case COME -> Look.at(new Granted(new Permit(group, forBulk)));
      case LATER -> Look.againAt(turn.nanos());
      case TOO_LATE -> Look.at(new Refused(turn.nanos()));
    };
  }

  /** Leaves those who wait; nothing once there was an answer. */
  public void abandon() {
    group.leave(waiter);
  }
}
