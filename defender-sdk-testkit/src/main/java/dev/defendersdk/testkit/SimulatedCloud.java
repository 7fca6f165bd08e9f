package dev.defendersdk.testkit;

import dev.defendersdk.core.time.TimeSource;
import dev.defendersdk.testkit.internal.engine.CloudState;
import dev.defendersdk.testkit.internal.engine.Engine;
import dev.defendersdk.testkit.internal.inprocess.InProcessHttpClient;
import dev.defendersdk.testkit.internal.signin.Application;
import dev.defendersdk.testkit.internal.wire.PlainClock;
import dev.defendersdk.testkit.internal.wire.Transit;
import dev.defendersdk.testkit.internal.wire.WireClock;
import dev.defendersdk.testkit.internal.wiremock.WireMockAdapter;
import dev.defendersdk.testkit.journal.Journal;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * A cloud of several simulated tenants behind one sign-in host and one API host, as a partner meets
 * it: the token alone says which tenant a call is for. For one tenant, begin with {@link
 * SimulatedTenant#builder()}. Safe for use by many threads.
 */
public final class SimulatedCloud {

  private final TimeSource time;
  private final long seed;
  private final CloudState state;
  private final WireClock clock;
  private final boolean virtual;
  private final Duration shortestTransit;
  private final Duration longestTransit;
  private final HttpClient httpClient;
  private final List<SimulatedTenant> tenants = new ArrayList<>();

  private SimulatedCloud(Builder builder) {
    this.time = builder.time;
    this.seed = builder.seed;
    this.state = new CloudState(seed);
    this.virtual = time instanceof VirtualTime;
    this.clock = time instanceof VirtualTime own ? new VirtualWireClock(own) : new PlainClock(time);
    this.shortestTransit = builder.shortestTransit;
    this.longestTransit = builder.longestTransit;
    this.httpClient = new InProcessHttpClient(state, clock, newTransit());
  }

  /** Begins a cloud. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Adds a tenant.
   *
   * @param settings applied to a new builder
   * @throws IllegalStateException if they set time, seed or transit, which are the cloud's
   */
  public SimulatedTenant addTenant(UnaryOperator<TenantBuilder> settings) {
    TenantBuilder builder = settings.apply(SimulatedTenant.builder());
    builder.checkForSharedCloud();
    return addTenant(builder);
  }

  SimulatedTenant addTenant(TenantBuilder builder) {
    synchronized (tenants) {
      SimulatedTenant tenant = builder.buildIn(this, tenants.size());
      tenants.add(tenant);
      return tenant;
    }
  }

  /**
   * Makes a partner's multi-tenant application known, or changes one. A tenant knows it, and gives
   * it tokens with these permissions, from the time on when its administrator follows a consent
   * link: {@code GET /{tenant}/adminconsent} of the sign-in service, which answers with a redirect.
   * Later changes reach a tenant by another consent. Where the link names {@code common}, the only
   * tenant's administrator answers.
   *
   * @param clientId a GUID
   * @param roles permissions that it asks for
   */
  public void addPartnerApplication(String clientId, String name, String secret, String... roles) {
    Application application = new Application(clientId, name, secret, List.of(roles));
    state.locked(
        () -> {
          state.addPartner(application);
          return application;
        });
  }

  /** The tenants, in the order in which they were added. */
  public List<SimulatedTenant> tenants() {
    synchronized (tenants) {
      return List.copyOf(tenants);
    }
  }

  /** Where the cloud takes time from. */
  public TimeSource time() {
    return time;
  }

  /** What all random choices follow from. */
  public long seed() {
    return seed;
  }

  /** What all tenants saw and did. */
  public Journal journal() {
    return new Journal(() -> Engine.journal(state, null, time.now()));
  }

  /**
   * A client of the JDK's kind that is answered in process, without sockets and in the cloud's
   * time. It serves {@code https://login.defender.test}, {@code https://api.defender.test}, {@code
   * https://graph.defender.test} and {@code https://storage.defender.test}; any other host refuses
   * the connection.
   *
   * <p>An exchange runs on the thread that asks for it, also an asynchronous one; where it stalls,
   * {@code send} waits and {@code sendAsync} returns a future that its request's timeout ends. As
   * with the JDK's own client, that timeout ends at the headers.
   */
  public HttpClient httpClient() {
    return httpClient;
  }

  /**
   * Serves the cloud over HTTP on a free port of the loopback interface. Faults of time are then in
   * real time. Transit is simulated only if the cloud's time is not virtual.
   */
  public TenantServer serve() {
    return new TenantServer(new WireMockAdapter(state, clock, virtual ? null : newTransit()));
  }

  CloudState state() {
    return state;
  }

  private Transit newTransit() {
    return new Transit(shortestTransit, longestTransit, seed);
  }

  /** Sets up a cloud. Not safe for use by several threads. */
  public static final class Builder {

    private TimeSource time = TimeSource.system();
    private long seed = 1;
    private Duration shortestTransit = Duration.ZERO;
    private Duration longestTransit = Duration.ZERO;

    private Builder() {}

    /** Where the cloud takes time from; {@link TimeSource#system()} if nothing is said. */
    public Builder time(TimeSource value) {
      time = Objects.requireNonNull(value, "value");
      return this;
    }

    /** What all random choices follow from; 1 if nothing is said. */
    public Builder seed(long value) {
      seed = value;
      return this;
    }

    /**
     * How long a request and an answer travel, each way; no time if nothing is said. Requests are
     * carried out and counted when they arrive, also when their sender has left by then.
     *
     * @param shortest not negative
     * @param longest not shorter than that
     */
    public Builder transit(Duration shortest, Duration longest) {
      if (shortest.isNegative() || longest.compareTo(shortest) < 0) {
        throw new IllegalArgumentException(
            "transit from "
                + shortest
                + " to "
                + longest
                + ": the shorter comes first and none is negative; turn them round");
      }
      shortestTransit = shortest;
      longestTransit = longest;
      return this;
    }

    /** Makes the cloud, still without tenants. */
    public SimulatedCloud build() {
      return new SimulatedCloud(this);
    }
  }
}
