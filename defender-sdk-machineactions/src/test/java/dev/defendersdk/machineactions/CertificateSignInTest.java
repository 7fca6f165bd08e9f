package dev.defendersdk.machineactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.auth.AssertionSigner;
import dev.defendersdk.core.auth.ClientCertificate;
import dev.defendersdk.core.auth.Credentials;
import dev.defendersdk.core.error.SignInException;
import dev.defendersdk.machineactions.machines.MachinesClient;
import dev.defendersdk.testkit.SimulatedTenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Applications that prove themselves with a certificate. */
class CertificateSignInTest {

  private final TestKeys keys = TestKeys.first();
  private final SimulatedTenant tenant = Tenants.virtual().machines(1).build();
  private final String id = tenant.machines().ids().get(0);
  @TempDir private Path directory;

  @Test
  void aPemFileSignsIn() throws IOException {
    tenant.registerCertificate(keys.certificate());
    // With the key first, and what openssl writes between the parts.
    Path file =
        Files.writeString(
            directory.resolve("app.pem"),
            "Bag Attributes\n    friendlyName: app\n" + keys.keyPem() + keys.certificatePem());

    ClientCertificate certificate = ClientCertificate.pem(file);

    assertThat(certificate.certificate()).isEqualTo(keys.certificate());
    signsIn(certificate);
  }

  @Test
  void inAChainTheFirstCertificateIsTheApplications() {
    tenant.registerCertificate(keys.certificate());

    signsIn(
        ClientCertificate.pem(
            keys.certificatePem() + TestKeys.second().certificatePem() + keys.keyPem()));
  }

  @Test
  void aPkcs12FileSignsIn() throws IOException {
    tenant.registerCertificate(keys.certificate());

    signsIn(ClientCertificate.pkcs12(keys.file(), TestKeys.PASSWORD.toCharArray()));
  }

