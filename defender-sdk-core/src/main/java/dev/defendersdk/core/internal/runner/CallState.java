package dev.defendersdk.core.internal.runner;

import dev.defendersdk.core.error.ErrorKind;
import org.jspecify.annotations.Nullable;

/**
 * Where a call stands.
 *
 * @param attempts how often it was sent
 * @param signIns how often the sign-in failed
 * @param renewToken true if the next token must be a new one
 * @param renewed true if a refused token was replaced once already
 * @param onTheWire true if the request is being sent or its answer awaited
 * @param excusedNanos how long it has waited without this counting against its deadline
 * @param lastFailure what the last attempt brought, or null if there was none
 */
public record CallState(
    int attempts,
    int signIns,
    boolean renewToken,
    boolean renewed,
    boolean onTheWire,
    long excusedNanos,
    @Nullable ErrorKind lastFailure) {

  /** A call that has not begun. */
  public static final CallState NEW = new CallState(0, 0, false, false, false, 0, null);

  CallState sent() {
    return new CallState(attempts + 1, signIns, false, renewed, true, excusedNanos, lastFailure);
  }

  CallState ended() {
    return new CallState(attempts, signIns, renewToken, renewed, false, excusedNanos, lastFailure);
  }

  CallState failedBy(ErrorKind kind) {
    return new CallState(attempts, signIns, renewToken, renewed, false, excusedNanos, kind);
  }

  CallState signInFailed() {
    return new CallState(
        attempts, signIns + 1, renewToken, renewed, false, excusedNanos, lastFailure);
  }

  CallState tokenRefused() {
    return new CallState(
        attempts, signIns, true, true, false, excusedNanos, ErrorKind.UNAUTHORIZED);
  }

  CallState excused(long nanos) {
    return new CallState(
        attempts, signIns, renewToken, renewed, false, excusedNanos + nanos, lastFailure);
  }
}
