package dev.defendersdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.testkit.alerts.NewTenantAlert;
import dev.defendersdk.testkit.fleet.NewMachine;
import dev.defendersdk.testkit.rules.Quirks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What alerts are about, and the alerts about it. */
class RelatedEntitiesTest {

  private static final String SHA1 = "0123456789abcdef0123456789abcdef01234567";

  private final SimulatedTenant tenant =
      SimulatedTenant.builder()
          .time(Times.virtual())
          .tokenLifetime(Duration.ofDays(30))
          .machine(NewMachine.named("win").with("osPlatform", "Windows11"))
          .machine(NewMachine.named("other").with("osPlatform", "Windows11"))
          .logOn("contoso\\ben", "win", "other")
          .build();
  private final Caller caller = Caller.of(tenant);
  private final AlertView alert =
      tenant
          .alerts()
          .raise(
              NewTenantAlert.on("win")
                  .user("contoso\\ben")
                  .file(SHA1, "a.exe")
                  .file(SHA1, "b.exe")
                  .ip("198.51.100.7")
                  .ip("2001:db8::7")
                  .url("https://WWW.example.com/a?b=c")
                  .url("https://www.example.com/d"));

  private JsonNode about(String what) {
    return caller.get("/api/alerts/" + alert.id() + "/" + what).json();
  }

  @Test
  void anAlertNamesEachDomainFileAndAddressOnce() {
    assertThat(about("domains").path("value")).hasSize(1);
    assertThat(about("domains").path("value").path(0).path("host").asText())
        .isEqualTo("www.example.com");
    assertThat(about("ips").path("value").findValuesAsText("id"))
        .containsExactly("198.51.100.7", "2001:db8::7");
    JsonNode files = about("files").path("value");
    assertThat(files).hasSize(1);
    assertThat(files.path(0).path("sha1").asText()).isEqualTo(SHA1);
    assertThat(files.path(0).path("md5").asText()).hasSize(32);
    assertThat(caller.get("/api/alerts/none/files").status()).isEqualTo(404);
  }

  @Test
  void anAlertLeadsToItsMachineAndUser() {
    assertThat(about("machine").path("id").asText()).isEqualTo(alert.machineId());
    JsonNode user = about("user");
    assertThat(user.path("id").asText()).isEqualTo("contoso\\ben");
    assertThat(user.path("logOnMachinesCount").asInt()).isEqualTo(2);
    assertThat(user.path("accountSid").asText()).startsWith("S-1-5-21-");
  }

  @Test
  void whatAnAlertIsAboutLeadsBackToIt() {
    tenant.alerts().raise(NewTenantAlert.on("other").user("contoso\\eva").ip("198.51.100.8"));
    assertThat(caller.get("/api/domains/www.example.com/alerts").ids()).containsExactly(alert.id());
    assertThat(caller.get("/api/files/" + SHA1 + "/alerts").ids()).containsExactly(alert.id());
    assertThat(caller.get("/api/ips/198.51.100.7/alerts").ids()).containsExactly(alert.id());
    assertThat(caller.get("/api/ips/2001:db8::7/alerts").ids()).containsExactly(alert.id());
    assertThat(caller.get("/api/users/ben/alerts").ids()).containsExactly(alert.id());
    assertThat(caller.get("/api/users/ben@contoso.com/alerts").ids()).isEmpty();
    assertThat(caller.get("/api/domains/nowhere.example/alerts").ids()).isEmpty();
  }

  @Test
  void aKeyThatIsNoneIsRefused() {
    assertThat(caller.get("/api/domains/not%20one/alerts").code()).isEqualTo("InvalidDomainName");
    assertThat(caller.get("/api/files/" + "a".repeat(64) + "/alerts").code())
        .isEqualTo("InvalidHashValue");
    assertThat(caller.get("/api/ips/1.2.3/alerts").code()).isEqualTo("InvalidIpAddress");
    assertThat(caller.get("/api/machines/" + "0".repeat(40) + "/alerts").status()).isEqualTo(404);
  }