  @Test
  void aCallbackSignsWithoutShowingItsKey() {
    tenant.registerCertificate(keys.certificate());
    AtomicInteger signed = new AtomicInteger();

    signsIn(
        ClientCertificate.of(
            keys.certificate(),
            data -> {
              signed.incrementAndGet();
              Signature signature = Signature.getInstance("RSASSA-PSS");
              signature.setParameter(
                  new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
              signature.initSign(keys.key());
              signature.update(data);
              return signature.sign();
            }));

    assertThat(signed).hasValue(1);
  }

  @Test
  void everyFetchSignsAnAssertionOfItsOwn() {
    tenant.registerCertificate(keys.certificate());
    try (DefenderClient defender = client(() -> keysOf(keys))) {
      for (int i = 0; i < 3; i++) {
        new MachinesClient(defender).get(id);
        tenant.revokeTokens();
      }
    }
    // The tenant refuses an assertion that it has seen.
    assertThat(tenant.journal().of("signIn.token")).hasSize(3);
    assertThat(tenant.journal().of("signIn.token")).allMatch(entry -> entry.status() == 200);
  }

  @Test
  void aSuppliedCertificateRotatesWithoutARestart() throws Exception {
    TestKeys next = TestKeys.second();
    AtomicReference<TestKeys> current = new AtomicReference<>(keys);
    tenant.registerCertificate(keys.certificate());
    try (DefenderClient defender = client(() -> keysOf(current.get()))) {
      MachinesClient machines = new MachinesClient(defender);
      machines.get(id);

      current.set(next);
      tenant.revokeTokens();
      assertThatThrownBy(() -> machines.get(id))
          .isInstanceOf(SignInException.class)
          .hasMessageContaining("AADSTS700027")
          .hasMessageContaining("Check that the certificate is registered");

      tenant.registerCertificate(next.certificate());
      Tenants.timeOf(tenant).advance(Duration.ofMinutes(2));
      machines.get(id);
    }
  }

  @Test
  void aSignatureByAnotherKeyIsRefused() {
    tenant.registerCertificate(keys.certificate());
    try (DefenderClient defender =
        client(() -> ClientCertificate.of(keys.certificate(), TestKeys.second().key()))) {
      assertThatThrownBy(() -> new MachinesClient(defender).get(id))
          .isInstanceOfSatisfying(
              SignInException.class, e -> assertThat(e.code()).contains("AADSTS700027"));
    }
    assertThat(tenant.journal().of("machines.get")).isEmpty();
  }

  @Test
  void aSignerThatFailsIsAFailedSignInWithItsCause() {
    AssertionSigner vault =
        data -> {
          throw new IOException("the vault is sealed");
        };
    try (DefenderClient defender = client(() -> ClientCertificate.of(keys.certificate(), vault))) {
      assertThatThrownBy(() -> new MachinesClient(defender).get(id))
          .isInstanceOf(SignInException.class)
          .hasMessageContaining("the certificate could not be had: IOException")
          .hasRootCauseMessage("the vault is sealed")
          .satisfies(e -> assertThat(Stacks.of(e)).doesNotContain("eyJ"));
    }
    assertThat(tenant.journal().entries()).isEmpty();
  }

  @Test
  void aSupplierThatGivesNothingIsAFailedSignIn() {
    try (DefenderClient defender = client(() -> null)) {
      assertThatThrownBy(() -> new MachinesClient(defender).get(id))
          .isInstanceOf(SignInException.class)
          .hasRootCauseMessage("certificate is null: it must be given. Pass a value.");
    }
  }

  @Test
  void aWrongPemSaysWhatIsWrongAndNothingOfTheKey() {
    String key = keys.keyPem();
    String body = key.substring(key.indexOf('\n') + 1).substring(0, 40);
    String damaged = key.replace(body, "AAAA" + body.substring(4));
    for (String text :
        new String[] {
          key, damaged + keys.certificatePem(), key + keys.certificatePem().replace("MII", "AAA")
        }) {
      assertThatThrownBy(() -> ClientCertificate.pem(text))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("text ")
          .satisfies(e -> assertThat(Stacks.of(e)).doesNotContain(body.substring(4)));
    }
    assertThatThrownBy(
            () ->
                ClientCertificate.pem(
                    keys.certificatePem() + key.replace("PRIVATE", "RSA PRIVATE")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("openssl pkcs8 -topk8 -nocrypt");
  }

  @Test
  void aWrongPkcs12SaysWhatIsWrongAndNothingOfThePassword() throws IOException {
    assertThatThrownBy(() -> ClientCertificate.pkcs12(keys.file(), "wr0ng-passw0rd".toCharArray()))
        .isInstanceOf(IOException.class)
        .satisfies(e -> assertThat(Stacks.of(e)).doesNotContain("wr0ng-passw0rd"));
    Path garbage = Files.writeString(directory.resolve("garbage.p12"), "no key store");
    assertThatThrownBy(() -> ClientCertificate.pkcs12(garbage, TestKeys.PASSWORD.toCharArray()))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> ClientCertificate.pkcs12(directory.resolve("none.p12"), new char[0]))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("none.p12");
  }

  private static ClientCertificate keysOf(TestKeys keys) {
    return ClientCertificate.of(keys.certificate(), keys.key());
  }

  private void signsIn(ClientCertificate certificate) {
    try (DefenderClient defender =
        Tenants.client(tenant)
            .credential(Credentials.certificate(tenant.tenantId(), tenant.clientId(), certificate))
            .build()) {
      assertThat(new MachinesClient(defender).get(id).id()).isEqualTo(id);
    }
    assertThat(tenant.journal().of("signIn.token")).hasSize(1);
  }

  private DefenderClient client(Supplier<ClientCertificate> certificate) {
    return Tenants.client(tenant)
        .credential(Credentials.certificate(tenant.tenantId(), tenant.clientId(), certificate))
        .build();
  }
}
