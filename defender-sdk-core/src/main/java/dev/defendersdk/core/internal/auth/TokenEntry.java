package dev.defendersdk.core.internal.auth;

import dev.defendersdk.core.auth.AccessToken;
import dev.defendersdk.core.auth.TokenRequest;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.error.ErrorReport;
import dev.defendersdk.core.time.TimeSource;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The token of one key. Two marks: past the first, callers still get the old token while one fetch
 * runs in the background; past the second, they wait for it. After a failed fetch the sign-in is
 * left alone for a while, longer each time, or for as long as it asked.
 */
final class TokenEntry {

  // Must outlast an attempt, so that a token does not end on the way.
  private static final Duration LEAST_LEFT = Duration.ofSeconds(30);
  private static final Duration RENEW_BEFORE = Duration.ofMinutes(5);
  private static final Duration FETCH_TIMEOUT = Duration.ofSeconds(30);
  private static final Duration SLACK = Duration.ofSeconds(5);
  private static final Duration LONGEST_LIFE = Duration.ofDays(365);
  private static final long SECOND = 1_000_000_000L;
  private static final long LONGEST_HOLD = 60 * SECOND;

  private final TokenKey key;
  private final TimeSource time;
  private final HttpClient httpClient;
  private final Executor executor;

  private @Nullable Cached cached;
  private @Nullable Fetch fetch;
  private @Nullable DefenderException lastError;
  private int failures;
  private long holdUntilNanos;

  TokenEntry(TokenKey key, TimeSource time, HttpClient httpClient, Executor executor) {
    this.key = key;
    this.time = time;
    this.httpClient = httpClient;
    this.executor = executor;
  }

  @Nullable AccessToken get(
      long deadlineNanos, @Nullable AccessToken refused, @Nullable String claims)
      throws TokenUnavailable, InterruptedException {
    while (true) {
      Fetch running;
      synchronized (this) {
        long now = time.nanos();
        Cached current = cached;
        if (current != null && current.serves(now, refused, claims)) {
          renewInTheBackground(current, now);
          return current.token;
        }
        giveUpIfHung(now);
        if (fetch == null) {
          if (onHold(now)) {
            throw unavailable(now);
          }
          start(claims);
        }
        running = fetch;
        if (running == null) { // it could not even start
          throw unavailable(now);
        }
      }
      boolean late = running.hungNanos - deadlineNanos > 0;
      boolean done = running.done.await(late ? deadlineNanos : running.hungNanos);
      if (!done && late) {
        return null;
      }
      // A fetch that others began may bring a token without the claims: then another one is needed.
      if (done && (claims == null || Objects.equals(claims, running.claims))) {
        return running.result();
      }
    }
  }

  private void renewInTheBackground(Cached current, long now) {
    giveUpIfHung(now);
    if (now - current.mayRenewNanos >= 0 && fetch == null && !onHold(now)) {
      start(null);
    }
  }

  // A supplier that never returns must not keep all later callers from a token.
  private void giveUpIfHung(long now) {
    Fetch running = fetch;
    if (running != null && now - running.hungNanos >= 0) {
      fetch = null;
      failed(
          ErrorReport.of(ErrorKind.SIGN_IN)
              .detail("the token supplier did not return within " + FETCH_TIMEOUT)
              .advice("Check what it waits for.")
              .retryable(true, null)
              .toException());
      running.failure = unavailable(now);
      Thread thread = running.thread;
      if (thread != null) {
        thread.interrupt();
      }
      running.done.fire();
    }
  }

  /** Whether it holds nothing that the next caller would need. */
  synchronized boolean isOver() {
    long now = time.nanos();
    if (fetch != null || onHold(now)) {
      return false;
    }
    return cached == null ? lastError != null : now - cached.mustRenewNanos >= 0;
  }

  private boolean onHold(long now) {
    return lastError != null && now - holdUntilNanos < 0;
  }

  private TokenUnavailable unavailable(long now) {
    DefenderException error =
        lastError != null ? lastError : ErrorReport.of(ErrorKind.SIGN_IN).toException();
    return new TokenUnavailable(error, Math.max(0, holdUntilNanos - now));
  }

  private void start(@Nullable String claims) {
    long hungNanos = time.nanos() + FETCH_TIMEOUT.toNanos() + SLACK.toNanos();
    Fetch started = new Fetch(time.newSignal(), claims, hungNanos);
    fetch = started;
    try {
      executor.execute(time.tracked(() -> run(started, claims)));
    } catch (RejectedExecutionException e) {
      fetch = null;
      failed(
          ErrorReport.of(ErrorKind.SIGN_IN).detail("the client is closed").cause(e).toException());
    }
  }

