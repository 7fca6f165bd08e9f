package dev.defendersdk.core;

import dev.defendersdk.core.DefenderClient.View;
import dev.defendersdk.core.auth.AccessToken;
import dev.defendersdk.core.auth.Credential;
import dev.defendersdk.core.call.Answer;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.call.Operation;
import dev.defendersdk.core.call.Quota;
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
import dev.defendersdk.core.internal.runner.Manner;
import dev.defendersdk.core.internal.runner.PreparedCall;
import dev.defendersdk.core.internal.runner.Reporter;
import dev.defendersdk.core.internal.runner.Runner;
import dev.defendersdk.core.internal.runner.Workers;
import dev.defendersdk.core.internal.transport.Transport;
import dev.defendersdk.core.observe.UnexpectedMemberEvent;
import dev.defendersdk.core.time.TimeSource;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** What all clients that come from one builder share. */
final class Engine {

  // Pages of the service inflate to some ten times their size: far beyond is no page but an attack.
  private static final long MOST_INFLATION = 16;

  private static final Duration TOKEN_DEADLINE = Duration.ofMinutes(2);

  private final DefenderCloud cloud;
  private final Credential credential;
  private final TimeSource time;
  private final @Nullable Duration deadline;
  private final @Nullable Duration attemptTimeout;
  private final int maxAttempts;
  private final QuotaLedger quotas;
  // Dropped by close(): on JDK 17 an HTTP client ends when nothing refers to it any more.
  private volatile @Nullable Live live;

  /** What there is of a client until it is closed. */
  private record Live(
      Runner runner, ExecutorService threads, ExecutorService workers, @Nullable HttpClient own) {}

