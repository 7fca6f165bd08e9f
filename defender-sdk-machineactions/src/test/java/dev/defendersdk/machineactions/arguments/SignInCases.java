package dev.defendersdk.machineactions.arguments;

import dev.defendersdk.core.AdminConsent;
import dev.defendersdk.core.DefenderCloud;
import dev.defendersdk.core.auth.AccessToken;
import dev.defendersdk.core.auth.AssertionSigner;
import dev.defendersdk.core.auth.ClientCertificate;
import dev.defendersdk.core.auth.TokenSupplier;
import dev.defendersdk.testsupport.arguments.Cases;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Wrong arguments of clouds, consent and credentials. */
final class SignInCases {

  private static final String TENANT = "contoso.onmicrosoft.com";

  private SignInCases() {}

  static void fill(Cases cases) {
    clouds(cases);
    consent(cases);
    credentials(cases);
  }

  private static void clouds(Cases cases) {
    for (String setter : List.of("authority", "defender", "graph")) {
      cases
          .row(
              "DefenderCloud.Builder." + setter + "(String)",
              DefenderCloud.builder(),
              "https://host.example")
          .blank(0)
          .wrong(0, "host.example")
          .wrong(0, "http://host.example")
          .wrong(0, "ftp://host.example")
          .wrong(0, "https://host.example/api")
          .wrong(0, "https://host.example?a=b")
          .wrong(0, "https://user@host.example")
          .wrong(0, "http://127.0.0.1.evil.example")
          .wrong(0, "https://")
          .wrong(0, "not a uri");
    }
    for (String setter : List.of("defenderAudience", "graphAudience")) {
      cases
          .row("DefenderCloud.Builder." + setter + "(String)", DefenderCloud.builder(), "api://x")
          .blank(0);
    }
    cases
        .row("DefenderCloud.region(String)", null, "swa.api")
        .blank(0)
        .wrong(0, "evil.example/", "https://evil.example/.security.microsoft.com")
        .wrong(0, "evil.example?", "https://evil.example?.security.microsoft.com")
        .wrong(0, "a@evil.example:443/", "https://a@evil.example:443/.security.microsoft.com")
        .wrong(0, "two words", "https://two words.security.microsoft.com");
  }

  private static void consent(Cases cases) {
    String application = "8a7f5ed2-6a1b-4f0c-9d3e-0c1b2a39485f";
    String state = "K3Jx0cVw2q8YtPz5aLmN7g";
    AdminConsent consent = AdminConsent.of(DefenderCloud.GLOBAL, application);
    URI redirect = URI.create("https://netshield.example/onboarded");
    cases
        .row("AdminConsent.of(DefenderCloud,String)", null, DefenderCloud.GLOBAL, application)
        .blank(1)
        .wrong(1, "NetShield")
        .wrong(1, application + "&scope=x");
    cases
        .row("AdminConsent.link(String,URI,String)", consent, TENANT, redirect, state)
        .blank(0)
        .wrong(0, "contoso/evil")
        .wrong(1, URI.create("http://netshield.example/onboarded"))
        .wrong(1, URI.create("/onboarded"))
        .wrong(1, URI.create("https://netshield.example/#onboarded"))
        .wrong(1, URI.create("https://netshield@evil.example/"))
        .wrong(2, "", "0 characters")
        .wrong(2, "4711", "4 characters");
    URI answer =
        URI.create(redirect + "?admin_consent=True&state=" + state + "&tenant=" + application);
    cases
        .row("AdminConsent.answer(URI,String)", null, answer, state)
        .wrong(0, redirect, "/onboarded")
        .wrong(0, URI.create(redirect + "?session_state=1"), "session_state=***")
        .wrong(1, "4711", "4 characters");
    cases
        .row("new ConsentAnswer.Granted(String)", null, application)
        .blank(0)
        .wrong(0, "contoso.onmicrosoft.com");
    cases.row("new ConsentAnswer.Refused(String,String)", null, "permission_denied", "").blank(0);
  }

  private static void credentials(Cases cases) {
    TokenSupplier supplier = request -> AccessToken.of("t", Instant.MAX);
    tenant(
        cases
            .row("Credentials.clientSecret(String,String,String)", null, TENANT, "app", "secret")
            .blank(1)
            .blank(2));
    tenant(
        cases
            .row(
                "Credentials.tokenSupplier(String,String,TokenSupplier)",
                null,
                TENANT,
                "app",
                supplier)
            .blank(1));
    Supplier<String> secret = () -> "secret";
    tenant(
        cases
            .row("Credentials.clientSecret(String,String,Supplier)", null, TENANT, "app", secret)
            .blank(1));
    ClientCertificate certificate = certificate();
    tenant(
        cases
            .row(
                "Credentials.certificate(String,String,ClientCertificate)",
                null,
                TENANT,
                "app",
                certificate)
            .blank(1));
    Supplier<ClientCertificate> certificates = () -> certificate;
    tenant(
        cases
            .row(
                "Credentials.certificate(String,String,Supplier)",
                null,
                TENANT,
                "app",
                certificates)
            .blank(1));
    tenant(
        cases
            .row(
                "Credentials.assertionFile(String,String,Path)",
                null,
                TENANT,
                "app",
                Path.of("assertion.jwt"))
            .blank(1));
    tenant(cases.row("Credentials.managedIdentity(String,String)", null, TENANT, "app").blank(1));
    certificates(cases, certificate);
    cases.row("AccessToken.of(String,Instant)", null, "token", Instant.MAX).blank(0);
  }

  private static void certificates(Cases cases, ClientCertificate certificate) {
    String name = "ClientCertificate.";
    AssertionSigner signer = data -> data;
    cases.row(
        name + "of(X509Certificate,AssertionSigner)", null, certificate.certificate(), signer);
    cases.row(name + "of(X509Certificate,PrivateKey)", null, certificate.certificate(), key());
    cases.row(name + "pem(Path)", null, Path.of("app.pem"));
    cases
        .row(name + "pem(String)", null, "-----BEGIN CERTIFICATE-----")
        .blank(0)
        .wrong(0, "nonsense", "BEGIN CERTIFICATE");
    cases.row(name + "pkcs12(Path,char[])", null, Path.of("app.p12"), new char[0]);
  }

  private static ClientCertificate certificate() {
    try {
      URI file = SignInCases.class.getResource("/signin/first.p12").toURI();
      return ClientCertificate.pkcs12(Path.of(file), "test-password".toCharArray());
    } catch (IOException | URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static PrivateKey key() {
    try {
      return KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  static void tenant(Cases.Row row) {
    row.blank(0)
        .wrong(0, "Contoso Ltd")
        .wrong(0, "contoso.example/common")
        .wrong(0, "..")
        .wrong(0, "https://login.microsoftonline.com");
  }
}
