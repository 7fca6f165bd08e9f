package dev.defendersdk.core.internal.runner;

import dev.defendersdk.core.auth.AccessToken;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.error.ErrorReport;
import dev.defendersdk.core.internal.auth.TokenCache;
import dev.defendersdk.core.internal.auth.TokenKey;
import dev.defendersdk.core.internal.auth.TokenUnavailable;
import dev.defendersdk.core.internal.quota.QuotaLedger;
import dev.defendersdk.core.internal.transport.Transport;
import dev.defendersdk.core.observe.CallListener;
import dev.defendersdk.core.time.TimeSource;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The blocking driver: runs a call on the caller's thread until it has an end. */
public final class Runner {

  private final TimeSource time;
  private final Transport transport;
  private final TokenCache tokens;
  private final QuotaLedger quotas;
  private final Reporter reporter;
  private final String userAgent;
  private final ConcurrentMap<String, RetryBudget> budgets = new ConcurrentHashMap<>();
  private final Set<Closing> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  public Runner(
      TimeSource time,
      Transport transport,
      TokenCache tokens,
      QuotaLedger quotas,
      CallListener listener,
      String userAgent) {
    this.time = time;
    this.transport = transport;
    this.tokens = tokens;
    this.quotas = quotas;
    this.reporter = new Reporter(listener);
    this.userAgent = userAgent;
  }

  /**
   * Runs a call.
   *
   * @throws dev.defendersdk.core.error.DefenderException if it fails
   */
  public <T> T run(PreparedCall<T> call) {
    return new CallRun<>(call, this).run();
  }

  /**
   * A token, without a call.
   *
   * @throws dev.defendersdk.core.error.DefenderException if there is none
   */
  public AccessToken token(TokenKey key, Duration timeout) {
    try {
      AccessToken token = tokens.get(key, time.nanos() + timeout.toNanos(), null, null);
      if (token == null) {
        throw ErrorReport.of(ErrorKind.DEADLINE)
            .detail("no token for tenant " + key.tenantId() + " within " + timeout)
            .retryable(true, null)
            .toException();
      }
      return token;
    } catch (TokenUnavailable e) {
      throw e.error();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ErrorReport.of(ErrorKind.INTERRUPTED).toException();
    }
  }

  /** Ends all running calls, and those that begin while it does. */
  public void close() {
    closed = true;
    running.forEach(Closing::ask);
  }

  void begin(Closing call) {
    running.add(call);
    if (closed) {
      call.ask();
    }
  }

  void end(Closing call) {
    running.remove(call);
  }

  TimeSource time() {
    return time;
  }

  Transport transport() {
    return transport;
  }

  TokenCache tokens() {
    return tokens;
  }

  QuotaLedger quotas() {
    return quotas;
  }

  public Reporter reporter() {
    return reporter;
  }

  String userAgent() {
    return userAgent;
  }

  RetryBudget budget(String tenantId) {
    return budgets.computeIfAbsent(tenantId, absent -> new RetryBudget());
  }
}
