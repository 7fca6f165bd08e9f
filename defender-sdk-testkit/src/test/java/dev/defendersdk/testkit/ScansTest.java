package dev.defendersdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.testkit.fleet.NewMachine;
import dev.defendersdk.testkit.rules.Quirks;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScansTest {

  private static final String SCANNER = "a".repeat(40);
  private static final String DEFINITIONS = "/api/DeviceAuthenticatedScanDefinitions";
  private static final String PASSWORD = "only-for-this-test";

  private static SimulatedTenant tenant(Quirks quirks) {
    SimulatedTenant tenant =
        SimulatedTenant.builder()
            .time(Times.virtual())
            .tokenLifetime(Duration.ofDays(30))
            .quirks(quirks)
            .machine(NewMachine.named("scanner").id(SCANNER))
            .build();
    tenant.machines().addScanAgent("scanner");
    return tenant;
  }

  private static String body(String agent, String params) {
    return """
        {"scanType": "Network", "scanName": "switches", "isActive": true, "target": "10.0.7.1",
         "intervalInHours": 4, "targetType": "Ip", "scannerAgent": {"machineId": "%s"},
         "scanAuthenticationParams": {"@odata.type": "#microsoft.windowsDefenderATP.api.%s",
          "type": "CommunityString", "communityString": "%s"}}
        """
        .formatted(agent, params, PASSWORD);
  }

  @Test
  void aDefinitionIsAnsweredWithoutItsSecretButListedWithIt() {
    Caller caller = Caller.of(tenant(Quirks.harsh()));
    Caller.Reply added = caller.post(DEFINITIONS, body(SCANNER, "SnmpAuthParams"));
    assertThat(added.status()).isEqualTo(200);
    assertThat(added.json().path("scanAuthenticationParams").isNull()).isTrue();
    assertThat(added.json().path("scannerAgent").has("assignedApplicationId")).isTrue();

    JsonNode listed = caller.get(DEFINITIONS).json().path("value").path(0);
    assertThat(listed.path("scanAuthenticationParams").path("communityString").asText())
        .isEqualTo(PASSWORD);
    assertThat(listed.path("scannerAgent").has("AssignedApplicationId")).isTrue();

    String one = DEFINITIONS + "/" + added.json().path("id").asText();
    assertThat(caller.patch(one, "{\"isActive\":false}").json().path("isActive").asBoolean())
        .isFalse();
    assertThat(caller.patch(DEFINITIONS + "/none", "{\"isActive\":false}").status()).isEqualTo(404);
  }

  @Test
  void aWrongSignInAndAnAgentThatIsNoneAreRefused() {
    Caller caller = Caller.of(tenant(Quirks.harsh()));
    assertThat(caller.post(DEFINITIONS, body(SCANNER, "WindowsAuthParams")).status())
        .isEqualTo(400);
    assertThat(caller.post(DEFINITIONS, body("0f", "SnmpAuthParams")).status()).isEqualTo(400);
    assertThat(caller.get(DEFINITIONS).json().path("value")).isEmpty();
  }

  @Test
  void scansAreCarriedOutAsTimePassesAndToldOfInEitherForm() {
    for (Quirks quirks : new Quirks[] {Quirks.harsh(), Quirks.gentle()}) {
      boolean samples = quirks.scansAsInSamples();
      SimulatedTenant tenant = tenant(quirks);
      Caller caller = Caller.of(tenant);
      String id =
          caller.post(DEFINITIONS, body(SCANNER, "SnmpAuthParams")).json().path("id").asText();
      String asked = "{\"ScanDefinitionIds\":[\"" + id + "\"]}";
      String history = DEFINITIONS + "/GetScanHistoryByScanDefinitionId";
      assertThat(caller.post(history, asked).json().path("value")).isEmpty();
      Times.pass(tenant, Duration.ofHours(9));

      JsonNode scans = caller.post(history, asked).json().path("value");
      assertThat(scans).hasSize(2);
      assertThat(scans.path(0).path(samples ? "ScanDefinitionIds" : "scanDefinitionId").asText())
          .isEqualTo(id);
      assertThat(scans.path(0).has("sessionId")).isEqualTo(!samples);
      assertThat(caller.post(history + "?$top=1", asked).json().path("value")).hasSize(1);
      assertThat(caller.post(history + "?$top=4097", asked).status()).isEqualTo(400);

      caller.post(DEFINITIONS + "/BatchDelete", asked);
      assertThat(caller.get(DEFINITIONS).json().path("value")).isEmpty();
    }
  }

  @Test
  void oneAgentIsWrappedAsInTheSample() {
    String agent = "/api/DeviceAuthenticatedScanAgents/" + SCANNER;
    JsonNode wrapped = Caller.of(tenant(Quirks.harsh())).get(agent).json();
    assertThat(wrapped.path("value").path(0).path("machineId").asText()).isEqualTo(SCANNER);
    JsonNode plain = Caller.of(tenant(Quirks.gentle())).get(agent).json();
    assertThat(plain.path("machineId").asText()).isEqualTo(SCANNER);
  }
}
