package dev.defendersdk.core;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.internal.text.Redaction;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Onboarding a customer's tenant: the link by which its administrator lets a partner's multi-tenant
 * application in, and the answer that the browser brings back. Consent is a snapshot: whenever the
 * application asks for more permissions, every tenant's administrator has to follow a link again.
 * Immutable, and safe for use by many threads. It sends nothing and logs nothing.
 *
 * <p>Whether the tenant then really lets the application in, its token says: {@code
 * defender.forTenant(tenantId).verifyAccess(operations)}. If it was asked before, call {@link
 * DefenderClient#forgetTokens} first: a token, or a refusal, from before the consent knows nothing
 * of it.
 *
 * <p>Source: auth-and-transport.md, section 2; partners.md, "Partner access to many tenants".
 */
public final class AdminConsent {

  // 128 bits in Base64.
  private static final int SHORTEST_STATE = 22;

  // What is read of an answer; others, such as session_state, may come and mean nothing here.
  private static final Set<String> READ =
      Set.of("state", "tenant", "admin_consent", "error", "error_description");

  private final DefenderCloud cloud;
  private final String clientId;

  private AdminConsent(DefenderCloud cloud, String clientId) {
    this.cloud = cloud;
    this.clientId = clientId;
  }

  /**
   * Consent for an application.
   *
   * @param cloud where the customers' tenants live
   * @param clientId the application's id, a GUID; it is registered for accounts in any
   *     organizational directory
   */
  public static AdminConsent of(DefenderCloud cloud, String clientId) {
    return new AdminConsent(Check.notNull(cloud, "cloud"), Guids.check(clientId, "clientId"));
  }

  /**
   * The link of Defender's own pages, to be sent to an administrator: it ends at the redirect URI
   * of the registration, which by those pages is the Azure portal, so that its answer is not for
   * the partner's program. Ask the administrator for the tenant's id.
   */
  public URI link() {
    return URI.create(
        cloud.authority()
            + "/common/oauth2/authorize?prompt=consent&client_id="
            + clientId
            + "&response_type=code&sso_reload=true");
  }

  /**
   * The link of Entra's page for application permissions. The browser comes back to the redirect
   * URI, with an answer for {@link #answer}.
   *
   * @param tenantId the customer's tenant, by id or domain name; {@code common} for the one that
   *     the administrator signs in to
   * @param redirectUri a redirect URI of the registration: absolute, over https (http only on
   *     loopback), without user and fragment
   * @param state what {@link #answer} recognises the answer by, at least 22 characters. Draw it for
   *     each link from a {@link java.security.SecureRandom}, 16 bytes or more, and keep it in the
   *     web session of whoever gets the link. It is not drawn here: the session is yours, and the
   *     SDK's random numbers can be foretold so that tests repeat
   */
  public URI link(String tenantId, URI redirectUri, String state) {
    return URI.create(
        cloud.authority()
            + "/"
            + Check.tenantId(tenantId, "tenantId")
            + "/adminconsent?client_id="
            + clientId
            + "&state="
            + encode(checkState(state))
            + "&redirect_uri="
            + encode(checkRedirect(redirectUri).toString()));
  }

  /**
   * Reads the answer that a browser brought to the redirect URI.
   *
   * <p>The state shows that it is the answer to this session's link, and no more: the tenant's id
   * is not signed, so whoever has the session can write another customer's id in its place. Before
   * you show them anything of that tenant, let them sign in to it, and compare the {@code tid} of
   * their token.
   *
   * @param redirected the URI as it was requested, with its query
   * @param state the state of the link, from the session; use each one once
   * @throws IllegalArgumentException if this is no answer to that link: the state is another, or a
   *     parameter is missing, repeated or malformed. No message shows a state
   */
  public static ConsentAnswer answer(URI redirected, String state) {
    String expected = checkState(state);
    Map<String, String> read = parameters(Check.notNull(redirected, "redirected"));
    String error = read.get("error");
    checkState(read.get("state"), expected, error != null, redirected);
    if (error != null) { // also beside admin_consent=True, which says no more than what was asked
      return new ConsentAnswer.Refused(error, read.getOrDefault("error_description", ""));
    }
    if (!"True".equalsIgnoreCase(read.get("admin_consent"))) {
      throw wrong(
          redirected,
          "it must carry either admin_consent=True or error",
          "Do not take the tenant as onboarded; begin anew with a new link");
    }
    String tenant = read.get("tenant");
    if (tenant == null || !Guids.isGuid(tenant)) {
      throw wrong(
          redirected,
          "its tenant must be a GUID",
          "Do not take the tenant as onboarded; begin anew with a new link");
    }
    return new ConsentAnswer.Granted(tenant);
  }

  // Entra's page shows no state with a refusal (auth-and-transport.md, section 2): a refusal
  // without
  // one is taken, for it opens nothing.
  private static void checkState(
      @Nullable String given, String expected, boolean mayBeMissing, URI redirected) {
    if (given == null ? mayBeMissing : same(given, expected)) {
      return;
    }
    throw wrong(
        redirected,
        "its state must be the one of the link",
        "It is the answer to another link, or forged; begin anew with a new link");
  }

  // In constant time, so that how long a refusal takes does not tell how much was guessed right.
  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, String> parameters(URI redirected) {
    Map<String, String> parameters = new HashMap<>();
    String query = Objects.requireNonNullElse(redirected.getRawQuery(), "");
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
      if (READ.contains(name) && parameters.put(name, value) != null) {
        throw wrong(
            redirected,
            "it must carry " + name + " once",
            "It is no answer of the sign-in service; begin anew with a new link");
      }
    }
    if (parameters.isEmpty()) {
      throw wrong(
          redirected,
          "it must carry the answer in its query",
          "Pass the URI as it was requested, with all after the question mark");
    }
    return parameters;
  }

  private static String checkState(String state) {
    String given = Check.notNull(state, "state");
    if (given.length() < SHORTEST_STATE) {
      throw new IllegalArgumentException(
          "state has "
              + given.length()
              + " characters: it must have at least "
              + SHORTEST_STATE
              + ". Draw 16 bytes or more from a SecureRandom and write them in Base64.");
    }
    return given;
  }

  private static URI checkRedirect(URI uri) {
    URI given = Check.notNull(uri, "redirectUri");
    String scheme = Objects.requireNonNullElse(given.getScheme(), "").toLowerCase(Locale.ROOT);
    String host = Objects.requireNonNullElse(given.getHost(), "").toLowerCase(Locale.ROOT);
    boolean safe =
        scheme.equals("https") || (scheme.equals("http") && DefenderCloud.isLoopback(host));
    if (host.isEmpty()
        || !safe
        || given.getRawUserInfo() != null
        || given.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "redirectUri is "
              + Check.quote(given.toString())
              + ": it must be absolute, over https (http only on loopback), without user and fragment."
              + " Pass one of the application's registration.");
    }
    return given;
  }

  // What may be secret in the query, the state above all, stays hidden.
  private static IllegalArgumentException wrong(URI redirected, String rule, String fix) {
    return new IllegalArgumentException(
        "redirected is " + Redaction.uri(redirected) + ": " + rule + ". " + fix + ".");
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String decode(String value) {
    return URLDecoder.decode(value, StandardCharsets.UTF_8);
  }

  /** The application's id and the cloud. */
  @Override
  public String toString() {
    return "AdminConsent[application " + clientId + ", " + cloud.authority() + "]";
  }
}
