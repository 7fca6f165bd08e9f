package dev.defendersdk.machineactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.AccessReport;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.auth.AccessToken;
import dev.defendersdk.core.auth.Credentials;
import dev.defendersdk.core.call.Service;
import dev.defendersdk.core.error.SignInException;
import dev.defendersdk.machineactions.actions.MachineActionOperations;
import dev.defendersdk.machineactions.machines.MachineOperations;
import dev.defendersdk.testkit.SimulatedTenant;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether a tenant has granted what is needed, before anything is called. */
class AccessTest {

  @Test
  void nothingIsMissingWhereEverythingWasGranted() {
    SimulatedTenant tenant = Tenants.virtual().build();
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      AccessReport report = defender.verifyAccess(MachineActionOperations.all());
      assertThat(report.isGranted()).isTrue();
      assertThat(report.wordsForAdministrator()).isEmpty();
      assertThat(report.held()).contains("Machine.Isolate");
    }
    assertThat(tenant.journal().of("signIn.token")).hasSize(1);
    assertThat(tenant.journal().entries()).hasSize(1);
  }

  @Test
  void whatIsMissingIsNamedWithTheWordsForTheAdministrator() {
    SimulatedTenant tenant = Tenants.virtual().roles("Machine.Read.All").build();
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      AccessReport report =
          defender.verifyAccess(List.of(MachineOperations.LIST, MachineActionOperations.ISOLATE));
      assertThat(report.isGranted()).isFalse();
      assertThat(report.missing())
          .containsExactly(
              new AccessReport.Missing(
                  "machines.isolate", Service.DEFENDER, List.of("Machine.Isolate")));
      assertThat(report.wordsForAdministrator())
          .contains(tenant.clientId(), tenant.tenantId(), "Machine.Isolate (for machines.isolate)")
          .contains("App registrations", "WindowsDefenderATP", "admin consent");
      assertThat(report.consentLink()).as("the application is the tenant's own").isNull();
    }
  }

  @Test
  void permissionsOfGraphAreNamedAsGraphs() {
    AccessReport report =
        new AccessReport(
            "contoso.com",
            "",
            "",
            List.of(),
            List.of(
                new AccessReport.Missing(
                    "incidents.list", Service.GRAPH, List.of("SecurityIncident.Read.All"))),
            List.of(),
            null);
    assertThat(report.wordsForAdministrator())
        .contains("Microsoft Graph: SecurityIncident.Read.All (for incidents.list)");
  }

  @Test
  void theTenantOfADomainNameIsWhatTheTokenSays() {
    SimulatedTenant tenant = Tenants.virtual().build();
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      AccessReport report =
          defender.forTenant(tenant.domain()).verifyAccess(List.of(MachineOperations.GET));
      assertThat(report.tenantId()).isEqualTo(tenant.domain());
      assertThat(report.tokenTenantId()).isEqualTo(tenant.tenantId());
      assertThat(report.isGranted()).isTrue();
      assertThat(report.consentLink()).as("its home, by another name").isNull();
    }
  }

  @Test
  void aTokenOfAnotherTenantOrServiceIsAProblem() {
    SimulatedTenant tenant = Tenants.virtual().build();
    String claims =
        "{\"tid\":\"00000000-0000-0000-0000-000000000001\",\"aud\":\"https://api.security.microsoft.com\","
            + "\"scp\":\"Machine.Read\"}";
    String token = "e30." + encoded(claims) + ".c2ln";
    try (DefenderClient defender =
        Tenants.client(tenant)
            .credential(
                Credentials.tokenSupplier(
                    tenant.tenantId(),
                    tenant.clientId(),
                    request -> AccessToken.of(token, Tenants.START.plusSeconds(3_600))))
            .build()) {
      AccessReport report = defender.verifyAccess(List.of(MachineOperations.GET));
      assertThat(report.missing()).as("Machine.Read is enough for a user").isEmpty();
      assertThat(report.problems())
          .hasSize(2)
          .anyMatch(problem -> problem.contains("00000000-0000-0000-0000-000000000001"))
          .anyMatch(problem -> problem.contains("must be for " + tenant.defenderAudience()));
      assertThat(report.isGranted()).isFalse();
    }
  }

  @Test
  void noTokenIsASignInError() {
    SimulatedTenant tenant = Tenants.virtual().build();
    try (DefenderClient defender =
        Tenants.client(tenant)
            .credential(Credentials.clientSecret(tenant.tenantId(), tenant.clientId(), "wrong"))
            .build()) {
      assertThatThrownBy(() -> defender.verifyAccess(List.of(MachineOperations.GET)))
          .isInstanceOf(SignInException.class);
    }
  }

  private static String encoded(String claims) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(claims.getBytes(StandardCharsets.UTF_8));
  }
}
