package dev.defendersdk.core.internal.auth;

import dev.defendersdk.core.auth.AccessToken;
import dev.defendersdk.core.auth.TokenRequest;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.error.ErrorReport;
import dev.defendersdk.core.internal.waiting.Awaited;
import dev.defendersdk.core.internal.waiting.Look;
import dev.defendersdk.core.time.TimeSource;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The token of one key. Two marks: past the first, callers still get the old token while one fetch
 * runs in the background; past the second, they wait for it. After a failed fetch the sign-in is
 * left alone for a while, longer each time, or for as long as it asked.
 */
final class TokenEntry {

  private static final Duration FETCH_TIMEOUT = Duration.ofSeconds(30);
  private static final Duration SLACK = Duration.ofSeconds(5);
  private static final long SECOND = 1_000_000_000L;
  private static final long LONGEST_HOLD = 60 * SECOND;

  private final TokenKey key;
  private final TimeSource time;
  private final TimeSource.Timer timer;
  private final HttpClient httpClient;
  private final FetchLine line;

  private @Nullable CachedToken cached;
  private @Nullable Fetch fetch;
  private @Nullable DefenderException lastError;
  private int failures;
  private long holdUntilNanos;

  TokenEntry(
      TokenKey key,
      TimeSource time,
      TimeSource.Timer timer,
      HttpClient httpClient,
      FetchLine line) {
    this.key = key;
    this.time = time;
    this.timer = timer;
    this.httpClient = httpClient;
    this.line = line;
  }

  /** One caller's wish for a token. */
  final class Wish implements Awaited<TokenAnswer> {

    private final long deadlineNanos;
    private final @Nullable CachedToken refused;
    private final @Nullable String claims;
    private @Nullable Fetch joined;

    Wish(long deadlineNanos, @Nullable CachedToken refused, @Nullable String claims) {
      this.deadlineNanos = deadlineNanos;
      this.refused = refused;
      this.claims = claims;
    }

    @Override
    public Look<TokenAnswer> look(Runnable wake) {
      synchronized (TokenEntry.this) {
        TokenAnswer brought = broughtByJoined();
        if (brought != null) {
          return Look.at(brought);
        }
        long now = time.nanos();
        CachedToken current = cached;
        if (current != null && current.serves(now, refused, claims)) {
          renewInTheBackground(current, now);
          return Look.at(new TokenAnswer.Ready(current));
        }
        if (now - deadlineNanos >= 0) {
          return Look.at(new TokenAnswer.Late());
        }
        if (fetch == null && onHold(now)) {
          return Look.at(unavailable(now));
        }
        Fetch running = fetch == null ? start(claims, refused != null) : fetch;
        if (running.answer != null) { // it could not even start
          return Look.at(running.answer);
        }
        joined = running;
        running.wakeWith(wake);
        return Look.againAt(deadlineNanos);
      }
    }

    // A fetch that others began may bring a token without the claims: then another one is needed.
    private @Nullable TokenAnswer broughtByJoined() {
      Fetch ended = joined;
      if (ended == null || ended.answer == null) {
        return null;
      }
      joined = null;
      boolean serves = claims == null || Objects.equals(claims, ended.claims);
      return serves || ended.answer instanceof TokenAnswer.Unavailable ? ended.answer : null;
    }
  }

  private void renewInTheBackground(CachedToken current, long now) {
    if (current.mayBeRenewed(now) && fetch == null && !onHold(now)) {
      start(null, false);
    }
  }

  /** Whether it holds nothing that the next caller would need. */
  synchronized boolean isOver() {
    long now = time.nanos();
    if (fetch != null || onHold(now)) {
      return false;
    }
    return cached == null ? lastError != null : cached.isOver(now);
  }

  private boolean onHold(long now) {
    return lastError != null && now - holdUntilNanos < 0;
  }

  private TokenAnswer.Unavailable unavailable(long now) {
    DefenderException error =
        lastError != null ? lastError : ErrorReport.of(ErrorKind.SIGN_IN).toException();
    return new TokenAnswer.Unavailable(error, Math.max(0, holdUntilNanos - now));
  }

  private Fetch start(@Nullable String claims, boolean forRefused) {
    Fetch started = new Fetch(claims, forRefused);
    fetch = started;
    try {
      line.enter(() -> run(started));
    } catch (RejectedExecutionException e) {
      failed(
          started,
          ErrorReport.of(ErrorKind.SIGN_IN).detail("the client is closed").cause(e).toException());
    }
    return started;
  }

  private void run(Fetch running) {
    synchronized (this) {
      running.thread = Thread.currentThread();
    }
    // A supplier that never returns must not keep all later callers from a token.
    long hungNanos = time.nanos() + FETCH_TIMEOUT.plus(SLACK).toNanos();
    TimeSource.Alarm hung = timer.at(hungNanos, () -> giveUp(running));
    try {
      succeeded(running, fetch(running.claims));
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
      hung.cancel();
      synchronized (this) {
        running.thread = null;
      }
    }
  }

  private AccessToken fetch(@Nullable String claims) throws Exception {
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
    return token;
  }

  private void giveUp(Fetch hung) {
    failed(
        hung,
        ErrorReport.of(ErrorKind.SIGN_IN)
            .detail("the token supplier did not return within " + FETCH_TIMEOUT)
            .advice("Check what it waits for.")
            .retryable(true, null)
            .toException());
    synchronized (this) {
      if (hung.thread != null) {
        hung.thread.interrupt();
      }
    }
  }

  private synchronized void succeeded(Fetch running, AccessToken token) {
    if (fetch != running) {
      return; // given up on
    }
    fetch = null;
    CachedToken fresh = new CachedToken(token, running, time);
    cached = fresh;
    lastError = null;
    failures = 0;
    running.end(new TokenAnswer.Ready(fresh));
  }

  private synchronized void failed(Fetch running, DefenderException error) {
    if (fetch != running) {
      return; // given up on
    }
    fetch = null;
    failures++;
    long own = Math.min(LONGEST_HOLD, SECOND << Math.min(failures - 1, 6));
    long asked = error.retryAfter().map(Duration::toNanos).orElse(0L);
    lastError = error;
    holdUntilNanos = time.nanos() + Math.max(own, asked);
    running.end(unavailable(time.nanos()));
  }
}
