package dev.defendersdk.machineactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.AccessReport;
import dev.defendersdk.core.AdminConsent;
import dev.defendersdk.core.ConsentAnswer;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.DefenderCloud;
import dev.defendersdk.core.auth.Credentials;
import dev.defendersdk.core.error.SignInException;
import dev.defendersdk.machineactions.actions.MachineActionOperations;
import dev.defendersdk.machineactions.machines.MachineOperations;
import dev.defendersdk.machineactions.machines.MachinesClient;
import dev.defendersdk.testkit.SimulatedCloud;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.VirtualTime;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a partner's application comes into a customer's tenant, from the link to the first call. */
class OnboardingTest {

  private static final String APPLICATION = "8a7f5ed2-6a1b-4f0c-9d3e-0c1b2a39485f";
  private static final String SECRET = "partner~secret";
  private static final String STATE = "K3Jx0cVw2q8YtPz5aLmN7g";
  private static final URI REDIRECT = URI.create("https://netshield.example/onboarded");

  private final SimulatedCloud cloud =
      SimulatedCloud.builder().time(VirtualTime.startingAt(Tenants.START)).build();
  private final SimulatedTenant home =
      cloud.addTenant(t -> t.clientId(APPLICATION).clientSecret(SECRET));
  private final SimulatedTenant customer = cloud.addTenant(t -> t.machines(2));
  private final AdminConsent consent =
      AdminConsent.of(
          DefenderCloud.builder().authority(home.authorityUri().toString()).build(), APPLICATION);

  @Test
  void fromTheLinkToTheFirstCall() throws Exception {
    cloud.addPartnerApplication(APPLICATION, "NetShield", SECRET, "Machine.Read.All");
    try (DefenderClient partner = partner()) {
      DefenderClient there = partner.forTenant(customer.tenantId());
      assertThatThrownBy(() -> there.verifyAccess(List.of(MachineOperations.LIST)))
          .isInstanceOf(SignInException.class)
          .hasMessageContaining("AADSTS700016");

      ConsentAnswer answer = follow(consent.link(customer.tenantId(), REDIRECT, STATE));
      assertThat(answer).isEqualTo(new ConsentAnswer.Granted(customer.tenantId()));

      there.forgetTokens();
      assertThat(there.verifyAccess(List.of(MachineOperations.LIST)).isGranted()).isTrue();
      assertThat(new MachinesClient(there).list().stream()).hasSize(2);
    }
    assertThat(customer.journal().of("signIn.adminConsent"))
        .singleElement()
        .satisfies(entry -> assertThat(entry.applicationId()).isEqualTo(APPLICATION))
        .satisfies(entry -> assertThat(entry.effect()).contains("NetShield", "Machine.Read.All"));
  }

  @Test
  void anApplicationThatAsksForMoreNeedsConsentAgain() throws Exception {
    cloud.addPartnerApplication(APPLICATION, "NetShield", SECRET, "Machine.Read.All");
    follow(consent.link(customer.domain(), REDIRECT, STATE));
    cloud.addPartnerApplication(
        APPLICATION, "NetShield", SECRET, "Machine.Read.All", "Machine.Isolate");
    try (DefenderClient partner = partner()) {
      DefenderClient there = partner.forTenant(customer.tenantId());
      AccessReport before = there.verifyAccess(List.of(MachineActionOperations.ISOLATE));
      assertThat(before.missing()).hasSize(1);
      assertThat(before.wordsForAdministrator())
          .contains("application of another tenant", consent.link().toString())
          .doesNotContain("App registrations");

      follow(consent.link(customer.domain(), REDIRECT, STATE));
      there.forgetTokens();

      AccessReport after = there.verifyAccess(List.of(MachineActionOperations.ISOLATE));
      assertThat(after.isGranted()).isTrue();
    }
  }

  @Test
  void anAdministratorWhoRefusesLetsNothingIn() throws Exception {
    cloud.addPartnerApplication(APPLICATION, "NetShield", SECRET, "Machine.Read.All");
    customer.administratorConsents(false);

    ConsentAnswer answer = follow(consent.link(customer.tenantId(), REDIRECT, STATE));

    assertThat(answer)
        .isEqualTo(
            new ConsentAnswer.Refused("permission_denied", "The admin canceled the request"));
    try (DefenderClient partner = partner()) {
      DefenderClient there = partner.forTenant(customer.tenantId());
      assertThatThrownBy(() -> there.verifyAccess(List.of(MachineOperations.LIST)))
          .isInstanceOf(SignInException.class)
          .hasMessageContaining("AADSTS700016");
    }
  }

  @Test
  void aLinkOfAnUnknownApplicationEndsAtTheSignIn() throws Exception {
    assertThat(open(consent.link(customer.tenantId(), REDIRECT, STATE)).statusCode())
        .isEqualTo(400);
  }

  @Test
  void theOnlyTenantIsMeantWhereTheLinkLeavesItOpen() throws Exception {
    SimulatedTenant alone = Tenants.virtual().build();
    alone.cloud().addPartnerApplication(APPLICATION, "NetShield", SECRET);
    URI link = consent.link("common", REDIRECT, STATE);
    HttpResponse<Void> sentOn =
        alone
            .httpClient()
            .send(HttpRequest.newBuilder(link).build(), HttpResponse.BodyHandlers.discarding());
    assertThat(AdminConsent.answer(location(sentOn), STATE))
        .isEqualTo(new ConsentAnswer.Granted(alone.tenantId()));
  }

  private DefenderClient partner() {
    return Tenants.client(home)
        .credential(Credentials.clientSecret(home.tenantId(), APPLICATION, SECRET))
        .build();
  }

  /** What the administrator's browser does, and then the partner's page. */
  private ConsentAnswer follow(URI link) throws Exception {
    return AdminConsent.answer(location(open(link)), STATE);
  }

  private HttpResponse<Void> open(URI link) throws Exception {
    return cloud
        .httpClient()
        .send(HttpRequest.newBuilder(link).build(), HttpResponse.BodyHandlers.discarding());
  }

  private static URI location(HttpResponse<?> response) {
    assertThat(response.statusCode()).isEqualTo(302);
    return URI.create(response.headers().firstValue("Location").orElseThrow());
  }
}
