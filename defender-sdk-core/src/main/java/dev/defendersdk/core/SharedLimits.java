package dev.defendersdk.core;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.internal.quota.QuotaLedger;
import dev.defendersdk.core.time.TimeSource;

/**
 * The quotas of the service as counted on this side. A client has its own unless it is given one:
 * clients of the same application and tenant in one process should share it, since the service
 * counts them together. Thread-safe; holds no resources.
 */
public final class SharedLimits {

  private final QuotaLedger ledger;

  private SharedLimits(TimeSource time, double share) {
    this.ledger = new QuotaLedger(time, share);
  }

  /** Limits counted in the computer's time. */
  public static SharedLimits create() {
    return create(TimeSource.system());
  }

  /** Limits counted in the time of the clients that will share them. */
  public static SharedLimits create(TimeSource time) {
    return create(time, 1);
  }

  /**
   * Limits of one process of several that call as the same application: each takes its part, and at
   * least one call of each quota.
   *
   * @param time of the clients that will share them
   * @param share the part of the service's quotas that this process may use, above 0 and up to 1;
   *     the shares of all processes should come to 1
   */
  public static SharedLimits create(TimeSource time, double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "share is "
              + share
              + ": it is a part of the quotas, above 0 and up to 1. For one of four equal processes"
              + " pass 0.25.");
    }
    return new SharedLimits(Check.notNull(time, "time"), share);
  }

  QuotaLedger ledger() {
    return ledger;
  }
}
