package dev.defendersdk.core.internal.auth;

import dev.defendersdk.core.internal.waiting.Awaited;
import dev.defendersdk.core.time.TimeSource;
import java.net.http.HttpClient;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a client, and the fetching of them. All callers of one key share one fetch; the
 * fetch runs on a thread of its own and belongs to none of them, so one that leaves takes nothing
 * with it.
 */
public final class TokenCache {

  private static final int LEAST_SWEEP = 256;

  private final TimeSource time;
  private final TimeSource.Timer timer;
  private final HttpClient httpClient;
  private final FetchLine line;
  private final ConcurrentMap<TokenKey, TokenEntry> entries = new ConcurrentHashMap<>();
  private volatile int sweepAt = LEAST_SWEEP;

  public TokenCache(
      TimeSource time, TimeSource.Timer timer, HttpClient httpClient, Executor executor) {
    this.time = time;
    this.timer = timer;
    this.httpClient = httpClient;
    this.line = new FetchLine(time, timer, executor);
  }

  /**
   * The wish for a token that the service should accept.
   *
   * @param deadlineNanos when it is of no use any more
   * @param refused the token that the service refused just now, which is then replaced, or null
   * @param claims the claims challenge that came with the refusal, decoded, or null
   */
  public Awaited<TokenAnswer> wish(
      TokenKey key, long deadlineNanos, @Nullable CachedToken refused, @Nullable String claims) {
    return entry(key).new Wish(deadlineNanos, refused, claims);
  }

  /** Forgets the tokens of a tenant, after new consent for example. */
  public void forget(String tenantId) {
    entries.keySet().removeIf(key -> key.tenantId().equals(tenantId));
  }

  int size() {
    return entries.size();
  }

  private TokenEntry entry(TokenKey key) {
    TokenEntry entry = entries.get(key);
    if (entry != null) {
      return entry;
    }
    if (entries.size() >= sweepAt) {
      sweep();
    }
    return entries.computeIfAbsent(key, k -> new TokenEntry(k, time, timer, httpClient, line));
  }

  // Users come with a new token each hour and never with the old one again. What goes is of no use,
  // so that a caller who holds it just now loses nothing; doubling keeps the cost of it small.
  private void sweep() {
    entries.values().removeIf(TokenEntry::isOver);
    sweepAt = Math.max(LEAST_SWEEP, 2 * entries.size());
  }
}
