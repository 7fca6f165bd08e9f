package dev.defendersdk.core;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.auth.Credentials;
import dev.defendersdk.core.call.Answer;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.call.Operation;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.internal.auth.TokenUser;
import dev.defendersdk.core.internal.quota.QuotaLedger;
import dev.defendersdk.core.internal.runner.Manner;
import dev.defendersdk.core.time.TimeSource;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A client of Microsoft Defender for Endpoint for one tenant. Feature modules build on it: {@code
 * new MachinesClient(defender)}.
 *
 * <pre>{@code
 * try (DefenderClient defender =
 *     DefenderClient.builder()
 *         .credential(Credentials.clientSecret(tenantId, clientId, secret))
 *         .partner("Contoso", "NetShield", "4.2.0")
 *         .build()) {
 *   MachinesClient machines = new MachinesClient(defender);
 *   …
 * }
 * }</pre>
 *
 * <p>Make one per process and keep it: it holds the connections, the tokens and the count of the
 * quotas. {@link #forTenant} gives clients of further tenants that share all of it. Immutable and
 * thread-safe. Calls block their thread; an interrupt ends them.
 */
public final class DefenderClient implements AutoCloseable {

  private final Engine engine;
  private final View view;
  private final boolean owner;

  DefenderClient(Engine engine, View view, boolean owner) {
    this.engine = engine;
    this.view = view;
    this.owner = owner;
  }

  /**
   * Begins a client that signs in as the environment variables of Azure tools say: see {@link
   * Credentials#fromEnvironment()}. {@code AZURE_AUTHORITY_HOST} chooses the cloud's sign-in
   * service.
   *
   * @throws IllegalStateException if a variable is missing
   */
  public static DefenderClientBuilder fromEnvironment() {
    String authority = System.getenv("AZURE_AUTHORITY_HOST");
    DefenderClientBuilder builder = builder().credential(Credentials.fromEnvironment());
    return authority == null || authority.isBlank()
        ? builder
        : builder.cloud(DefenderCloud.ofAuthority(authority.trim()));
  }

  /** Begins a client. */
  public static DefenderClientBuilder builder() {
    return new DefenderClientBuilder();
  }

  /** The tenant whose data this client reads and changes. */
  public String tenantId() {
    return view.tenantId();
  }

  /** The time source that this client was built with. */
  public TimeSource timeSource() {
    return engine.time();
  }

  /**
   * A client of another tenant, for a partner's application that has consent there. Cheap: it
   * shares connections, limits and settings with this one, and signs in to its own tenant. It ends
   * with this one; closing it does nothing.
   *
   * @param tenantId an id or a domain name
   */
  public DefenderClient forTenant(String tenantId) {
    return new DefenderClient(
        engine, new View(Check.tenantId(tenantId, "tenantId"), view.user()), false);
  }

  /**
   * A client that acts for a user, with tokens of that user's own. Cheap, as {@link #forTenant}.
   *
   * @param user how the credential's token supplier knows the user
   * @throws IllegalStateException if the credential signs in the application alone
   */
  public DefenderClient forUser(String user) {
    Check.notBlank(user, "user");
    if (!engine.credential().servesUsers()) {
      throw new IllegalStateException(
          engine.credential()
              + " signs in the application alone: it has no tokens of users."
              + " Use Credentials.tokenSupplier(…).");
    }
    return new DefenderClient(engine, new View(view.tenantId(), TokenUser.named(user)), false);
  }

  /**
   * A client that acts on behalf of the user who presented a token to this application (the
   * on-behalf-of flow). Cheap, as {@link #forTenant}. The user's own permissions hold.
   *
   * @param userAssertion the token that the user presented, for this application
   * @throws IllegalStateException if the credential cannot act on behalf of users
   */
  public DefenderClient onBehalfOf(String userAssertion) {
    Check.notBlank(userAssertion, "userAssertion");
    if (!engine.credential().actsOnBehalf()) {
      throw new IllegalStateException(
          engine.credential()
              + " cannot act on behalf of users. Use a client secret or a certificate.");
    }
    return new DefenderClient(
        engine, new View(view.tenantId(), TokenUser.presenting(userAssertion)), false);
  }

  /**
   * Makes a call. For operations that a feature module has, use its client.
   *
   * @throws DefenderException if it fails
   * @throws IllegalArgumentException if arguments are missing
   */
  public <T> T execute(Call<T> call) {
    return execute(call, CallOptions.defaults());
  }

  /**
   * Makes a call with options of its own. A list comes whole, in memory: to have it page by page
   * there is {@link #list(Call, CallOptions)}.
   *
   * @throws DefenderException if it fails
   * @throws IllegalArgumentException if arguments are missing
   */
  public <T> T execute(Call<T> call, CallOptions options) {
    Check.notNull(call, "call");
    Check.notNull(options, "options");
    return engine.execute(call, options, view);
  }

  /**
   * Makes a call that may find nothing: empty where the service answers 404, or with a success that
   * holds nothing.
   *
   * @throws DefenderException if it fails
   * @throws IllegalArgumentException if arguments are missing, or the operation returns no entity
   */
  public <T> Optional<T> find(Call<T> call, CallOptions options) {
    Check.notNull(call, "call");
    Check.notNull(options, "options");
    if (call.operation().answer().form() != Answer.Form.ENTITY) {
      throw new IllegalArgumentException(
          "call is of " + call.operation() + ": that returns no entity. Use execute(…).");
    }
    return Optional.ofNullable(engine.find(call, options, view));
  }

  /** A whole list, page by page. Nothing is asked before it is iterated over. */
  public <E> Paged<E> list(Call<List<E>> call) {
    return list(call, CallOptions.defaults());
  }

  /**
   * A whole list, page by page, each page a call with these options. Nothing is asked before it is
   * iterated over.
   *
   * @throws IllegalArgumentException if the page size is larger than the operation allows, or
   *     arguments are missing
   */
  public <E> Paged<E> list(Call<List<E>> call, CallOptions options) {
    Check.notNull(call, "call");
    Check.notNull(options, "options");
    if (call.operation().answer().form() != Answer.Form.LIST) {
      throw new IllegalArgumentException(
          "call is of " + call.operation() + ": that returns no list. Use execute(…).");
    }
    return new PagedCall<>(engine, call, options, view).paged();
  }

  /**
   * Says whether this tenant has granted what operations need, before any of them is called: by its
   * token, for which the sign-in service is asked if none is cached. The service itself is not. A
   * tenant given by its domain name is not compared with the token's: see {@link
   * AccessReport#tokenTenantId()}.
   *
   * @throws DefenderException if there is no token
   * @throws IllegalArgumentException if no operation is given
   */
  public AccessReport verifyAccess(Collection<Operation<?>> operations) {
    List<Operation<?>> given = Check.size(operations, 1_000, "operations");
    return new AccessCheck(engine, view).of(given);
  }

  /** What is left of an operation's quota in this tenant, as counted on this side. */
  public QuotaReading quota(Operation<?> operation) {
    QuotaLedger.Reading reading = engine.quota(Check.notNull(operation, "operation"), view);
    Instant next =
        engine.time().now().plusNanos(Math.max(0, reading.nextNanos() - engine.time().nanos()));
    return new QuotaReading(
        reading.leftThisMinute(), reading.leftThisHour(), next, reading.waiting());
  }

  /**
   * Drops the cached tokens of this tenant, and what is remembered of a sign-in that failed, so
   * that the next call asks for a new one: after an administrator granted permissions, for example.
   */
  public void forgetTokens() {
    engine.forgetTokens(view.tenantId());
  }

  /**
   * Drops all that is kept of this tenant: tokens, the count of its quotas, its retry budget. For a
   * tenant that left; its running calls go on. A later call begins anew, and as if the tenant had
   * not been called within the hour.
   */
  public void forgetTenant() {
    engine.forgetTenant(view.tenantId());
  }

  /**
   * Calls that keep no thread while they wait: for feeds, watchers and work over whole fleets.
   * Cheap.
   */
  public Background background() {
    return new Background(engine, view, Manner.BULK);
  }

  /** Downloads of files behind signed links, such as investigation packages. Cheap. */
  public Downloads downloads() {
    return new Downloads(engine);
  }

  /**
   * Ends the client and those that came from it by {@code forTenant} and its kin, for which this
   * does nothing. Running calls end with a {@link dev.defendersdk.core.error.ClosedException}, or
   * an {@link dev.defendersdk.core.error.OutcomeUnknownException} if they may have acted; later
   * ones are refused with an {@link IllegalStateException}. From JDK 21 on the HTTP client has
   * ended when this returns, or after five seconds; before, it ends when it is collected, and
   * nothing here refers to it any more.
   */
  @Override
  public void close() {
    if (owner) {
      engine.close();
    }
  }

  /** Shows tenant and cloud, no credential. */
  @Override
  public String toString() {
    return "DefenderClient[tenant " + view.tenantId() + ", " + engine.cloud() + "]";
  }

  /** Whose client it is: the tenant, and whose tokens it uses. */
  record View(String tenantId, TokenUser user) {}
}
