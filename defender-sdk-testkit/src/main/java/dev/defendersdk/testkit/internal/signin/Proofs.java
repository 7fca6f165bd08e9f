package dev.defendersdk.testkit.internal.signin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.testkit.internal.api.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an application may prove itself with beside its secret: registered certificates and trusted
 * assertions. Pages: Entra's certificate-credentials.md and workload-identity-federation.md.
 * Guarded by the cloud's lock.
 */
final class Proofs {

  private static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  private final Map<String, X509Certificate> certificates = new HashMap<>();
  private final Set<String> trusted = new HashSet<>();
  private final Set<String> used = new HashSet<>();

  void register(X509Certificate certificate) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      certificates.put(Base64.getUrlEncoder().withoutPadding().encodeToString(digest), certificate);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "the certificate cannot be encoded: give one of X.509 form", e);
    }
  }

  void trust(String assertion) {
    trusted.add(assertion);
  }

  /**
   * Checks the client assertion of a token request.
   *
   * @throws SignInError if it proves nothing
   */
  void check(Map<String, String> form, String clientId, Directory directory, Instant now) {
    if (!JWT_BEARER.equals(form.get("client_assertion_type"))) {
      throw refused("client_assertion_type is not " + JWT_BEARER);
    }
    String assertion = form.getOrDefault("client_assertion", "");
    if (trusted.contains(assertion)) {
      return;
    }
    String[] parts = assertion.split("\\.", -1);
    JsonNode header = parts.length == 3 ? read(parts[0]) : null;
    JsonNode claims = parts.length == 3 ? read(parts[1]) : null;
    if (header == null || claims == null) {
      throw refused("The assertion is malformed");
    }
    X509Certificate certificate = certificates.get(header.path("x5t#S256").asText());
    if (certificate == null) {
      throw refused("The key was not found");
    }
    if (!isSigned(certificate, header.path("alg").asText(), parts)) {
      throw refused("The signature does not fit");
    }
    checkClaims(claims, clientId, directory, now);
  }

  private void checkClaims(JsonNode claims, String clientId, Directory directory, Instant now) {
    String[] audience = claims.path("aud").asText().split("/", -1);
    int at = audience.length - 4;
    if (at < 0
        || !directory.isNamed(audience[at])
        || !claims.path("aud").asText().endsWith("/oauth2/v2.0/token")) {
      throw refused("The audience is not the token endpoint");
    }
    if (!claims.path("iss").asText().equals(clientId)
        || !claims.path("sub").asText().equals(clientId)) {
      throw refused("Issuer and subject are not the application");
    }
    long seconds = now.getEpochSecond();
    if (seconds < claims.path("nbf").asLong() || seconds >= claims.path("exp").asLong()) {
      throw refused("The assertion is not within its valid time range");
    }
    String id = claims.path("jti").asText();
    if (id.isBlank() || !used.add(id)) {
      throw refused("The assertion was used before");
    }
  }

  private static boolean isSigned(X509Certificate certificate, String algorithm, String[] parts) {
    try {
      Signature signature;
      switch (algorithm) {
        case "PS256" -> {
          signature = Signature.getInstance("RSASSA-PSS");
          signature.setParameter(
              new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        }
        case "RS256" -> signature = Signature.getInstance("SHA256withRSA");
        default -> {
          return false;
        }
      }
      signature.initVerify(certificate.getPublicKey());
      signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
      return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  private static @Nullable JsonNode read(String part) {
    try {
      return Json.read(Base64.getUrlDecoder().decode(part));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static SignInError refused(String reason) {
    return new SignInError(
        401,
        "invalid_client",
        700027,
        "The certificate with identifier used to sign the client assertion is not registered on"
            + " application. [Reason - "
            + reason
            + ".]");
  }
}
