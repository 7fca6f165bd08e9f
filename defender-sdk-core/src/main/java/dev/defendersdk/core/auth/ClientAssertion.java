package dev.defendersdk.core.auth;

import dev.defendersdk.core.internal.json.JsonCodec;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * The signed assertion of a certificate, as Entra's page has it (certificate-credentials.md):
 * PS256, which msal4j does not sign with, so it is made here.
 */
final class ClientAssertion {

  private static final Duration LIFETIME = Duration.ofMinutes(5);

  private ClientAssertion() {}

  static String of(ClientCertificate certificate, String clientId, TokenRequest request)
      throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(certificate.certificate().getEncoded());
    Instant now = request.time().now();
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("alg", "PS256");
    header.put("typ", "JWT");
    header.put("x5t#S256", base64(digest));
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("aud", request.authority() + "/" + request.tenantId() + "/oauth2/v2.0/token");
    claims.put("iss", clientId);
    claims.put("sub", clientId);
    claims.put("jti", id(request.time().random()));
    claims.put("nbf", now.getEpochSecond());
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plus(LIFETIME).getEpochSecond());
    String signed = base64(JsonCodec.write(header)) + "." + base64(JsonCodec.write(claims));
    byte[] signature = certificate.signer().sign(signed.getBytes(StandardCharsets.US_ASCII));
    return signed + "." + base64(signature);
  }

  private static String id(RandomGenerator random) {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
