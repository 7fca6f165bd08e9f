package dev.defendersdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.testkit.alerts.NewTenantAlert;
import dev.defendersdk.testkit.fleet.NewMachine;
import dev.defendersdk.testkit.rules.Quirks;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Incidents of Microsoft Graph. */
class GraphIncidentsTest {

  private static final String ALERTS = "/v1.0/security/alerts_v2";
  private static final String INCIDENTS = "/v1.0/security/incidents";

  private final SimulatedTenant tenant = tenant(Quirks.harsh());
  private final Caller caller = Caller.onGraph(tenant);

  private static SimulatedTenant tenant(Quirks quirks) {
    return SimulatedTenant.builder()
        .time(Times.virtual())
        .tokenLifetime(Duration.ofDays(30))
        .quirks(quirks)
        .machine(NewMachine.named("win.contoso.com").with("osPlatform", "Windows11"))
        .machine(NewMachine.named("lx").with("osPlatform", "Linux"))
        .build();
  }

  private AlertView raise(String machine, String title) {
    return tenant.alerts().raise(NewTenantAlert.on(machine).title(title).severity("High"));
  }

  private AlertView raise(String title) {
    return raise("win.contoso.com", title);
  }

  @Test
  void anIncidentGathersTheAlertsOfAMachine() {
    AlertView first = raise("a");
    AlertView second = raise("b");
    raise("lx", "c");
    assertThat(second.incidentId()).isEqualTo(first.incidentId());
    assertThat(tenant.incidents().all()).hasSize(2);
    String incident = INCIDENTS + "/" + first.incidentId();
    assertThat(caller.get(incident).json().has("alerts")).isFalse();
    JsonNode expanded = caller.get(incident + "?$expand=alerts").json().path("alerts");
    assertThat(expanded).hasSize(2);
    assertThat(expanded.path(0).path("evidence")).isNotEmpty();
    assertThat(caller.get(incident + "/alerts").json().path("value")).isEqualTo(expanded);
    assertThat(caller.get(INCIDENTS + "?$expand=alerts").json().path("value").path(0).has("alerts"))
        .isTrue();
    assertThat(caller.get(INCIDENTS + "/1").status()).isEqualTo(404);
  }

