package dev.defendersdk.core.internal.quota;

import dev.defendersdk.core.call.Quota;
import dev.defendersdk.core.time.TimeSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The quotas of all tenants, applications and groups that a client, or several, call. */
public final class QuotaLedger {

  private final TimeSource time;
  private final ConcurrentMap<QuotaKey, QuotaGroup> groups = new ConcurrentHashMap<>();

  public QuotaLedger(TimeSource time) {
    this.time = time;
  }

  public TimeSource time() {
    return time;
  }

  /**
   * Waits in order for a permit.
   *
   * @throws QuotaRefused at once, when the next permit cannot come before the deadline
   */
  public Permit acquire(QuotaKey key, Quota quota, long deadlineNanos, WaitObserver observer)
      throws QuotaRefused, InterruptedException {
    QuotaGroup group = group(key, quota);
    if (!group.tryAcquire()) {
      long next = group.next();
      // Told before it joins: whatever the observer does, it holds nobody in the row back.
      if (next - time.nanos() > 0 && next - deadlineNanos <= 0) {
        observer.waits(next);
      }
      QuotaGroup.Waiter waiter = group.join(deadlineNanos);
      group.await(waiter, deadlineNanos);
    }
    return new Permit(group);
  }

  /** Gives no permit of a group before this time: the service said so. */
  public void close(QuotaKey key, Quota quota, long untilNanos) {
    group(key, quota).close(untilNanos);
  }

  /** What is left of a group now. */
  public Reading read(QuotaKey key, Quota quota) {
    QuotaGroup group = group(key, quota);
    return new Reading(group.left(0), group.left(1), group.next(), group.waiting());
  }

  private QuotaGroup group(QuotaKey key, Quota quota) {
    QuotaGroup group = groups.computeIfAbsent(key, absent -> new QuotaGroup(quota, time));
    if (!group.quota().equals(quota)) {
      throw new IllegalStateException(
          "the group "
              + key.group()
              + " is counted as "
              + group.quota()
              + ", an operation of it says "
              + quota
              + ": operations that are counted together have one quota. Give them the same limits.");
    }
    return group;
  }

  /** Told of a wait before it begins. */
  @FunctionalInterface
  public interface WaitObserver {
    void waits(long untilNanos);
  }

  /** A permit for one request. Exactly one of its methods is called, once. */
  public static final class Permit {

    private final QuotaGroup group;

    private Permit(QuotaGroup group) {
      this.group = group;
    }

    public void answered() {
      group.answered();
    }

    public void neverSent() {
      group.neverSent();
    }
  }

  /** What is left of a group. */
  public record Reading(int leftThisMinute, int leftThisHour, long nextNanos, int waiting) {}
}
