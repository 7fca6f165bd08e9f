package dev.defendersdk.core;

import dev.defendersdk.core.DefenderClient.View;
import dev.defendersdk.core.auth.AccessToken;
import dev.defendersdk.core.auth.Credential;
import dev.defendersdk.core.call.Answer;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.call.Operation;
import dev.defendersdk.core.call.Repeatability;
import dev.defendersdk.core.call.Service;
import dev.defendersdk.core.internal.auth.TokenCache;
import dev.defendersdk.core.internal.auth.TokenKey;
import dev.defendersdk.core.internal.json.EntityReader;
import dev.defendersdk.core.internal.json.JsonCodec;
import dev.defendersdk.core.internal.json.Misfits;
import dev.defendersdk.core.internal.quota.QuotaKey;
import dev.defendersdk.core.internal.quota.QuotaLedger;
import dev.defendersdk.core.internal.runner.Decoder;
import dev.defendersdk.core.internal.runner.PreparedCall;
import dev.defendersdk.core.internal.runner.Runner;
import dev.defendersdk.core.internal.transport.Transport;
import dev.defendersdk.core.observe.UnexpectedMemberEvent;
import dev.defendersdk.core.time.TimeSource;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** What all clients that come from one builder share. */
final class Engine {

  // A page of 10,000 entities inflates to some 30 MB: far beyond is no page but an attack.
  private static final long LARGEST_INFLATED = 1L << 30;
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private final DefenderCloud cloud;
  private final Credential credential;
  private final TimeSource time;
  private final Duration deadline;
  private final Duration attemptTimeout;
  private final int maxAttempts;
  private final ExecutorService executor;
  private final TokenCache tokens;
  private final QuotaLedger quotas;
  private final Runner runner;
  private volatile boolean closed;

  Engine(DefenderClientBuilder settings, Credential credential, String userAgent) {
    this.cloud = settings.cloud;
    this.credential = credential;
    this.time = settings.time;
    this.deadline = settings.deadline;
    this.attemptTimeout = settings.attemptTimeout;
    this.maxAttempts = settings.maxAttempts;
    this.executor = Executors.newCachedThreadPool(daemons());
    HttpClient http =
        settings.httpClient != null
            ? settings.httpClient
            : HttpClient.newBuilder()
                // A rate-limited API gains nothing by streams, and has none to run out of.
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_TIMEOUT)
                .executor(executor)
                .build();
    this.tokens = new TokenCache(time, http, executor);
    this.quotas = settings.limits != null ? settings.limits.ledger() : new QuotaLedger(time);
    this.runner =
        new Runner(
            time,
            new Transport(http, time, settings.largestAnswer, LARGEST_INFLATED),
            tokens,
            quotas,
            settings.listener,
            userAgent);
  }

  DefenderCloud cloud() {
    return cloud;
  }

  Credential credential() {
    return credential;
  }

  TimeSource time() {
    return time;
  }

  @SuppressWarnings({
    "unchecked",
    "NullAway"
  }) // the answer's form says which decoder makes a T, or null
  <T> T execute(Call<T> call, CallOptions options, View view) {
    Operation<T> operation = call.operation();
    Class<?> type = operation.answer().type();
    if (operation.answer().form() == Answer.Form.LIST) {
      PagedCall<Object> list = new PagedCall<>(this, (Call<List<Object>>) call, options, view);
      boolean reads = operation.repeatability() == Repeatability.READ;
      return (T) (reads ? list.paged().toList() : list.onePage().toList());
    }
    Decoder<T> decoder =
        operation.answer().form() == Answer.Form.NOTHING
            ? answer -> (T) null
            : answer -> {
              try (var body = answer.open()) {
                return (T) JsonCodec.read(type, body, misfits(operation));
              }
            };
    return runner.run(prepare(call, call.target(), false, options, view, decoder));
  }

  <E> Page<E> page(
      Call<?> call, String target, boolean first, CallOptions options, View view, Class<E> type) {
    Decoder<Page<E>> decoder = Page.decoder(type, misfits(call.operation()));
    boolean mayBeMissing = first && call.operation().emptyWhenNotFound();
    return runner.run(prepare(call, target, mayBeMissing, options, view, decoder));
  }

  QuotaLedger.Reading quota(Operation<?> operation, View view) {
    return quotas.read(quotaKey(operation, view), operation.quota());
  }

  void forgetTokens(String tenantId) {
    tokens.forget(folded(tenantId));
  }

  void close() {
    closed = true;
    runner.close();
    executor.shutdownNow();
  }

  private <T> PreparedCall<T> prepare(
      Call<?> call,
      String target,
      boolean emptyWhenNotFound,
      CallOptions options,
      View view,
      Decoder<T> decoder) {
    refuseIfClosed();
    Operation<?> operation = call.operation();
    if (operation.answer().form() != Answer.Form.NOTHING) {
      EntityReader.of(operation.answer().type()); // says now if it cannot be read
    }
    URI root = operation.service() == Service.GRAPH ? cloud.graph() : cloud.defender();
    String id = options.clientRequestId();
    return new PreparedCall<>(
        operation,
        URI.create(root + target),
        call.members().isEmpty()
            ? null
            : BodyPublishers.ofByteArray(JsonCodec.writeBody(call.members())),
        tokenKey(operation.service(), view),
        quotaKey(operation, view),
        view.tenantId(),
        id == null ? newId() : id,
        options.deadlineOr(deadline),
        options.attemptTimeoutOr(attemptTimeout),
        options.maxAttemptsOr(maxAttempts),
        emptyWhenNotFound,
        decoder);
  }

  /** The token that calls of a service go with. */
  AccessToken token(Service service, View view) {
    refuseIfClosed();
    return runner.token(tokenKey(service, view), deadline);
  }

  /** What the tokens of a service are for. */
  String audience(Service service) {
    return service == Service.GRAPH ? cloud.graphAudience() : cloud.defenderAudience();
  }

  private TokenKey tokenKey(Service service, View view) {
    return new TokenKey(
        credential,
        view.user(),
        cloud.authority(),
        folded(view.tenantId()),
        audience(service) + "/.default");
  }

  private void refuseIfClosed() {
    if (closed) {
      throw new IllegalStateException(
          "the client is closed: it makes no more calls. Build a new one.");
    }
  }

  private QuotaKey quotaKey(Operation<?> operation, View view) {
    return new QuotaKey(
        folded(view.tenantId()), folded(credential.clientId()), operation.quota().group());
  }

  // Ids and domain names mean the same in any case.
  private static String folded(String id) {
    return id.toLowerCase(Locale.ROOT);
  }

  private Misfits misfits(Operation<?> operation) {
    return (type, member) ->
        runner
            .reporter()
            .unexpectedMember(
                new UnexpectedMemberEvent(operation.id(), type.getSimpleName(), member));
  }

  private String newId() {
    long most = (time.random().nextLong() & ~0xF000L) | 0x4000L;
    long least = (time.random().nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | Long.MIN_VALUE;
    return new UUID(most, least).toString();
  }

  private static ThreadFactory daemons() {
    AtomicInteger number = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, "defender-sdk-" + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