  @Test
  void theAlertsOfAMachineAreFilteredAndCounted() {
    AlertView second = tenant.alerts().raise(NewTenantAlert.on("win"));
    tenant.alerts().raise(NewTenantAlert.on("other"));
    tenant.alerts().raise(NewTenantAlert.on("win").visibleAfter(Duration.ofHours(1)));
    tenant.alerts().update(second.id(), change -> change.status("Resolved"));
    String machine = "/api/machines/" + alert.machineId() + "/alerts";
    assertThat(caller.get(machine).ids()).containsExactly(alert.id(), second.id());
    assertThat(caller.filter(machine, "status ne 'Resolved'").ids()).containsExactly(alert.id());
    Caller.Reply count = caller.filter(machine + "/$count", "status ne 'Resolved'");
    assertThat(count.text()).isEqualTo("1");
    assertThat(count.headers().firstValue("Content-Type")).hasValue("text/plain");
    assertThat(caller.get(machine + "/$count").text()).isEqualTo("2");
  }

  @Test
  void anOptionThatNoPageStatesIsRefused() {
    String machine = "/api/machines/" + alert.machineId() + "/alerts";
    String about = "/api/alerts/" + alert.id();
    List<String> lists =
        List.of(
            "/api/domains/www.example.com/alerts",
            "/api/files/" + SHA1 + "/alerts",
            "/api/ips/198.51.100.7/alerts",
            "/api/users/ben/alerts",
            machine,
            about + "/domains",
            about + "/files",
            about + "/ips");
    List<String> options =
        List.of("$top=1", "$skip=0", "$expand=evidence", "$orderby=id", "$select=id");
    for (String list : lists) {
      assertThat(caller.get(list).status()).as(list).isEqualTo(200);
      for (String option : options) {
        assertThat(caller.get(list + "?" + option).code())
            .as(list + "?" + option)
            .isEqualTo("ODataError");
      }
      if (!list.equals(machine)) {
        assertThat(caller.filter(list, "id ne 'a'").code()).as(list).isEqualTo("ODataError");
      }
    }
    assertThat(caller.get(machine + "/$count?$top=1").code()).isEqualTo("ODataError");
  }

  @Test
  void aListWithoutOptionsIsReadToItsEndByItsLinks() {
    SimulatedTenant small =
        SimulatedTenant.builder()
            .time(Times.virtual())
            .quirks(
                Quirks.harsh()
                    .withPageSize(2)
                    .withNextLinkBySkipToken(false)
                    .withNextLinkOnOtherHost(false))
            .machine(NewMachine.named("win"))
            .build();
    for (int i = 0; i < 5; i++) {
      small.alerts().raise(NewTenantAlert.on("win").title("a" + i).ip("198.51.100.7"));
    }
    Caller other = Caller.of(small);
    List<String> ids = new ArrayList<>();
    String next = "/api/ips/198.51.100.7/alerts";
    while (!next.isEmpty()) {
      Caller.Reply page = other.get(next);
      ids.addAll(page.ids());
      String link = page.json().path("@odata.nextLink").asText();
      next = link.isEmpty() ? "" : link.substring(link.indexOf("/api/"));
    }
    assertThat(ids)
        .containsExactlyElementsOf(small.alerts().all().stream().map(AlertView::id).toList());
  }

  @Test
  void anAlertOnAMachineThatNobodyLogsOnToIsAboutNoUser() {
    SimulatedTenant many = SimulatedTenant.builder().time(Times.virtual()).machines(20).build();
    Caller other = Caller.of(many);
    String quiet =
        many.machines().ids().stream()
            .filter(id -> other.get("/api/machines/" + id + "/logonusers").ids().isEmpty())
            .findFirst()
            .orElseThrow();
    String id = many.alerts().raise(NewTenantAlert.on(quiet)).id();
    assertThat(other.get("/api/alerts/" + id).json().path("relatedUser").isNull()).isTrue();
    assertThat(other.get("/api/alerts/" + id + "/user").status()).isEqualTo(404);
  }
}