  Engine(DefenderClientBuilder settings, Credential credential, String userAgent) {
    this.cloud = settings.cloud;
    this.credential = credential;
    this.time = settings.time;
    this.deadline = settings.deadline;
    this.attemptTimeout = settings.attemptTimeout;
    this.maxAttempts = settings.maxAttempts;
    this.quotas = settings.limits != null ? settings.limits.ledger() : new QuotaLedger(time, 1);
    ExecutorService threads = Executors.newCachedThreadPool(Daemons.named("defender-sdk-"));
    ExecutorService workers = Daemons.pool(settings.backgroundThreads, "defender-sdk-background-");
    HttpClient given = settings.httpClient;
    HttpClient own =
        given != null ? null : OwnHttpClient.create(threads, settings.sslContext, settings.proxy);
    HttpClient http = given != null ? given : Objects.requireNonNull(own);
    TimeSource.Timer timer = time.newTimer(threads);
    Runner runner =
        new Runner(
            time,
            new Transport(
                http, time, timer, settings.largestAnswer, MOST_INFLATION * settings.largestAnswer),
            new TokenCache(time, timer, http, threads),
            quotas,
            new Workers(time, timer, workers),
            settings.backgroundCallsPerTenant,
            settings.listener,
            userAgent);
    this.live = new Live(runner, threads, workers, own);
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

  @SuppressWarnings("unchecked") // the answer's form says what a T is
  <T> T execute(Call<T> call, CallOptions options, View view) {
    Operation<T> operation = call.operation();
    if (operation.answer().form() == Answer.Form.LIST) {
      PagedCall<Object> list = new PagedCall<>(this, (Call<List<Object>>) call, options, view);
      boolean reads = operation.repeatability() == Repeatability.READ;
      return (T) (reads ? list.paged().toList() : list.onePage().toList());
    }
    return runner().run(prepare(call, call.target(), false, options, view, decoder(operation)));
  }

  /** Null where the service finds nothing, or has nothing to say. */
  <T> @Nullable T find(Call<T> call, CallOptions options, View view) {
    Decoder<T> decoder = decoder(call.operation());
    Decoder<Optional<T>> optional =
        answer ->
            answer.status() == 404 || answer.length() == 0
                ? Optional.empty()
                : Optional.of(decoder.decode(answer));
    return runner().run(prepare(call, call.target(), true, options, view, optional)).orElse(null);
  }

  <T> CompletableFuture<T> start(Call<T> call, CallOptions options, View view, Manner manner) {
    Operation<T> operation = call.operation();
    if (operation.answer().form() == Answer.Form.LIST) {
      throw new IllegalArgumentException(
          "call is of " + operation + ": that returns a list. Use forEachPage(…).");
    }
    return runner()
        .start(prepare(call, call.target(), false, options, view, decoder(operation)), manner);
  }

  @SuppressWarnings({
    "unchecked",
    "NullAway"
  }) // the answer's form says which decoder makes a T, or null
  private <T> Decoder<T> decoder(Operation<T> operation) {
    Class<?> type = operation.answer().type();
    return switch (operation.answer().form()) {
      case NOTHING -> answer -> (T) null;
      case COUNT -> answer -> (T) CountAnswer.read(answer);
      case LINK -> answer -> (T) LinkAnswer.read(answer);
      case TABLE -> answer -> (T) WireTable.read(answer);
      case ENTITY, LIST ->
          answer -> {
            try (var body = answer.open()) {
              return (T) JsonCodec.read(type, body, misfits(operation));
            }
          };
    };
  }

  <E> Page<E> page(
      Call<?> call, String target, boolean first, CallOptions options, View view, Class<E> type) {
    return runner().run(preparePage(call, target, first, options, view, type));
  }

  <E> CompletableFuture<Page<E>> startPage(
      Call<?> call,
      String target,
      boolean first,
      CallOptions options,
      View view,
      Class<E> type,
      Manner manner) {
    return runner().start(preparePage(call, target, first, options, view, type), manner);
  }

  private <E> PreparedCall<Page<E>> preparePage(
      Call<?> call, String target, boolean first, CallOptions options, View view, Class<E> type) {
    Decoder<Page<E>> decoder = Page.decoder(type, misfits(call.operation()));
    boolean mayBeMissing = first && call.operation().emptyWhenNotFound();
    return prepare(call, target, mayBeMissing, options, view, decoder);
  }

  CompletableFuture<Void> after(Duration delay, Runnable task) {
    return runner().later(time.nanos() + delay.toNanos(), task);
  }

  QuotaLedger.Reading quota(Operation<?> operation, View view) {
    return quotas.read(quotaKey(operation, view), operation.quota());
  }

  void forgetTokens(String tenantId) {
    runner().forgetTokens(folded(tenantId));
  }

  void forgetTenant(String tenantId) {
    runner().forget(folded(tenantId));
  }

  void close() {
    Live ending;
    synchronized (this) {
      ending = live;
      live = null;
    }
    if (ending == null) {
      return;
    }
    ending.runner().close();
    // What has no thread yet belongs to calls that have ended: it does nothing any more, but a time
    // source may know of it and wait for it.
    ending.workers().shutdownNow().forEach(Runnable::run);
    ending.threads().shutdownNow().forEach(Runnable::run);
    if (ending.own() != null) {
      OwnHttpClient.end(ending.own());
    }
  }

  Runner runner() {
    Live alive = live;
    if (alive == null) {
      throw new IllegalStateException(
          "the client is closed: it makes no more calls. Build a new one.");
    }
    return alive.runner();
  }

  private <T> PreparedCall<T> prepare(
      Call<?> call,
      String target,
      boolean emptyWhenNotFound,
      CallOptions options,
      View view,
      Decoder<T> decoder) {
    Operation<?> operation = call.operation();
    Answer.Form form = operation.answer().form();
    if (form == Answer.Form.ENTITY || form == Answer.Form.LIST) {
      EntityReader.of(operation.answer().type()); // says now if it cannot be read
    }
    URI root = operation.service() == Service.GRAPH ? cloud.graph() : cloud.defender();
    String id = options.clientRequestId();
    return new PreparedCall<>(
        operation,
        call.repeatability(),
        URI.create(root + target),
        body(call),
        tokenKey(operation.service(), view),
        quotaKey(operation, view),
        view.tenantId(),
        id == null ? newId() : id,
        options.deadlineOr(deadline == null ? operation.deadline() : deadline),
        options.attemptTimeoutOr(
            attemptTimeout == null ? operation.attemptTimeout() : attemptTimeout),
        options.maxAttemptsOr(maxAttempts),
        emptyWhenNotFound,
        decoder);
  }

  private PreparedCall.@Nullable Body body(Call<?> call) {
    if (call.multipart() != null) {
      MultipartBody parts = MultipartBody.of(call.multipart(), time.random());
      return new PreparedCall.Body(parts.contentType(), parts.publisher());
    }
    return call.members().isEmpty()
        ? null
        : new PreparedCall.Body(
            // Graph alone asks for the charset, for queries beyond ASCII (graph-security.md, 3).
            call.operation().service() == Service.GRAPH
                ? "application/json; charset=utf-8"
                : "application/json",
            BodyPublishers.ofByteArray(JsonCodec.writeBody(call.members())));
  }

  /** The token that calls of a service go with. */
  AccessToken token(Service service, View view) {
    return runner().token(tokenKey(service, view), deadline == null ? TOKEN_DEADLINE : deadline);
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

  private QuotaKey quotaKey(Operation<?> operation, View view) {
    Quota quota = operation.quota();
    String application = quota.scope() == Quota.Scope.TENANT ? "" : folded(credential.clientId());
    return new QuotaKey(folded(view.tenantId()), application, quota.group());
  }

  // Ids and domain names mean the same in any case.
  private static String folded(String id) {
    return id.toLowerCase(Locale.ROOT);
  }

  private Misfits misfits(Operation<?> operation) {
    Reporter reporter = runner().reporter();
    return (type, member) ->
        reporter.unexpectedMember(
            new UnexpectedMemberEvent(operation.id(), type.getSimpleName(), member));
  }

  private String newId() {
    long most = (time.random().nextLong() & ~0xF000L) | 0x4000L;
    long least = (time.random().nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | Long.MIN_VALUE;
    return new UUID(most, least).toString();
  }
}
