package dev.defendersdk.testkit;

import dev.defendersdk.core.time.TimeSource;
import dev.defendersdk.testkit.fleet.Fleet;
import dev.defendersdk.testkit.fleet.NewMachine;
import dev.defendersdk.testkit.internal.api.Ids;
import dev.defendersdk.testkit.internal.engine.Engine;
import dev.defendersdk.testkit.internal.engine.TenantState;
import dev.defendersdk.testkit.internal.signin.Application;
import dev.defendersdk.testkit.internal.signin.Directory;
import dev.defendersdk.testkit.internal.signin.TokenSettings;
import dev.defendersdk.testkit.rules.Fault;
import dev.defendersdk.testkit.rules.Occurrence;
import dev.defendersdk.testkit.rules.Quirks;
import dev.defendersdk.testkit.rules.Quotas;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sets up a simulated tenant. Ids, secret and names that are not said follow from the seed. Not
 * safe for use by several threads.
 */
public final class TenantBuilder {

  private final List<String> ofCloud = new ArrayList<>();
  private final List<Consumer<SimulatedTenant>> contents = new ArrayList<>();
  private final SimulatedCloud.Builder cloud = SimulatedCloud.builder();

  private @Nullable String tenantId;
  private @Nullable String domain;
  private @Nullable String clientId;
  private @Nullable String clientSecret;
  private String applicationName = "simulated-app";
  private @Nullable List<String> roles;
  private Quirks quirks = Quirks.harsh();
  private Quotas quotas = Quotas.documented();
  private String audience = "https://api.securitycenter.microsoft.com";
  private Duration tokenLifetime = Duration.ofSeconds(3599);
  private @Nullable Duration refreshIn;

  TenantBuilder() {}

  /** Where the tenant takes time from; {@link TimeSource#system()} if nothing is said. */
  public TenantBuilder time(TimeSource value) {
    ofCloud.add("time");
    cloud.time(value);
    return this;
  }

  /** What all random choices follow from; 1 if nothing is said. */
  public TenantBuilder seed(long value) {
    ofCloud.add("seed");
    cloud.seed(value);
    return this;
  }

  /** See {@link SimulatedCloud.Builder#transit}. */
  public TenantBuilder transit(Duration shortest, Duration longest) {
    ofCloud.add("transit");
    cloud.transit(shortest, longest);
    return this;
  }

  /**
   * The tenant's id.
   *
   * @param value a GUID
   */
  public TenantBuilder tenantId(String value) {
    tenantId = guid("tenantId", value);
    return this;
  }

  /** The tenant's domain name, by which one can sign in too. */
  public TenantBuilder domain(String value) {
    domain = Objects.requireNonNull(value, "value");
    return this;
  }

  /**
   * The id of the tenant's application.
   *
   * @param value a GUID
   */
  public TenantBuilder clientId(String value) {
    clientId = guid("clientId", value);
    return this;
  }

  /** The secret of the tenant's application. */
  public TenantBuilder clientSecret(String value) {
    clientSecret = Objects.requireNonNull(value, "value");
    return this;
  }

  /** The name of the tenant's application; {@code simulated-app} if nothing is said. */
  public TenantBuilder applicationName(String value) {
    applicationName = Objects.requireNonNull(value, "value");
    return this;
  }

  /**
   * The permissions granted to the tenant's application; all there are if nothing is said.
   *
   * @param values such as {@code Machine.Read.All}; with none, tokens carry no {@code roles}
   */
  public TenantBuilder roles(String... values) {
    roles = List.of(values);
    return this;
  }

  /** Where the service is odd; {@link Quirks#harsh()} if nothing is said. */
  public TenantBuilder quirks(Quirks value) {
    quirks = Objects.requireNonNull(value, "value");
    return this;
  }

  /** How many calls it takes; {@link Quotas#documented()} if nothing is said. */
  public TenantBuilder quotas(Quotas value) {
    quotas = Objects.requireNonNull(value, "value");
    return this;
  }

