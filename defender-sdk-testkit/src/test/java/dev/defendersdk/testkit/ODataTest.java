package dev.defendersdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.testkit.fleet.NewMachine;
import dev.defendersdk.testkit.rules.Quirks;
import dev.defendersdk.testkit.rules.Quotas;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ODataTest {

  private final SimulatedTenant tenant = tenant(Quirks.harsh().withPageSize(2));
  private final Caller caller = Caller.of(tenant);

  private static SimulatedTenant tenant(Quirks quirks) {
    return SimulatedTenant.builder()
        .time(Times.virtual())
        .quotas(Quotas.unlimited())
        .quirks(quirks)
        .machine(machine("a", "High", 1).tags("t1", "t2"))
        .machine(machine("b", "Low", 2).with("healthStatus", "Inactive"))
        .machine(machine("it's c", "High", 3).with("rbacGroupId", 77))
        .machine(
            machine("d", "None", 4).with("aadDeviceId", "80fe8ff8-2624-418e-9591-41f0491218f9"))
        .machine(machine("e", "Medium", 5))
        .build();
  }

  private static NewMachine machine(String name, String risk, int day) {
    return NewMachine.named(name)
        .tags("none")
        .with("riskScore", risk)
        .with("healthStatus", "Active")
        .with("rbacGroupId", 1)
        .with("exposureLevel", "Low")
        .with("lastSeen", Instant.parse("2025-12-0" + day + "T12:00:00.1234567Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "riskScore eq 'High' | a,it's c",
        "riskScore EQ 'High' AND healthstatus eq 'Active' | a,it's c",
        "riskScore eq 'high' | ",
        "riskScore ne 'High' and healthStatus ne 'Active' | b",
        "(riskScore eq 'Low' or riskScore eq 'None') and healthStatus eq 'Active' | d",
        "riskScore eq 'Low' or riskScore eq 'None' and healthStatus eq 'Inactive' | b",
        "not (riskScore eq 'High') and not startswith(computerDnsName,'e') | b,d",
        "riskScore in ('Low', 'None') | b,d",
        "RiskScore IN ('Low') | b",
        "startswith(computerDnsName,'it') | it's c",
        "computerDnsName eq 'it''s c' | it's c",
        "contains(computerDnsName,'''s') | it's c",
        "endswith(computerDnsName,'c') | it's c",
        "lastSeen gt 2025-12-03 | it's c,d,e",
        "lastSeen ge 2025-12-04Z | d,e",
        "lastSeen ge 2025-12-02T12:00:00.1234567Z and lastSeen le 2025-12-03T12:00:00.1234567Z"
            + " | b,it's c",
        "lastSeen lt 2025-12-02T13:00:00.1234567+01:00 | a",
        "rbacGroupId eq 77 | it's c",
        "rbacGroupId eq '77' | it's c",
        "rbacGroupId gt 1 and rbacGroupId lt 100 | it's c",
        "aadDeviceId eq 80fe8ff8-2624-418e-9591-41f0491218f9 | d",
        "machineTags/any(t: t eq 't1') | a",
        "machineTags/any(t:startswith(t,'t')) | a",
      })
  void aFilterIsReadAsTheServiceReadsIt(String filter, String names) {
    List<String> found = new ArrayList<>();
    Caller.Reply reply = caller.filter("/api/machines", filter);
    while (true) {
      assertThat(reply.status()).as(reply.text()).isEqualTo(200);
      found.addAll(reply.all("computerDnsName"));
      if (!reply.json().has("@odata.nextLink")) {
        break;
      }
      URI next = URI.create(reply.json().path("@odata.nextLink").asText());
      reply = caller.get(next.getRawPath() + "?" + next.getRawQuery());
    }

    assertThat(String.join(",", found)).isEqualTo(names == null ? "" : names);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "riskScore",
        "riskScore eq",
        "riskScore eq High",
        "riskScore like 'High'",
        "riskScore eq 'High",
        "(riskScore eq 'High'",
        "riskScore eq 'High')",
        "riskScore eq 'High' and",
        "colour eq 'red'",
        "firstSeen gt 2025-01-01",
        "osProcessor eq 'x64'",
        "lastSeen gt '2025-12-03'",
        "lastSeen gt 2025-13-41",
        "riskScore in ()",
        "riskScore in (lastSeen)",
        "startswith(lastSeen,'2025')",
        "machineTags eq 't1'",
        "machineTags/all(t: t eq 'x')",
        "riskScore eq 'High'; drop",
      })
  void whatCannotBeReadOrFilteredByIsAnODataError(String filter) {
    Caller.Reply reply = caller.filter("/api/machines", filter);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("ODataError");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$top=10001",
        "$top=-1",
        "$top=x",
        "$skip=-1",
        "$orderby=colour",
        "$orderby=riskScore sideways",
        "$orderby=",
        "$select=colour",
        "$expand=alerts",
        "$count=true",
        "$skiptoken=abc",
      })
  void optionsThatTheServiceDoesNotTakeAreAnODataError(String query) {
    Caller.Reply reply = caller.get("/api/machines?" + query.replace(" ", "%20"));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("ODataError");
  }

  @Test
  void plusAndPercentTwentyAreBothBlanks() {
    assertThat(caller.get("/api/machines?$filter=riskScore+eq+'Low'").ids()).hasSize(1);
    assertThat(caller.get("/api/machines?%24filter=riskScore%20eq%20%27Low%27").ids()).hasSize(1);
  }

  @Test
  void withoutTopAListIsCutIntoPagesLinkedToAHostThatDoesNotAnswer() {
    JsonNode first = caller.get("/api/v1.0/machines?$orderby=computerDnsName+desc").json();
    assertThat(first.path("value")).hasSize(2);
    URI next = URI.create(first.path("@odata.nextLink").asText());
    assertThat(next.getHost()).isNotEqualTo(tenant.defenderUri().getHost()).endsWith(".test");
    assertThat(next.getRawPath()).isEqualTo("/api/v1.0/machines");
    assertThat(next.getRawQuery()).contains("$skiptoken=").contains("$orderby=");

    List<String> names = new ArrayList<>(names(first));
    JsonNode page = first;
    while (page.has("@odata.nextLink")) {
      URI link = URI.create(page.path("@odata.nextLink").asText());
      page = caller.get(link.getRawPath() + "?" + link.getRawQuery()).json();
      names.addAll(names(page));
    }
    assertThat(names).containsExactly("it's c", "e", "d", "b", "a");
  }

  @Test
  void withTopThereIsNoLinkAndTopCapsTheWhole() {
    JsonNode page = caller.get("/api/machines?$top=4").json();

    assertThat(page.path("value")).hasSize(4);
    assertThat(page.has("@odata.nextLink")).isFalse();
    assertThat(caller.get("/api/machines?$top=4&$skip=4").ids()).hasSize(1);
    assertThat(caller.get("/api/machines?$top=4&$skip=99").ids()).isEmpty();
    assertThat(caller.get("/api/machines?$top=0").ids()).isEmpty();
  }

  @Test
  void linksCanBeOnTheOwnHostBySkipAndWithTop() {
    SimulatedTenant other =
        tenant(
            Quirks.harsh()
                .withPageSize(2)
                .withNextLinkOnOtherHost(false)
                .withNextLinkBySkipToken(false)
                .withNextLinkWithTop(true));

    JsonNode page = Caller.of(other).get("/api/machines?$top=3").json();
    assertThat(page.path("@odata.nextLink").asText())
        .isEqualTo("https://api.defender.test/api/machines?$top=1&$skip=2");
    JsonNode last = Caller.of(other).get("/api/machines?$top=1&$skip=2").json();
    assertThat(names(last)).containsExactly("it's c");
    assertThat(last.has("@odata.nextLink")).isFalse();
  }

  @Test
  void selectedPropertiesAloneAreWritten() {
    JsonNode page = caller.get("/api/machines?$select=id,ComputerDnsName&$top=1").json();

    assertThat(page.path("value").path(0).fieldNames())
        .toIterable()
        .containsExactly("id", "computerDnsName");
  }

  @Test
  void orderIsByValueAndTakesSeveralProperties() {
    assertThat(names(caller.get("/api/machines?$top=9&$orderby=riskScore,lastSeen+desc").json()))
        .containsExactly("it's c", "a", "b", "e", "d");
    assertThat(names(caller.get("/api/machines?$top=1&$orderby=rbacGroupId%20desc").json()))
        .containsExactly("it's c");
  }

  private static List<String> names(JsonNode page) {
    List<String> names = new ArrayList<>();
    page.path("value").forEach(machine -> names.add(machine.path("computerDnsName").asText()));
    return names;
  }
}
