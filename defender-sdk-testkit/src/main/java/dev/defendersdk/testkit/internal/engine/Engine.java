package dev.defendersdk.testkit.internal.engine;

import dev.defendersdk.testkit.internal.api.Answer;
import dev.defendersdk.testkit.internal.api.ApiError;
import dev.defendersdk.testkit.internal.api.Call;
import dev.defendersdk.testkit.internal.api.Caller;
import dev.defendersdk.testkit.internal.api.GraphErrors;
import dev.defendersdk.testkit.internal.api.Handler;
import dev.defendersdk.testkit.internal.api.Operation;
import dev.defendersdk.testkit.internal.api.QueryString;
import dev.defendersdk.testkit.internal.signin.Consent;
import dev.defendersdk.testkit.internal.signin.Directory;
import dev.defendersdk.testkit.internal.signin.Gate;
import dev.defendersdk.testkit.internal.signin.SignIn;
import dev.defendersdk.testkit.internal.storage.StorageHost;
import dev.defendersdk.testkit.internal.wire.Outcome;
import dev.defendersdk.testkit.internal.wire.WireRequest;
import dev.defendersdk.testkit.journal.JournalEntry;
import dev.defendersdk.testkit.rules.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The simulated service as a function: (request, state, time) to an answer or a fault. It knows
 * nothing of what carries the request, and it neither waits nor asks the time.
 */
public final class Engine {

  private static final Router ROUTER = new Router(OperationTable.all());

  private Engine() {}

  /** What was found out about a request before it is written. */
  private record Result(
      @Nullable Operation operation,
      @Nullable String tenantId,
      @Nullable String applicationId,
      Answer answer,
      @Nullable Fault fault,
      boolean compressed) {}

  /**
   * Carries a request out.
   *
   * @param sent when it left the client
   * @param now when it arrives, which is now
   */
  public static Outcome handle(CloudState state, WireRequest request, Instant sent, Instant now) {
    Result result =
        state.locked(
            () -> {
              drain(state, now);
              return carryOut(state, request, sent, now);
            });
    return Writer.write(
        result.answer(), result.operation(), result.fault(), request, result.compressed());
  }

  /** Takes a request whose sender leaves before it arrives: it is carried out all the same. */
  public static void arrivesLater(
      CloudState state, WireRequest request, Instant sent, Instant arrival) {
    state.locked(
        () -> {
          state.addLate(request, sent, arrival);
          return arrival;
        });
  }

  /**
   * The journal as it stands.
   *
   * @param tenantId null for all tenants
   */
  public static List<JournalEntry> journal(
      CloudState state, @Nullable String tenantId, Instant now) {
    return state.locked(
        () -> {
          drain(state, now);
          return state.journal(tenantId);
        });
  }

  private static void drain(CloudState state, Instant now) {
    CloudState.Late late = state.nextLate(now);
    while (late != null) {
      carryOut(state, late.request(), late.sent(), late.arrival());
      late = state.nextLate(now);
    }
  }

  private static Result carryOut(CloudState state, WireRequest request, Instant sent, Instant now) {
    Router.Target target = ROUTER.find(request.method(), request.service(), request.path());
    Operation operation = target.operation();
    Result result;
    if (operation == null) {
      result = unknown(state, target);
    } else if (operation.service().equals("signIn")) {
      result = signIn(state, request, operation, target, now);
    } else if (operation.service().equals("storage")) {
      result = storage(state, request, operation, target, now);
    } else {
      result = service(state, request, operation, target, now);
    }
    state.record(entry(state, request, sent, now, result));
    return result;
  }

  private static Result unknown(CloudState state, Router.Target target) {
    TenantState only = state.onlyTenant();
    Fault fault = only == null ? null : only.faults().next(null, false);
    Answer answer =
        target.otherMethod()
            ? Answer.error(405, "MethodNotAllowed", "Method not allowed", state.ids().guid())
            : Answer.error(404, "NotFound", "No such path", state.ids().guid());
    return new Result(null, null, null, answer, fault, false);
  }

  private static Result signIn(
      CloudState state,
      WireRequest request,
      Operation operation,
      Router.Target target,
      Instant now) {
    String name = target.values().getOrDefault("tenant", "");
    boolean consent = operation.id().equals("signIn.adminConsent");
    // Where a link leaves the tenant open, the administrator's own is meant.
    TenantState tenant =
        consent && name.equalsIgnoreCase("common") ? state.onlyTenant() : state.tenantNamed(name);
    Fault fault = tenant == null ? null : tenant.faults().next(operation.id(), true);
    String tenantId = tenant == null ? null : tenant.directory().tenantId();
    if (fault != null && !fault.isActing()) {
      return new Result(operation, tenantId, null, untouched(state), fault, false);
    }
    Directory directory = tenant == null ? null : tenant.directory();
    SignIn.Result signedIn =
        consent
            ? Consent.answer(name, directory, state::partner, request.query(), state.ids(), now)
            : SignIn.answer(
                name,
                directory,
                operation.id().equals("signIn.token"),
                request.body(),
                state.ids(),
                now);
    return new Result(operation, tenantId, signedIn.clientId(), signedIn.answer(), fault, false);
  }

