package dev.defendersdk.testkit.internal.signin;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sign-in side of one tenant. Guarded by the cloud's lock. */
public final class Directory {

  private final String tenantId;
  private final String domain;
  private final byte[] key;
  private final TokenSettings settings;
  private final Map<String, Application> applications = new LinkedHashMap<>();

  private final Map<String, Proofs> proofs = new HashMap<>();

  private long issued;
  private long revoked;
  private @Nullable String requiredClaims;
  private boolean administratorConsents = true;

  public Directory(String tenantId, String domain, byte[] key, TokenSettings settings) {
    this.tenantId = tenantId;
    this.domain = domain;
    this.key = key.clone();
    this.settings = settings;
  }

  public String tenantId() {
    return tenantId;
  }

  /** The domain name that it goes by beside its id. */
  public String domain() {
    return domain;
  }

  /** Whether a token request's path means this tenant, by id or by domain name. */
  public boolean isNamed(String segment) {
    return segment.equalsIgnoreCase(tenantId) || segment.equalsIgnoreCase(domain);
  }

  public void register(Application application) {
    applications.put(application.clientId(), application);
  }

  @Nullable Application application(String clientId) {
    return applications.get(clientId);
  }

  boolean administratorConsents() {
    return administratorConsents;
  }

  /** How the administrator answers consent links from now on. */
  public void administratorConsents(boolean value) {
    administratorConsents = value;
  }

  /** Makes a certificate known whose key an application may sign assertions with. */
  public void register(String clientId, X509Certificate certificate) {
    proofs(clientId).register(certificate);
  }

  /** Makes an assertion known that is taken for an application as it stands. */
  public void trust(String clientId, String assertion) {
    proofs(clientId).trust(assertion);
  }

  /** The token of a user for an application, which may act on the user's behalf with it. */
  public String userToken(
      Application application, String user, List<String> permissions, Instant now) {
    return Tokens.writeFor(new User(user, permissions), this, application, now);
  }

  Proofs proofs(String clientId) {
    return proofs.computeIfAbsent(clientId, id -> new Proofs());
  }

  TokenSettings settings() {
    return settings;
  }

  byte[] key() {
    return key;
  }

  long nextTokenNumber() {
    return ++issued;
  }

  boolean isRevoked(long tokenNumber) {
    return tokenNumber <= revoked;
  }

  /** The claims that a token must have been asked for with; null if any will do. */
  @Nullable String requiredClaims() {
    return requiredClaims;
  }

  /**
   * Makes all tokens issued so far useless.
   *
   * @param claims that new tokens must be asked for with; null if any will do
   */
  public void revoke(@Nullable String claims) {
    revoked = issued;
    requiredClaims = claims;
  }

  /** The {@code WWW-Authenticate} header of a 401. */
  String challenge(String error) {
    String realm =
        "Bearer realm=\"\", authorization_uri=\"https://login.microsoftonline.com/"
            + tenantId
            + "/oauth2/authorize\"";
    if (requiredClaims == null) {
      return realm + ", error=\"" + error + "\"";
    }
    return realm
        + ", error=\"insufficient_claims\", claims=\""
        + Base64.getEncoder().encodeToString(requiredClaims.getBytes(StandardCharsets.UTF_8))
        + "\"";
  }
}
