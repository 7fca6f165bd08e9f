package dev.defendersdk.core.internal.quota;

import dev.defendersdk.core.call.Quota;
import dev.defendersdk.core.time.TimeSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The quotas of all tenants, applications and groups that a client, or several, call. */
public final class QuotaLedger {

  private final TimeSource time;
  private final double share;
  private final ConcurrentMap<QuotaKey, QuotaGroup> groups = new ConcurrentHashMap<>();

  /**
   * @param share the part of the service's quotas that may be used here, from 0 to 1
   */
  public QuotaLedger(TimeSource time, double share) {
    this.time = time;
    this.share = share;
  }

  public TimeSource time() {
    return time;
  }

  /**
   * Asks for a permit.
   *
   * @param deadlineNanos when it is of no use any more
   * @param forBulk true for work that leaves a part of the quota to others
   */
  public PermitRequest request(QuotaKey key, Quota quota, long deadlineNanos, boolean forBulk) {
    return new PermitRequest(group(key, quota), deadlineNanos, forBulk);
  }

  /** Gives no permit of a group before this time: the service said so. */
  public void close(QuotaKey key, Quota quota, long untilNanos) {
    group(key, quota).close(untilNanos);
  }

  /** What is left of a group now. */
  public Reading read(QuotaKey key, Quota quota) {
    QuotaGroup group = group(key, quota);
    return new Reading(
        group.leftThisMinute(), group.leftThisHour(), group.next(false), group.waiting());
  }

  /** Forgets a tenant, and what was counted for it. */
  public void forget(String tenantId) {
    groups.keySet().removeIf(key -> key.tenantId().equals(tenantId));
  }

  private QuotaGroup group(QuotaKey key, Quota quota) {
    QuotaGroup group = groups.get(key);
    if (group == null) {
      group = groups.computeIfAbsent(key, absent -> new QuotaGroup(quota, share, time));
    }
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

  /** What is left of a group. */
  public record Reading(int leftThisMinute, int leftThisHour, long nextNanos, int waiting) {}
}
