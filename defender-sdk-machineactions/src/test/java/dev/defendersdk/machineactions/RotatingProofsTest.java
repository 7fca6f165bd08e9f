package dev.defendersdk.machineactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.auth.Credential;
import dev.defendersdk.core.auth.Credentials;
import dev.defendersdk.core.error.SignInException;
import dev.defendersdk.machineactions.machines.MachinesClient;
import dev.defendersdk.testkit.SimulatedTenant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets by supplier and assertions by file: the next fetch takes what is there then. */
class RotatingProofsTest {

  private final SimulatedTenant tenant = Tenants.virtual().machines(1).build();
  private final String id = tenant.machines().ids().get(0);
  @TempDir private Path directory;

  @Test
  void aSuppliedSecretRotatesWithoutARestart() throws Exception {
    AtomicReference<String> secret = new AtomicReference<>(tenant.clientSecret());
    try (DefenderClient defender =
        client(Credentials.clientSecret(tenant.tenantId(), tenant.clientId(), secret::get))) {
      MachinesClient machines = new MachinesClient(defender);
      machines.get(id);

      tenant.changeSecret("n3w-s3cr3t");
      // A token that is there still serves.
      machines.get(id);
      assertThat(tenant.journal().of("signIn.token")).hasSize(1);

      tenant.revokeTokens();
      assertThatThrownBy(() -> machines.get(id))
          .isInstanceOfSatisfying(
              SignInException.class, e -> assertThat(e.code()).contains("AADSTS7000215"));

      secret.set("n3w-s3cr3t");
      Tenants.timeOf(tenant).advance(Duration.ofMinutes(2));
      machines.get(id);
      assertThat(tenant.journal().of("signIn.token")).hasSize(3);
    }
  }

  @Test
  void aSupplierThatFailsIsAFailedSignInWithItsCause() {
    try (DefenderClient defender =
        client(
            Credentials.clientSecret(
                tenant.tenantId(),
                tenant.clientId(),
                () -> {
                  throw new IllegalStateException("the vault is sealed");
                }))) {
      assertThatThrownBy(() -> new MachinesClient(defender).get(id))
          .isInstanceOf(SignInException.class)
          .hasMessageContaining("the client secret could not be had: IllegalStateException")
          .hasRootCauseMessage("the vault is sealed");
    }
    assertThat(tenant.journal().entries()).isEmpty();
  }

  @Test
  void anAssertionFileRotatesWithoutARestart() throws Exception {
    Path file = directory.resolve("assertion.jwt");
    Files.writeString(file, "f3d3rated-1\n");
    tenant.trustAssertion("f3d3rated-1");
    Credential credential = Credentials.assertionFile(tenant.tenantId(), tenant.clientId(), file);
    assertThat(credential.toString()).contains("assertion file").doesNotContain("f3d3rated");
    try (DefenderClient defender = client(credential)) {
      MachinesClient machines = new MachinesClient(defender);
      machines.get(id);

      Files.writeString(file, "f3d3rated-2");
      tenant.revokeTokens();
      assertThatThrownBy(() -> machines.get(id))
          .isInstanceOf(SignInException.class)
          .satisfies(e -> assertThat(Stacks.of(e)).doesNotContain("f3d3rated"));

      tenant.trustAssertion("f3d3rated-2");
      Tenants.timeOf(tenant).advance(Duration.ofMinutes(2));
      machines.get(id);
    }
  }

  @Test
  void anAssertionFileThatIsNotThereOrEmptyIsAFailedSignIn() throws Exception {
    Path file = directory.resolve("assertion.jwt");
    Credential credential = Credentials.assertionFile(tenant.tenantId(), tenant.clientId(), file);
    try (DefenderClient defender = client(credential)) {
      MachinesClient machines = new MachinesClient(defender);
      assertThatThrownBy(() -> machines.get(id))
          .isInstanceOf(SignInException.class)
          .hasMessageContaining("the assertion file could not be had: NoSuchFileException");

      Files.writeString(file, "\n");
      Tenants.timeOf(tenant).advance(Duration.ofMinutes(2));
      assertThatThrownBy(() -> machines.get(id))
          .isInstanceOf(SignInException.class)
          .hasStackTraceContaining("assertion is \"\": it must not be blank");
    }
    assertThat(tenant.journal().entries()).isEmpty();
  }

  private DefenderClient client(Credential credential) {
    return Tenants.client(tenant).credential(credential).build();
  }
}
