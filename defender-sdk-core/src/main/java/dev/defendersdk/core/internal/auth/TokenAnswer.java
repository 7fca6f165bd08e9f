package dev.defendersdk.core.internal.auth;

import dev.defendersdk.core.error.DefenderException;

/** What became of the wish for a token. */
public sealed interface TokenAnswer {

  /** There is one. */
  record Ready(CachedToken token) implements TokenAnswer {}

  /**
   * The sign-in gave none, now or a moment ago.
   *
   * @param waitNanos how long it is not asked again
   */
  record Unavailable(DefenderException error, long waitNanos) implements TokenAnswer {}

  /** The deadline came first. */
  record Late() implements TokenAnswer {}
}
