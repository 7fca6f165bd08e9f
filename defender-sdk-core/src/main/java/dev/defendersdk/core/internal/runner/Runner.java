package dev.defendersdk.core.internal.runner;

import dev.defendersdk.core.auth.AccessToken;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.error.ErrorReport;
import dev.defendersdk.core.internal.auth.TokenAnswer;
import dev.defendersdk.core.internal.auth.TokenCache;
import dev.defendersdk.core.internal.auth.TokenKey;
import dev.defendersdk.core.internal.quota.QuotaLedger;
import dev.defendersdk.core.internal.transport.Transport;
import dev.defendersdk.core.observe.CallListener;
import dev.defendersdk.core.time.TimeSource;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Runs calls: on their caller's thread, or without one. */
public final class Runner {

  private final TimeSource time;
  private final Transport transport;
  private final TokenCache tokens;
  private final QuotaLedger quotas;
  private final Reporter reporter;
  private final String userAgent;
  private final Workers workers;
  private final Lanes lanes;
  private final ConcurrentMap<String, RetryBudget> budgets = new ConcurrentHashMap<>();
  private final Set<RunningCall> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  public Runner(
      TimeSource time,
      Transport transport,
      TokenCache tokens,
      QuotaLedger quotas,
      Workers workers,
      int laneWidth,
      CallListener listener,
      String userAgent) {
    this.time = time;
    this.transport = transport;
    this.tokens = tokens;
    this.quotas = quotas;
    this.workers = workers;
    this.lanes = new Lanes(laneWidth, time);
    this.reporter = new Reporter(listener);
    this.userAgent = userAgent;
  }

  /**
   * Runs a call on the calling thread.
   *
   * @throws dev.defendersdk.core.error.DefenderException if it fails
   */
  public <T> T run(PreparedCall<T> call) {
    return new BlockingRun<>(call, this).run();
  }

  /** Starts a call that needs no thread while it waits. */
  public <T> CompletableFuture<T> start(PreparedCall<T> call, Manner manner) {
    return new ScheduledRun<>(call, this, workers, manner).begin();
  }

  /** Runs a task at a time, unless the client is closed before. */
  public CompletableFuture<Void> later(long nanos, Runnable task) {
    return new Later(task).begin(this, nanos);
  }

  /**
   * A token, without a call.
   *
   * @throws dev.defendersdk.core.error.DefenderException if there is none
   */
  public AccessToken token(TokenKey key, Duration timeout) {
    try {
      TokenAnswer answer =
          tokens.wish(key, time.nanos() + timeout.toNanos(), null, null).await(time);
      if (answer instanceof TokenAnswer.Ready ready) {
        return ready.token().token();
      }
      if (answer instanceof TokenAnswer.Unavailable unavailable) {
        throw unavailable.error();
      }
      throw ErrorReport.of(ErrorKind.DEADLINE)
          .detail("no token for tenant " + key.tenantId() + " within " + timeout)
          .retryable(true, null)
          .toException();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ErrorReport.of(ErrorKind.INTERRUPTED).toException();
    }
  }

  public void forgetTokens(String tenantId) {
    tokens.forget(tenantId);
  }

  /** Forgets what is kept for a tenant. Its running calls go on. */
  public void forget(String tenantId) {
    tokens.forget(tenantId);
    quotas.forget(tenantId);
    budgets.remove(tenantId);
  }

  /** Ends all running calls, and those that begin while it does. */
  public void close() {
    closed = true;
    running.forEach(RunningCall::endByClose);
  }

  boolean isClosed() {
    return closed;
  }

  public void begin(RunningCall call) {
    running.add(call);
    if (closed) {
      call.endByClose();
    }
  }

  public void end(RunningCall call) {
    running.remove(call);
  }

  public TimeSource time() {
    return time;
  }

  public Transport transport() {
    return transport;
  }

  TokenCache tokens() {
    return tokens;
  }

  QuotaLedger quotas() {
    return quotas;
  }

  Lanes lanes() {
    return lanes;
  }

  Workers workers() {
    return workers;
  }

  public Reporter reporter() {
    return reporter;
  }

  public String userAgent() {
    return userAgent;
  }

  RetryBudget budget(String tenantId) {
    return budgets.computeIfAbsent(tenantId, absent -> new RetryBudget());
  }
}