  private static Result storage(
      CloudState state,
      WireRequest request,
      Operation operation,
      Router.Target target,
      Instant now) {
    TenantState tenant = state.tenant(target.values().get("tenant"));
    if (tenant == null) {
      Answer answer = Answer.error(404, "ContainerNotFound", "No such place", state.ids().guid());
      return new Result(operation, null, null, answer, null, false);
    }
    Fault fault = tenant.faults().next(operation.id(), false);
    Answer answer =
        fault != null && !fault.isActing()
            ? untouched(state)
            : StorageHost.answer(
                tenant.storage(),
                target.values().getOrDefault("file", ""),
                request,
                tenant.quirks().emptyFirstDownload(),
                now);
    return new Result(operation, tenant.directory().tenantId(), null, answer, fault, false);
  }

  private static Result service(
      CloudState state,
      WireRequest request,
      Operation operation,
      Router.Target target,
      Instant now) {
    Gate.Decision decision =
        Gate.check(
            request.header("authorization"), state::directory, operation, now, state.ids().guid());
    Caller caller = decision.caller();
    TenantState tenant = caller == null ? state.onlyTenant() : state.tenant(caller.tenantId());
    Fault fault = tenant == null ? null : tenant.faults().next(operation.id(), false);
    boolean compressed = tenant != null && tenant.quirks().compressed();
    String tenantId = caller == null ? null : caller.tenantId();
    String applicationId = caller == null ? null : caller.applicationId();
    Answer answer;
    if (fault != null && !fault.isActing()) {
      answer = untouched(state);
    } else if (decision.refusal() != null) {
      answer = decision.refusal();
    } else if (caller == null || tenant == null) {
      throw new IllegalStateException("a call that is let in has a caller and a tenant");
    } else {
      answer = admitted(state, tenant, caller, request, operation, target, now);
    }
    if (operation.service().equals("graph") && answer.status() >= 400) {
      answer = GraphErrors.of(answer, request.header("client-request-id"), now);
    }
    return new Result(operation, tenantId, applicationId, answer, fault, compressed);
  }

  private static Answer admitted(
      CloudState state,
      TenantState tenant,
      Caller caller,
      WireRequest request,
      Operation operation,
      Router.Target target,
      Instant now) {
    QuotaBook.Excess excess = tenant.quotaBook().count(caller.applicationId(), operation, now);
    if (excess != null) {
      return tooMany(excess, tenant, state.ids().guid());
    }
    Handler handler = tenant.handler(operation.id());
    if (handler == null) {
      throw new IllegalStateException("no room answers " + operation.id());
    }
    try {
      QueryString query = QueryString.parse(request.query());
      return handler.handle(
          new Call(
              operation,
              target.values(),
              query,
              request.origin(),
              target.root(),
              request.header("prefer"),
              request.body(),
              caller,
              now,
              tenant.ids()));
    } catch (ApiError e) {
      return Answer.error(e.status(), e.code(), e.text(), state.ids().guid());
    }
  }

  private static Answer tooMany(QuotaBook.Excess excess, TenantState tenant, String target) {
    Duration window = excess.window();
    String message =
        String.format(
            Locale.ROOT,
            "API calls quota exceeded! maximum allowed %d per %02d:%02d:00",
            excess.limit(),
            window.toHours(),
            window.toMinutesPart());
    String code = tenant.quirks().quotaCodeIsNumber() ? "429" : "TooManyRequests";
    return Answer.error(429, code, message, target)
        .withHeader("Retry-After", Long.toString(excess.retryAfter()));
  }

  /** Stands where a fault takes the place of the answer. */
  private static Answer untouched(CloudState state) {
    return Answer.error(500, "InternalServerError", "Simulated fault", state.ids().guid());
  }

  private static JournalEntry entry(
      CloudState state, WireRequest request, Instant sent, Instant now, Result result) {
    Fault fault = result.fault();
    Integer status = Writer.status(result.answer(), fault);
    return new JournalEntry(
        state.nextNumber(),
        sent,
        now,
        result.operation() == null ? null : result.operation().id(),
        request.method(),
        request.path(),
        shown(request.query()),
        result.tenantId(),
        result.applicationId(),
        status,
        status == null || status < 400 ? null : Writer.errorCode(result.answer(), fault),
        result.answer().effect(),
        request.header("client-request-id"),
        request.header("user-agent"),
        fault == null ? null : fault.toString());
  }

  /** A query without the signature of a link. */
  private static @Nullable String shown(@Nullable String query) {
    return query == null ? null : query.replaceAll("(^|&)sig=[^&]*", "$1sig=***");
  }

  /** Every operation's id. */
  public static List<String> operationIds() {
    return OperationTable.all().stream().map(Operation::id).toList();
  }

  /** Permissions that any operation of the Defender API may need. */
  public static List<String> allRoles() {
    return OperationTable.all().stream()
        .flatMap(operation -> operation.application().stream())
        .distinct()
        .sorted()
        .toList();
  }
}
