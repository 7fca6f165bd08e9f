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

  private SharedLimits(TimeSource time) {
    this.ledger = new QuotaLedger(time);
  }

  /** Limits counted in the computer's time. */
  public static SharedLimits create() {
    return new SharedLimits(TimeSource.system());
  }

  /** Limits counted in the time of the clients that will share them. */
  public static SharedLimits create(TimeSource time) {
    return new SharedLimits(Check.notNull(time, "time"));
  }

  QuotaLedger ledger() {
    return ledger;
  }
}
