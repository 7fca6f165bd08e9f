package dev.defendersdk.core.error;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The quota of the operation has no permit before the call's deadline. Nothing was sent. The call
 * fails at once, it does not wait for its deadline.
 */
public final class QuotaException extends DefenderException {

  private static final long serialVersionUID = 1L;

  private final @Nullable Instant nextPermit;

  QuotaException(ErrorReport report) {
    super(report);
    this.nextPermit = report.nextPermit;
  }

  /** The earliest time of the next permit, in UTC, if those who wait before leave it. */
  public Optional<Instant> nextPermit() {
    return Optional.ofNullable(nextPermit);
  }
}