  @Test
  void aTopOfMoreThanFiftyIncidentsIsRefusedInTheServicesWords() {
    raise("a");
    Caller.Reply refused = caller.get(INCIDENTS + "?$top=100");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("error").path("code").asText("none")).isEmpty();
    assertThat(refused.message())
        .contains("The limit of '50' for Top query has been exceeded")
        .contains("'100'");
    assertThat(caller.get(INCIDENTS + "?$top=50").ids()).hasSize(1);
    SimulatedTenant kind =
        tenant(Quirks.harsh().withAlerts(quirks -> quirks.withIncidentTopRefused(false)));
    assertThat(Caller.onGraph(kind).get(INCIDENTS + "?$top=100").status()).isEqualTo(200);
  }

  @Test
  void anIncidentChangesAndItsValuesAreSpeltAsInTheSamplesOrTheSchema() {
    String id = String.valueOf(raise("a").incidentId());
    Caller.Reply reply =
        caller.patch(
            INCIDENTS + "/" + id,
            "{\"status\":\"resolved\",\"classification\":\"TruePositive\",\"determination\":"
                + "\"MultiStagedAttack\",\"customTags\":[\"Demo\"],\"assignedTo\":\"KaiC\"}");
    assertThat(reply.json().path("status").asText()).isEqualTo("Resolved");
    assertThat(reply.json().path("customTags").path(0).asText()).isEqualTo("Demo");
    assertThat(tenant.incidents().get(id).status()).isEqualTo("resolved");
    caller.post(INCIDENTS + "/" + id + "/comments", comment("seen"));
    JsonNode seen = caller.get(INCIDENTS + "/" + id).json();
    assertThat(seen.path("comments").path(0).path("createdBy").asText())
        .isEqualTo(tenant.applicationName());
    assertThat(caller.filter(INCIDENTS, "status eq 'resolved'").ids()).containsExactly(id);
    SimulatedTenant plain =
        tenant(Quirks.harsh().withAlerts(quirks -> quirks.withIncidentsAsInSamples(false)));
    plain.alerts().raise(NewTenantAlert.on("lx"));
    assertThat(Caller.onGraph(plain).get(INCIDENTS).json().path("value").path(0).path("status"))
        .isEqualTo(Caller.MAPPER.getNodeFactory().textNode("active"));
  }

  @Test
  void aStatusThatThePagesLeaveInDoubtIsRefusedUnlessItsQuirkIsSet() {
    String inProgress = "{\"status\":\"inProgress\"}";
    String redirected = "{\"status\":\"redirected\"}";
    String incident = INCIDENTS + "/" + raise("a").incidentId();
    assertThat(caller.patch(incident, inProgress).code()).isEqualTo("BadRequest");
    assertThat(caller.patch(incident, redirected).code()).isEqualTo("BadRequest");

    SimulatedTenant one =
        tenant(Quirks.harsh().withAlerts(quirks -> quirks.withInProgressIncidents(true)));
    String first = String.valueOf(one.alerts().raise(NewTenantAlert.on("lx")).incidentId());
    assertThat(Caller.onGraph(one).patch(INCIDENTS + "/" + first, inProgress).status())
        .isEqualTo(200);
    assertThat(one.incidents().get(first).status()).isEqualTo("inProgress");
    assertThat(Caller.onGraph(one).patch(INCIDENTS + "/" + first, redirected).status())
        .isEqualTo(400);

    SimulatedTenant other =
        tenant(Quirks.harsh().withAlerts(quirks -> quirks.withRedirectedByHand(true)));
    String second = String.valueOf(other.alerts().raise(NewTenantAlert.on("lx")).incidentId());
    assertThat(Caller.onGraph(other).patch(INCIDENTS + "/" + second, redirected).status())
        .isEqualTo(200);
    assertThat(other.incidents().get(second).status()).isEqualTo("redirected");
    assertThat(other.incidents().get(second).redirectIncidentId()).isNull();
    assertThat(Caller.onGraph(other).patch(INCIDENTS + "/" + second, inProgress).status())
        .isEqualTo(400);
  }

  private static String merge(String first, String second) {
    return "{\"incidentIds\":[\""
        + first
        + "\",\""
        + second
        + "\"],\"incidentComment\":\"same\",\"mergeReasons\":\"sameCampaign, sameActor\"}";
  }

  @Test
  void aMergeKeepsTheFirstIncidentIfTheQuirkIsSet() {
    SimulatedTenant kind =
        tenant(Quirks.harsh().withAlerts(quirks -> quirks.withMergedIntoFirst(true)));
    String older = String.valueOf(kind.alerts().raise(NewTenantAlert.on("lx")).incidentId());
    Times.pass(kind, Duration.ofMinutes(1));
    String younger =
        String.valueOf(kind.alerts().raise(NewTenantAlert.on("win.contoso.com")).incidentId());
    JsonNode merged =
        Caller.onGraph(kind).post(INCIDENTS + "/mergeIncidents", merge(younger, older)).json();
    assertThat(merged.path("targetIncidentId").asText()).isEqualTo(younger);
    assertThat(kind.incidents().get(older).redirectIncidentId()).isEqualTo(younger);
  }

  @Test
  void mergedIncidentsLeadToTheOldestWhichHoldsAll() {
    String target = String.valueOf(raise("a").incidentId());
    Times.pass(tenant, Duration.ofMinutes(1));
    AlertView other = raise("lx", "b");
    Caller.Reply reply =
        caller.post(
            INCIDENTS + "/mergeIncidents", merge(String.valueOf(other.incidentId()), target));
    assertThat(reply.json().path("targetIncidentId").asText()).isEqualTo(target);
    IncidentView merged = tenant.incidents().get(String.valueOf(other.incidentId()));
    assertThat(merged.status()).isEqualTo("redirected");
    assertThat(merged.redirectIncidentId()).isEqualTo(target);
    assertThat(tenant.incidents().get(target).alertIds()).hasSize(2);
    assertThat(tenant.incidents().get(target).comments()).containsExactly("same");
    assertThat(tenant.alerts().get(other.id()).incidentId()).isEqualTo(target);
    assertThat(caller.post(INCIDENTS + "/mergeIncidents", "{\"incidentIds\":[\"1\"]}").status())
        .isEqualTo(400);
    assertThat(raise("lx", "c").incidentId()).isNotEqualTo(merged.id());
  }

  @Test
  void alertsMoveToAnotherIncidentOrANewOne() {
    AlertView moved = raise("a");
    AlertView other = raise("lx", "b");
    Times.pass(tenant, Duration.ofMinutes(1));
    String body =
        "{\"alertIds\":[\"" + moved.id() + "\"],\"incidentId\":\"" + other.incidentId() + "\"}";
    assertThat(caller.post(ALERTS + "/moveAlerts", body).json().path("targetIncidentId").asText())
        .isEqualTo(other.incidentId());
    AlertView now = tenant.alerts().get(moved.id());
    assertThat(now.incidentId()).isEqualTo(other.incidentId());
    assertThat(now.lastUpdateTime()).isEqualTo(Times.START.plusSeconds(60));
    String alone =
        "{\"alertIds\":[\"" + moved.id() + "\"],\"alertComment\":\"alone\",\"incidentId\":null}";
    String fresh =
        caller.post(ALERTS + "/moveAlerts", alone).json().path("targetIncidentId").asText();
    assertThat(tenant.incidents().get(fresh).alertIds()).containsExactly(moved.id());
    assertThat(caller.get(INCIDENTS).ids()).contains(fresh);
    assertThat(tenant.alerts().get(moved.id()).comments()).containsExactly("alone");
    String reasons =
        "{\"alertIds\":[\"" + moved.id() + "\"],\"newCorrelationReasons\":\"becauseISaySo\"}";
    assertThat(caller.post(ALERTS + "/moveAlerts", reasons).status()).isEqualTo(400);
  }

  @Test
  void whatIsSeenLateIsLateInIncidentsToo() {
    AlertView late =
        tenant.alerts().raise(NewTenantAlert.on("lx").visibleAfter(Duration.ofMinutes(9)));
    assertThat(caller.get(INCIDENTS).ids()).isEmpty();
    Times.pass(tenant, Duration.ofMinutes(9));
    String id = String.valueOf(late.incidentId());
    assertThat(caller.get(INCIDENTS).ids()).containsExactly(id);
    assertThat(caller.get(INCIDENTS + "/" + id).json().path("lastUpdateDateTime").asText())
        .isEqualTo(Times.START.toString());

    tenant.incidents().change(id, "displayName", "Renamed", Duration.ofMinutes(1));
    assertThat(caller.get(INCIDENTS + "/" + id).json().path("displayName").asText())
        .isNotEqualTo("Renamed");
    Times.pass(tenant, Duration.ofMinutes(1));
    JsonNode seen = caller.get(INCIDENTS + "/" + id).json();
    assertThat(seen.path("displayName").asText()).isEqualTo("Renamed");
    assertThat(seen.path("lastUpdateDateTime").asText())
        .isEqualTo(Times.START.plusSeconds(540).toString());
  }

  private static String comment(String text) {
    return "{\"@odata.type\":\"microsoft.graph.security.alertComment\",\"comment\":\""
        + text
        + "\"}";
  }
}
