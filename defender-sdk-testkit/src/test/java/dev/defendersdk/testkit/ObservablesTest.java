package dev.defendersdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.testkit.alerts.NewTenantAlert;
import dev.defendersdk.testkit.rules.Quirks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the tenant knows of files, domains and addresses, by the evidence of its alerts. */
class ObservablesTest {

  private static final String SHA1 = "0991a395da64e1c5fbe8732ed11e6be064081d9f";

  private SimulatedTenant tenant = tenant(Quirks.gentle());
  private Caller caller = Caller.of(tenant);

  private static SimulatedTenant tenant(Quirks quirks) {
    return SimulatedTenant.builder()
        .time(Times.virtual())
        .tokenLifetime(Duration.ofDays(30))
        .machines(3)
        .quirks(quirks)
        .build();
  }

  private void raiseOn(int machine) {
    tenant
        .alerts()
        .raise(
            NewTenantAlert.on(tenant.machines().ids().get(machine))
                .file(SHA1, "MREC.exe")
                .evidence("Url", Map.of("url", "https://www.contoso.example/a"))
                .evidence("Ip", Map.of("ipAddress", "198.51.100.7")));
  }

  private JsonNode statistics(String path) {
    return caller.get(path).json();
  }

  @Test
  void statisticsCountTheMachinesWithinTheSpan() {
    raiseOn(0);
    raiseOn(0);
    Times.pass(tenant, Duration.ofDays(3));
    raiseOn(1);
    JsonNode file = statistics("/api/files/" + SHA1 + "/stats");
    assertThat(file.path("sha1").asText()).isEqualTo(SHA1);
    assertThat(file.path("organizationPrevalence").asInt()).isEqualTo(2);
    assertThat(file.path("topFileNames").get(0).asText()).isEqualTo("MREC.exe");
    assertThat(file.path("orgLastSeen").asText()).isGreaterThan(file.path("orgFirstSeen").asText());
    for (String path :
        List.of(
            "/api/files/" + SHA1 + "/stats",
            "/api/domains/www.contoso.example/stats",
            "/api/ips/198.51.100.7/stats")) {
      assertThat(statistics(path).path("organizationPrevalence").asInt()).isEqualTo(2);
      assertThat(statistics(path + "?lookBackHours=48").path("organizationPrevalence").asInt())
          .isEqualTo(1);
      assertThat(caller.get(path + "?lookBackHours=721").status()).isEqualTo(400);
      assertThat(caller.get(path + "?lookBackHours=0").status()).isEqualTo(400);
    }
    Times.pass(tenant, Duration.ofDays(31));
    assertThat(statistics("/api/files/" + SHA1 + "/stats").path("organizationPrevalence").asInt())
        .as("known, and not seen of late")
        .isZero();
  }

  @Test
  void aFileIsFoundByEitherHash() {
    raiseOn(0);
    JsonNode bySha1 = caller.get("/api/files/" + SHA1).json();
    String sha256 = bySha1.path("sha256").asText();
    assertThat(caller.get("/api/files/" + sha256).json().path("sha1").asText()).isEqualTo(SHA1);
    assertThat(caller.get("/api/files/" + "ab".repeat(16)).code()).isEqualTo("InvalidHashValue");
    assertThat(caller.get("/api/files/" + "ab".repeat(20)).status()).isEqualTo(404);
    assertThat(caller.get("/api/files/" + "ab".repeat(20) + "/stats").status()).isEqualTo(404);
  }

  /** What was never seen: entities.md, "What each answers for an unknown or wrong key". */
  @Test
  void ofDomainsAndAddressesThatWereNeverSeenThePrevalenceIsZero() {
    JsonNode domain = statistics("/api/domains/never.example/stats");
    assertThat(domain.path("host").asText()).isEqualTo("never.example");
    assertThat(domain.path("organizationPrevalence").asText()).isEqualTo("0");
    assertThat(statistics("/api/ips/198.51.100.9/stats").path("organizationPrevalence").asText())
        .isEqualTo("0");
    assertThat(caller.get("/api/domains/no%20domain/stats").code()).isEqualTo("InvalidDomainName");
    assertThat(caller.get("/api/ips/198.51.100.256/stats").status()).isEqualTo(400);
    assertThat(caller.get("/api/domains/never.example/machines").ids()).isEmpty();
    assertThat(caller.get("/api/files/" + SHA1 + "/machines").ids()).isEmpty();
  }

  @Test
  void machinesOfFilesAndDomainsAreThoseOfTheAlerts() {
    raiseOn(0);
    raiseOn(2);
    raiseOn(2);
    List<String> ids = List.of(tenant.machines().ids().get(0), tenant.machines().ids().get(2));
    assertThat(caller.get("/api/files/" + SHA1 + "/machines").ids())
        .containsExactlyInAnyOrderElementsOf(ids);
    assertThat(caller.get("/api/domains/WWW.contoso.example/machines").ids())
        .containsExactlyInAnyOrderElementsOf(ids);
    assertThat(caller.get("/api/files/" + "ab".repeat(32) + "/machines").code())
        .as("SHA-1 alone")
        .isEqualTo("InvalidHashValue");
  }

  @Test
  void olderAnswersHaveThePrevalenceAsAText() {
    tenant = tenant(Quirks.harsh());
    caller = Caller.of(tenant);
    raiseOn(0);
    JsonNode file = statistics("/api/files/" + SHA1 + "/stats");
    assertThat(file.path("orgPrevalence").textValue()).isEqualTo("1");
    assertThat(file.path("globalPrevalence").isTextual()).isTrue();
    assertThat(file.has("organizationPrevalence")).isFalse();
  }
}
