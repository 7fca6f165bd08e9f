package dev.defendersdk.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Applications that prove themselves with a certificate, or by federation. */
class ClientAssertionTest {

  private static final char[] PASSWORD = "test-password".toCharArray();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final SimulatedTenant tenant =
      SimulatedTenant.builder().time(Times.virtual()).machines(1).build();
  private final Caller caller = Caller.of(tenant);
  private final Map<String, Object> header = new LinkedHashMap<>();
  private final Map<String, Object> claims = new LinkedHashMap<>();
  private PrivateKey key;
  private X509Certificate certificate;

  @BeforeEach
  void aRightAssertion() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = getClass().getResourceAsStream("/signin/first.p12")) {
      store.load(in, PASSWORD);
    }
    key = (PrivateKey) store.getKey("defender", PASSWORD);
    certificate = (X509Certificate) store.getCertificate("defender");
    header.put("alg", "PS256");
    header.put(
        "x5t#S256",
        BASE64.encodeToString(
            MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded())));
    claims.put(
        "aud",
        tenant.authorityUri()
            + "/"
            + tenant.tenantId().toUpperCase(Locale.ROOT)
            + "/oauth2/v2.0/token");
    claims.put("iss", tenant.clientId());
    claims.put("sub", tenant.clientId());
    claims.put("jti", "1");
    claims.put("nbf", Times.START.getEpochSecond());
    claims.put("exp", Times.START.getEpochSecond() + 300);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PS256", "RS256"})
  void anAssertionSignedWithARegisteredCertificateIsTakenOnce(String algorithm) throws Exception {
    tenant.registerCertificate(certificate);
    header.put("alg", algorithm);
    String assertion = assertion();

    Caller.Reply reply = ask(assertion);
    assertThat(reply.status()).isEqualTo(200);
    String token = reply.json().path("access_token").asText();
    assertThat(caller.withToken(token).get("/api/machines").status()).isEqualTo(200);

    isRefused(ask(assertion), "used before");
    claims.put("jti", "2");
    assertThat(ask(assertion()).status()).isEqualTo(200);
  }

  @Test
  void aCertificateThatIsNotRegisteredIsRefused() throws Exception {
    isRefused(ask(assertion()), "The key was not found");
  }

  @ParameterizedTest
  @CsvSource({
    "aud, https://login.example/other.example/oauth2/v2.0/token, audience",
    "aud, nonsense, audience",
    "iss, someone, Issuer",
    "sub, someone, Issuer",
    "jti, '', used before",
  })
  void aWrongClaimIsRefused(String claim, String value, String reason) throws Exception {
    tenant.registerCertificate(certificate);
    claims.put(claim, value);

    isRefused(ask(assertion()), reason);
  }

  @Test
  void anAssertionHoldsFromItsBeginningToItsEnd() throws Exception {
    tenant.registerCertificate(certificate);
    Times.pass(tenant, Duration.ofSeconds(299));
    assertThat(ask(assertion()).status()).isEqualTo(200);

    claims.put("jti", "2");
    Times.pass(tenant, Duration.ofSeconds(1));
    isRefused(ask(assertion()), "time range");

    claims.put("nbf", Times.START.getEpochSecond() + 301);
    claims.put("exp", Times.START.getEpochSecond() + 600);
    isRefused(ask(assertion()), "time range");
  }

  @Test
  void aSignatureThatDoesNotFitIsRefused() throws Exception {
    tenant.registerCertificate(certificate);
    String[] parts = assertion().split("\\.", -1);
    claims.put("jti", "2");
    String[] others = assertion().split("\\.", -1);

    isRefused(ask(parts[0] + "." + parts[1] + "." + others[2]), "signature");
    isRefused(ask(parts[0] + "." + parts[1] + ".!"), "signature");
    isRefused(ask("nonsense"), "malformed");
    isRefused(ask("a.b.c"), "malformed");
    header.put("alg", "none");
    isRefused(ask(assertion()), "signature");
  }

  @Test
  void anAssertionWithoutItsTypeIsRefused() throws Exception {
    tenant.registerCertificate(certificate);
    Map<String, String> form = form(assertion());
    form.remove("client_assertion_type");

    isRefused(caller.token(form), "client_assertion_type");
  }

  @Test
  void aTrustedAssertionIsTakenAsItStands() {
    isRefused(ask("federated"), "malformed");

    tenant.trustAssertion("federated");
    assertThat(ask("federated").status()).isEqualTo(200);
    assertThat(ask("federated").status()).isEqualTo(200);
  }

  @Test
  void aSecretCanBeChanged() {
    Map<String, String> old = caller.form();
    tenant.changeSecret("n3w");

    assertThat(caller.token(old).json().path("error_codes").path(0).asInt()).isEqualTo(7000215);
    assertThat(caller.token(caller.form()).status()).isEqualTo(200);
  }

  private static void isRefused(Caller.Reply reply, String reason) {
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.json().path("error").asText()).isEqualTo("invalid_client");
    assertThat(reply.json().path("error_description").asText())
        .startsWith("AADSTS700027: ")
        .contains(reason);
  }

  private Caller.Reply ask(String assertion) {
    return caller.token(form(assertion));
  }

  private Map<String, String> form(String assertion) {
    Map<String, String> form = new HashMap<>(caller.form());
    form.remove("client_secret");
    form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
    form.put("client_assertion", assertion);
    return form;
  }

  private String assertion() throws Exception {
    String signed = part(header) + "." + part(claims);
    Signature signature;
    if ("PS256".equals(header.get("alg"))) {
      signature = Signature.getInstance("RSASSA-PSS");
      signature.setParameter(
          new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
    } else {
      signature = Signature.getInstance("SHA256withRSA");
    }
    signature.initSign(key);
    signature.update(signed.getBytes(UTF_8));
    return signed + "." + BASE64.encodeToString(signature.sign());
  }

  private static String part(Map<String, Object> value) throws Exception {
    return BASE64.encodeToString(Caller.MAPPER.writeValueAsBytes(value));
  }
}
