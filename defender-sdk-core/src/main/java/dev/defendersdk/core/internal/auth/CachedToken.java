package dev.defendersdk.core.internal.auth;

import dev.defendersdk.core.auth.AccessToken;
import dev.defendersdk.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A token and its marks: past the first it may be renewed in the background, past the second it is
 * not handed out any more.
 */
public final class CachedToken {

  // Must outlast an attempt, so that a token does not end on the way.
  private static final Duration LEAST_LEFT = Duration.ofSeconds(30);
  private static final Duration RENEW_BEFORE = Duration.ofMinutes(5);
  private static final Duration LONGEST_LIFE = Duration.ofDays(365);
  // A token that replaced a refused one and was refused too: another would fare no better so soon.
  private static final long NO_BETTER_NANOS = Duration.ofMinutes(1).toNanos();

  private final AccessToken token;
  private final @Nullable String claims;
  private final boolean replacesRefused;
  private final long fetchedNanos;
  private final long mayRenewNanos;
  private final long mustRenewNanos;
  private volatile boolean wasAccepted;

  CachedToken(AccessToken token, Fetch fetch, TimeSource time) {
    this.token = token;
    this.claims = fetch.claims;
    this.replacesRefused = fetch.forRefused;
    this.fetchedNanos = time.nanos();
    Duration life = until(token.expiresAt(), time);
    // Short-lived tokens keep most of their life: the marks are fractions of it then.
    Duration may = life.minus(least(RENEW_BEFORE, life.dividedBy(5)));
    Duration must = life.minus(least(LEAST_LEFT, life.dividedBy(10)));
    Instant refreshAt = token.refreshAt();
    if (refreshAt != null) {
      may = least(may, until(refreshAt, time));
    }
    this.mayRenewNanos = fetchedNanos + may.toNanos();
    this.mustRenewNanos = fetchedNanos + must.toNanos();
  }

  /** The token itself. */
  public AccessToken token() {
    return token;
  }

  /** The service took it. */
  public void accepted() {
    wasAccepted = true;
  }

  boolean serves(long now, @Nullable CachedToken refused, @Nullable String wantedClaims) {
    boolean stillGood = refused == null || !token.equals(refused.token) || noBetterToBeHad(now);
    return stillGood
        && (wantedClaims == null || Objects.equals(wantedClaims, claims))
        && now - mustRenewNanos < 0;
  }

  private boolean noBetterToBeHad(long now) {
    return replacesRefused && !wasAccepted && now - fetchedNanos - NO_BETTER_NANOS < 0;
  }

  boolean mayBeRenewed(long now) {
    return now - mayRenewNanos >= 0;
  }

  boolean isOver(long now) {
    return now - mustRenewNanos >= 0;
  }

  /** Shows nothing: it holds a token. */
  @Override
  public String toString() {
    return "CachedToken[***]";
  }

  // Bounded: suppliers say "never ends" by times that a count of nanoseconds cannot reach.
  private static Duration until(Instant at, TimeSource time) {
    Duration left = least(Duration.between(time.now(), at), LONGEST_LIFE);
    return left.isNegative() ? Duration.ZERO : left;
  }

  private static Duration least(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