  /** The audience of the Defender API; the one of the global service if nothing is said. */
  public TenantBuilder defenderAudience(String value) {
    audience = Objects.requireNonNull(value, "value");
    return this;
  }

  /**
   * How long a token lives; 3,599 seconds if nothing is said.
   *
   * @param value in whole seconds, at least 1
   */
  public TenantBuilder tokenLifetime(Duration value) {
    tokenLifetime = seconds("tokenLifetime", value);
    return this;
  }

  /**
   * After how long a token should be renewed, sent as {@code refresh_in}; not sent if nothing is
   * said.
   *
   * @param value in whole seconds, at least 1
   */
  public TenantBuilder refreshIn(Duration value) {
    refreshIn = seconds("refreshIn", value);
    return this;
  }

  /** Adds so many invented machines, all online and supported. */
  public TenantBuilder machines(int count) {
    return fleet(Fleet.of(count));
  }

  /** Adds a fleet of invented machines. */
  public TenantBuilder fleet(Fleet value) {
    Objects.requireNonNull(value, "value");
    contents.add(tenant -> tenant.machines().add(value));
    return this;
  }

  /** Adds one machine. */
  public TenantBuilder machine(NewMachine value) {
    Objects.requireNonNull(value, "value");
    contents.add(tenant -> tenant.machines().add(value));
    return this;
  }

  /**
   * Lets a user be logged on to machines that were added before; see {@link TenantMachines#logOn}.
   */
  public TenantBuilder logOn(String account, String... machineIdsOrNames) {
    Objects.requireNonNull(account, "account");
    String[] machines = machineIdsOrNames.clone();
    contents.add(tenant -> tenant.machines().logOn(account, machines));
    return this;
  }

  /** Adds a fault; see {@link TenantFaults#on}. */
  public TenantBuilder fault(String operationId, Occurrence occurrence, Fault fault) {
    contents.add(tenant -> tenant.faults().on(operationId, occurrence, fault));
    return this;
  }

  /** Makes the tenant, in a cloud of its own. */
  public SimulatedTenant build() {
    SimulatedCloud own = cloud.build();
    return own.addTenant(this);
  }

  SimulatedTenant buildIn(SimulatedCloud where, int number) {
    Ids ids = new Ids(where.seed() * 1_000_003 + number);
    String id = tenantId == null ? ids.guid() : tenantId;
    String name = domain == null ? "contoso" + number + ".onmicrosoft.com" : domain;
    Application application =
        new Application(
            clientId == null ? ids.guid() : clientId,
            applicationName,
            clientSecret == null ? "simulated~" + ids.hex(24) : clientSecret,
            roles == null ? Engine.allRoles() : roles);
    TokenSettings tokens =
        new TokenSettings(
            audience,
            "https://graph.microsoft.com",
            tokenLifetime.toSeconds(),
            refreshIn == null ? null : refreshIn.toSeconds());
    byte[] key = ids.hex(64).getBytes(StandardCharsets.US_ASCII);
    Directory directory = new Directory(id, name, key, tokens);
    directory.register(application);
    TenantState state = new TenantState(directory, quirks, quotas, ids);
    where
        .state()
        .locked(
            () -> {
              where.state().add(state);
              return state;
            });
    SimulatedTenant tenant = new SimulatedTenant(where, state, application, name, tokens);
    contents.forEach(content -> content.accept(tenant));
    return tenant;
  }

  /** Checks that nothing was set that the cloud alone decides. */
  void checkForSharedCloud() {
    if (!ofCloud.isEmpty()) {
      throw new IllegalStateException(
          ofCloud
              + " was set on a tenant of a shared cloud: these are the cloud's; set them on"
              + " SimulatedCloud.builder()");
    }
  }

  private static String guid(String name, String value) {
    try {
      return UUID.fromString(value).toString();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          name + " is '" + value + "': it is a GUID; give one of the form 8-4-4-4-12", e);
    }
  }

  private static Duration seconds(String name, Duration value) {
    if (value.toSeconds() < 1) {
      throw new IllegalArgumentException(
          name + " is " + value + ": it is sent in whole seconds; give at least one second");
    }
    return value;
  }
}