  private void run(Fetch running, @Nullable String claims) {
    running.thread = Thread.currentThread();
    try {
      TokenRequest request =
          new TokenRequest(
              key.tenantId(),
              key.user().name(),
              key.user().assertion(),
              key.authority(),
              key.scope(),
              claims,
              FETCH_TIMEOUT,
              httpClient,
              time);
      AccessToken token = key.credential().token(request);
      if (token == null) {
        throw ErrorReport.of(ErrorKind.SIGN_IN)
            .detail("the token supplier returned null")
            .advice("Return a token, or throw.")
            .toException();
      }
      succeeded(running, token);
    } catch (InterruptedException e) {
      // The client was closed while it fetched.
      Thread.currentThread().interrupt();
      failed(running, ErrorReport.of(ErrorKind.SIGN_IN).detail("interrupted").toException());
    } catch (DefenderException e) {
      failed(running, e);
    } catch (Exception | Error e) {
      failed(
          running,
          ErrorReport.of(ErrorKind.SIGN_IN)
              .detail("the token supplier failed with " + e.getClass().getSimpleName())
              .advice("See the cause.")
              .retryable(e instanceof IOException, null) // the network may be back in a moment
              .cause(e)
              .toException());
    } finally {
      synchronized (this) {
        running.thread = null;
      }
    }
  }

  private void succeeded(Fetch running, AccessToken token) {
    synchronized (this) {
      if (fetch != running) {
        return; // given up on
      }
      cached = new Cached(token, running.claims);
      lastError = null;
      failures = 0;
      fetch = null;
      running.token = token;
    }
    running.done.fire();
  }

  private void failed(Fetch running, DefenderException error) {
    synchronized (this) {
      if (fetch != running) {
        return; // given up on
      }
      fetch = null;
      failed(error);
      running.failure = unavailable(time.nanos());
    }
    running.done.fire();
  }

  private void failed(DefenderException error) {
    failures++;
    long own = Math.min(LONGEST_HOLD, SECOND << Math.min(failures - 1, 6));
    long asked = error.retryAfter().map(Duration::toNanos).orElse(0L);
    lastError = error;
    holdUntilNanos = time.nanos() + Math.max(own, asked);
  }

  /** A token and its marks. */
  private final class Cached {

    private final AccessToken token;
    private final @Nullable String claims;
    private final long mayRenewNanos;
    private final long mustRenewNanos;

    private Cached(AccessToken token, @Nullable String claims) {
      this.token = token;
      this.claims = claims;
      Duration life = until(token.expiresAt());
      // Short-lived tokens keep most of their life: the marks are fractions of it then.
      Duration may = life.minus(least(RENEW_BEFORE, life.dividedBy(5)));
      Duration must = life.minus(least(LEAST_LEFT, life.dividedBy(10)));
      if (token.refreshAt() != null) {
        may = least(may, until(token.refreshAt()));
      }
      long now = time.nanos();
      this.mayRenewNanos = now + may.toNanos();
      this.mustRenewNanos = now + must.toNanos();
    }

    private boolean serves(long now, @Nullable AccessToken refused, @Nullable String wantedClaims) {
      return !Objects.equals(token, refused)
          && (wantedClaims == null || wantedClaims.equals(claims))
          && now - mustRenewNanos < 0;
    }

    // Bounded: suppliers say "never ends" by times that a count of nanoseconds cannot reach.
    private Duration until(Instant at) {
      Duration left = least(Duration.between(time.now(), at), LONGEST_LIFE);
      return left.isNegative() ? Duration.ZERO : left;
    }

    private static Duration least(Duration a, Duration b) {
      return a.compareTo(b) < 0 ? a : b;
    }
  }

  /** One fetch, which all callers wait for. */
  private static final class Fetch {

    private final TimeSource.Signal done;
    private final @Nullable String claims;
    private final long hungNanos;
    private volatile @Nullable Thread thread;
    private volatile @Nullable AccessToken token;
    private volatile @Nullable TokenUnavailable failure;

    private Fetch(TimeSource.Signal done, @Nullable String claims, long hungNanos) {
      this.done = done;
      this.claims = claims;
      this.hungNanos = hungNanos;
    }

    private @Nullable AccessToken result() throws TokenUnavailable {
      TokenUnavailable failed = failure;
      if (failed != null) {
        throw new TokenUnavailable(failed.error(), failed.waitNanos());
      }
      return token;
    }
  }
}
