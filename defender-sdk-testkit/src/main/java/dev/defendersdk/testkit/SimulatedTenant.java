package dev.defendersdk.testkit;

import dev.defendersdk.core.DefenderClientBuilder;
import dev.defendersdk.core.DefenderCloud;
import dev.defendersdk.core.auth.Credentials;
import dev.defendersdk.core.time.TimeSource;
import dev.defendersdk.testkit.internal.engine.Engine;
import dev.defendersdk.testkit.internal.engine.TenantState;
import dev.defendersdk.testkit.internal.inprocess.Hosts;
import dev.defendersdk.testkit.internal.signin.Application;
import dev.defendersdk.testkit.internal.signin.TokenSettings;
import dev.defendersdk.testkit.journal.Journal;
import dev.defendersdk.testkit.rules.Quotas;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;

/**
 * A Defender for Endpoint tenant that exists in memory: with sign-in, machines, machine actions
 * that walk, quotas, the service's quirks, faults on demand, and a journal of all that was asked of
 * it.
 *
 * <p>Ask it in process by {@link #httpClient()}, or over HTTP by {@link #serve()}. Nothing it does
 * depends on chance or on the clock but by its seed and its {@link TimeSource}: the same requests
 * in the same order get the same answers. Safe for use by many threads.
 */
public final class SimulatedTenant {

  private final SimulatedCloud cloud;
  private final TenantState state;
  private volatile Application application;
  private final String domain;
  private final TokenSettings tokens;

  SimulatedTenant(
      SimulatedCloud cloud,
      TenantState state,
      Application application,
      String domain,
      TokenSettings tokens) {
    this.cloud = cloud;
    this.state = state;
    this.application = application;
    this.domain = domain;
    this.tokens = tokens;
  }

  /** Begins a tenant in a cloud of its own. */
  public static TenantBuilder builder() {
    return new TenantBuilder();
  }

  /** The cloud that it is in. */
  public SimulatedCloud cloud() {
    return cloud;
  }

  /** Its id, a GUID. */
  public String tenantId() {
    return state.directory().tenantId();
  }

  /** Its domain name, by which one can sign in too. */
  public String domain() {
    return domain;
  }

  /** The id of its application, a GUID. */
  public String clientId() {
    return application.clientId();
  }

  /** The secret of its application. */
  public String clientSecret() {
    return application.secret();
  }

  /** The name of its application: the requestor of the actions that it starts. */
  public String applicationName() {
    return application.name();
  }

  /** The permissions that its application has been granted. */
  public List<String> roles() {
    return application.roles();
  }

  /** Where one signs in, in process. */
  public URI authorityUri() {
    return Hosts.AUTHORITY;
  }

  /** Where its Defender API is, in process. */
  public URI defenderUri() {
    return Hosts.DEFENDER;
  }

  /** Where its Microsoft Graph is, in process. */
  public URI graphUri() {
    return Hosts.GRAPH;
  }

  /** What tokens for its Defender API are asked for, whatever the host. */
  public String defenderAudience() {
    return tokens.audience();
  }

  /** What tokens for its Microsoft Graph are asked for, whatever the host. */
  public String graphAudience() {
    return tokens.graphAudience();
  }

  /** Where it takes time from. */
  public TimeSource time() {
    return cloud.time();
  }

  /** What all random choices follow from. */
  public long seed() {
    return cloud.seed();
  }

  /** Its machines. */
  public TenantMachines machines() {
    return new TenantMachines(cloud.state(), state, time());
  }

  /** Its machine actions. */
  public TenantActions actions() {
    return new TenantActions(cloud.state(), state, time());
  }

  /** Its automated investigations. */
  public TenantInvestigations investigations() {
    return new TenantInvestigations(cloud.state(), state, time());
  }

  /** Its alerts, in both services. */
  public TenantAlerts alerts() {
    return new TenantAlerts(cloud.state(), state, time());
  }

  /** Its incidents. */
  public TenantIncidents incidents() {
    return new TenantIncidents(cloud.state(), state, time());
  }

  /** Its indicators, those of others among them. */
  public TenantIndicators indicators() {
    return new TenantIndicators(cloud.state(), state, time());
  }

  /** Its live response: what scripts and machines bring, and how many sessions it takes. */
  public TenantLiveResponse liveResponse() {
    return new TenantLiveResponse(cloud.state(), state, time());
  }

  /** The events that hunting finds in it. */
  public TenantHunting hunting() {
    return new TenantHunting(cloud.state(), state, time());
  }

  /** The faults that it is to show. */
  public TenantFaults faults() {
    return new TenantFaults(cloud.state(), state);
  }

  /** What it saw and did, with the requests that cannot be told to be of any tenant. */
  public Journal journal() {
    return new Journal(() -> Engine.journal(cloud.state(), tenantId(), time().now()));
  }

