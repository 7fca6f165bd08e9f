package dev.defendersdk.core.internal.quota;

/** The next permit comes after the deadline. Carries no stack: it is an answer, not a fault. */
public final class QuotaRefused extends Exception {

  private static final long serialVersionUID = 1L;

  private final long nextNanos;

  QuotaRefused(long nextNanos) {
    super(null, null, false, false);
    this.nextNanos = nextNanos;
  }

  /** The earliest time of the next permit, as a reading of the time source. */
  public long nextNanos() {
    return nextNanos;
  }
}
