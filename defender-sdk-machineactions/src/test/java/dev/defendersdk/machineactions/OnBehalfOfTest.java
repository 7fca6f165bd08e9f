package dev.defendersdk.machineactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.auth.AccessToken;
import dev.defendersdk.core.auth.ClientCertificate;
import dev.defendersdk.core.auth.Credentials;
import dev.defendersdk.core.error.ForbiddenException;
import dev.defendersdk.core.error.SignInException;
import dev.defendersdk.machineactions.actions.Isolation;
import dev.defendersdk.machineactions.actions.MachineActionsClient;
import dev.defendersdk.machineactions.machines.MachinesClient;
import dev.defendersdk.testkit.SimulatedTenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Applications that act on behalf of the users who call them. */
class OnBehalfOfTest {

  private static final String ADA = "ada@contoso.example";
  private static final String BOB = "bob@contoso.example";

  private final SimulatedTenant tenant = Tenants.virtual().machines(1).build();
  private final String id = tenant.machines().ids().get(0);

  @Test
  void twoUsersNeverShareAToken() {
    String ada = tenant.userToken(ADA, "Machine.Isolate", "Machine.Read");
    String bob = tenant.userToken(BOB, "Machine.Read");
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      for (int i = 0; i < 3; i++) {
        new MachinesClient(defender.onBehalfOf(ada)).get(id);
        new MachinesClient(defender.onBehalfOf(bob)).get(id);
        new MachinesClient(defender).get(id);
      }
      assertThat(tenant.journal().of("signIn.token")).hasSize(3);

      assertThat(isolate(defender.onBehalfOf(ada))).isEqualTo(ADA);
      // What Ada may do and the application may do, Bob may not.
      assertThatThrownBy(() -> isolate(defender.onBehalfOf(bob)))
          .isInstanceOf(ForbiddenException.class);
      assertThat(tenant.journal().of("signIn.token")).hasSize(3);
    }
  }

  @Test
  void aRefusalNamesTheUsersPermissions() {
    String ada = tenant.userToken(ADA, "Alert.Read");
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      assertThatThrownBy(() -> new MachinesClient(defender.onBehalfOf(ada)).get(id))
          .isInstanceOf(ForbiddenException.class)
          .hasMessageContaining(
              "Needs one of Machine.Read, Machine.ReadWrite; the token holds" + " Alert.Read.");
    }
  }

  @Test
  void aCertificateProvesTheApplicationHereToo() {
    TestKeys keys = TestKeys.first();
    tenant.registerCertificate(keys.certificate());
    String ada = tenant.userToken(ADA, "Machine.Isolate", "Machine.Read");
    try (DefenderClient defender =
        Tenants.client(tenant)
            .credential(
                Credentials.certificate(
                    tenant.tenantId(),
                    tenant.clientId(),
                    ClientCertificate.of(keys.certificate(), keys.key())))
            .build()) {
      assertThat(isolate(defender.onBehalfOf(ada))).isEqualTo(ADA);
    }
  }

  @Test
  void aUsersTokenThatIsOverSaysSoAndIsNotShown() throws Exception {
    String ada = tenant.userToken(ADA, "Machine.Read");
    Tenants.timeOf(tenant).advance(Duration.ofHours(2));
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      DefenderClient client = defender.onBehalfOf(ada);
      assertThat(client.toString()).doesNotContain(ada);
      assertThatThrownBy(() -> new MachinesClient(client).get(id))
          .isInstanceOfSatisfying(
              SignInException.class,
              e -> {
                assertThat(e.code()).contains("AADSTS500133");
                assertThat(e.isRetryable()).isFalse();
                assertThat(e).hasMessageContaining("Check the user's token");
                assertThat(Stacks.of(e)).doesNotContain("eyJ");
              });
      // Nobody else is held up by it.
      new MachinesClient(defender).get(id);
    }
  }

  @Test
  void aClaimsChallengeIsAnsweredForTheUser() {
    String ada = tenant.userToken(ADA, "Machine.Read");
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      MachinesClient machines = new MachinesClient(defender.onBehalfOf(ada));
      machines.get(id);
      tenant.revokeTokens("{\"access_token\":{\"nbf\":{\"essential\":true,\"value\":\"1\"}}}");
      machines.get(id);
    }
    assertThat(tenant.journal().of("signIn.token")).hasSize(2);
  }

  /** Each hour brings every user a new token: what is over is not kept. */
  @Test
  void thousandsOfUsersAreServedOneAfterTheOther() throws Exception {
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      for (int i = 0; i < 600; i++) {
        String user = "user-" + i + "@contoso.example";
        new MachinesClient(defender.onBehalfOf(tenant.userToken(user, "Machine.Read"))).get(id);
        Tenants.timeOf(tenant).advance(Duration.ofMinutes(2));
      }
    }
    assertThat(tenant.journal().of("signIn.token")).hasSize(600);
    assertThat(tenant.journal().count(401)).isZero();
  }

  @Test
  void aTokenSupplierIsGivenWhatTheUserPresented() {
    List<String> presented = new ArrayList<>();
    try (DefenderClient defender =
        Tenants.client(tenant)
            .credential(
                Credentials.tokenSupplier(
                    tenant.tenantId(),
                    tenant.clientId(),
                    request -> {
                      presented.add(request.userAssertion() + " " + request.user());
                      return AccessToken.of("t0k3n", Tenants.START.plusSeconds(3_600));
                    }))
            .build()) {
      assertThatThrownBy(() -> new MachinesClient(defender.onBehalfOf("pres3nted")).get(id));
    }
    assertThat(presented).isNotEmpty().allMatch("pres3nted null"::equals);
  }

  @Test
  void aManagedIdentityActsForNoUser() {
    try (DefenderClient defender =
        Tenants.client(tenant)
            .credential(Credentials.managedIdentity(tenant.tenantId(), null))
            .build()) {
      assertThatThrownBy(() -> defender.onBehalfOf("pres3nted"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("Use a client secret or a certificate")
          .hasMessageNotContaining("pres3nted");
    }
  }

  private String isolate(DefenderClient defender) {
    return new MachineActionsClient(defender)
        .isolate(id, Isolation.full("case 4711"))
        .poll()
        .requestor();
  }
}