  /** Changes its quotas. What was counted so far stays counted. */
  public void quotas(Quotas quotas) {
    Objects.requireNonNull(quotas, "quotas");
    locked(() -> state.quotas(quotas));
  }

  /**
   * Makes another application known to it, or changes one: the same client id in several tenants is
   * a partner's application.
   *
   * @param roles permissions that it is granted; with none, its tokens carry no {@code roles}
   */
  public void addApplication(String clientId, String name, String secret, String... roles) {
    Application other = new Application(clientId, name, secret, List.of(roles));
    locked(() -> state.directory().register(other));
  }

  /**
   * How its administrator answers consent links from now on.
   *
   * @param consents true, as at the beginning, to grant what they ask for; false to refuse
   */
  public void administratorConsents(boolean consents) {
    locked(() -> state.directory().administratorConsents(consents));
  }

  /** Gives its application another secret. The old one is refused from now on. */
  public void changeSecret(String secret) {
    Objects.requireNonNull(secret, "secret");
    application =
        new Application(application.clientId(), application.name(), secret, application.roles());
    locked(() -> state.directory().register(application));
  }

  /**
   * Registers a certificate with its application: client assertions that are signed with its key
   * are taken, by PS256 or RS256, once each.
   */
  public void registerCertificate(X509Certificate certificate) {
    Objects.requireNonNull(certificate, "certificate");
    locked(() -> state.directory().register(clientId(), certificate));
  }

  /**
   * Trusts a client assertion as it stands, as workload identity federation trusts another issuer's
   * tokens.
   */
  public void trustAssertion(String assertion) {
    Objects.requireNonNull(assertion, "assertion");
    locked(() -> state.directory().trust(clientId(), assertion));
  }

  /**
   * The token of a user who signed in to its application, which may act on the user's behalf with
   * it. It lives as long as other tokens.
   *
   * @param user the user's principal name: the requestor of the actions that are then started
   * @param delegatedPermissions of the Defender API that the user gave the application, such as
   *     {@code Machine.Read}
   */
  public String userToken(String user, String... delegatedPermissions) {
    Objects.requireNonNull(user, "user");
    List<String> permissions = List.of(delegatedPermissions);
    return cloud
        .state()
        .locked(() -> state.directory().userToken(application, user, permissions, time().now()));
  }

  /** Makes all tokens issued so far useless: the next call with one is answered 401. */
  public void revokeTokens() {
    locked(() -> state.directory().revoke(null));
  }

  /**
   * Makes all tokens issued so far useless and answers them with a claims challenge, as continuous
   * access evaluation does. Only tokens that were asked for with these claims are then taken.
   *
   * @param claims JSON, sent Base64-encoded in {@code WWW-Authenticate} and expected in the {@code
   *     claims} of the token request, with its members in any order
   */
  public void revokeTokens(String claims) {
    Objects.requireNonNull(claims, "claims");
    locked(() -> state.directory().revoke(claims));
  }

  /**
   * Points a client at this tenant, in process and in its time: no sockets, and where it lives in
   * {@link VirtualTime}, no waiting either. The partner's name is left to set.
   *
   * <pre>{@code
   * DefenderClient defender =
   *     tenant.connect(DefenderClient.builder()).partner("Contoso", "NetShield", "4.2.0").build();
   * }</pre>
   *
   * @return the same builder
   */
  public DefenderClientBuilder connect(DefenderClientBuilder builder) {
    return builder
        .credential(Credentials.clientSecret(tenantId(), clientId(), clientSecret()))
        .cloud(cloudAt(authorityUri(), defenderUri(), graphUri()))
        .timeSource(time())
        .httpClient(httpClient());
  }

  /**
   * Points a client at this tenant as a server serves it: over sockets, with the client's own HTTP
   * client. The partner's name is left to set.
   *
   * @return the same builder
   */
  public DefenderClientBuilder connect(DefenderClientBuilder builder, TenantServer server) {
    return builder
        .credential(Credentials.clientSecret(tenantId(), clientId(), clientSecret()))
        .cloud(cloudAt(server.authorityUri(), server.defenderUri(), server.graphUri()))
        .timeSource(time());
  }

  private DefenderCloud cloudAt(URI authority, URI defender, URI graph) {
    return DefenderCloud.builder()
        .authority(authority.toString())
        .defender(defender.toString())
        .defenderAudience(defenderAudience())
        .graph(graph.toString())
        .graphAudience(graphAudience())
        .build();
  }

  /** See {@link SimulatedCloud#httpClient()}. */
  public HttpClient httpClient() {
    return cloud.httpClient();
  }

  /** See {@link SimulatedCloud#serve()}. */
  public TenantServer serve() {
    return cloud.serve();
  }

  @Override
  public String toString() {
    return "SimulatedTenant[" + domain + ", seed " + seed() + "]";
  }

  private void locked(Runnable task) {
    cloud
        .state()
        .locked(
            () -> {
              task.run();
              return cloud;
            });
  }
}
