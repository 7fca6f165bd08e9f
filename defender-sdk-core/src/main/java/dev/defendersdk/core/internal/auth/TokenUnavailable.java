package dev.defendersdk.core.internal.auth;

import dev.defendersdk.core.error.DefenderException;

/** The sign-in gave no token, now or a moment ago. */
public final class TokenUnavailable extends Exception {

  private static final long serialVersionUID = 1L;

  private final DefenderException error;
  private final long waitNanos;

  TokenUnavailable(DefenderException error, long waitNanos) {
    super(null, error, false, false);
    this.error = error;
    this.waitNanos = waitNanos;
  }

  public DefenderException error() {
    return error;
  }

  /** How long the sign-in is not asked again. */
  public long waitNanos() {
    return waitNanos;
  }
}
