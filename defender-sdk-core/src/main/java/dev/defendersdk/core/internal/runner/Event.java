package dev.defendersdk.core.internal.runner;

/** What can happen to a call. Times are readings of the time source; spans are nanoseconds. */
public sealed interface Event {

  /** The call begins. */
  record Started() implements Event {}

  /** The quota gave a permit, after a wait. */
  record PermitGranted(long waitedNanos) implements Event {}

  /** The quota has no permit before the deadline. */
  record PermitRefused(long nextNanos) implements Event {}

  /** There is a place in the lane, after a wait. */
  record PlaceTaken(long waitedNanos) implements Event {}

  /** There is a token. */
  record TokenReady() implements Event {}

  /**
   * The sign-in gave none. {@code waitNanos} is how long it wants to be left alone, 0 if not said.
   */
  record TokenFailed(boolean retryable, long waitNanos) implements Event {}

  /** The deadline came while waiting for a token. */
  record TokenLate() implements Event {}

  /** A whole answer came. {@code hintNanos} is its Retry-After, or {@link #NO_HINT}. */
  record Answered(int status, long hintNanos) implements Event {}

  /** A success came whose body cannot be read. */
  record Unreadable() implements Event {}

  /** No connection was made. */
  record NotSent() implements Event {}

  /** The other side of the connection is not to be trusted. */
  record Untrusted() implements Event {}

  /** The connection was lost while or after sending. */
  record Lost() implements Event {}

  /** The time of the attempt ran out. */
  record AttemptTimedOut() implements Event {}

  /** The answer is larger than the bound. */
  record TooLarge() implements Event {}

  /** The wait is over. */
  record Woke() implements Event {}

  /** The client was closed. */
  record Closed() implements Event {}

  /** The thread was interrupted. */
  record Interrupted() implements Event {}

  /** An answer without a Retry-After. */
  long NO_HINT = -1;
}
