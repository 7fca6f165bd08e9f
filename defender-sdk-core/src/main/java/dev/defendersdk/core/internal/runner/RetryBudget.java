package dev.defendersdk.core.internal.runner;

/**
 * Keeps retries from multiplying an outage: a retry costs more than a success gives back, so that
 * when most calls fail the retries end, and calls fail at once. One per tenant.
 */
public final class RetryBudget {

  private static final int CAPACITY = 500;
  private static final int COST = 5;
  private static final int REWARD = 1;

  private int left = CAPACITY;

  /** True if a retry can be paid for. */
  public synchronized boolean hasRoom() {
    return left >= COST;
  }

  /** Pays for a retry. */
  public synchronized void withdraw() {
    left = Math.max(0, left - COST);
  }

  /** A call succeeded. */
  public synchronized void deposit() {
    left = Math.min(CAPACITY, left + REWARD);
  }
}
