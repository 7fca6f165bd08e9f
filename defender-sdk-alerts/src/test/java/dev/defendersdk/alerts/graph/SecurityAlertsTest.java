package dev.defendersdk.alerts.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.alerts.graph.evidence.DeviceEvidence;
import dev.defendersdk.alerts.graph.evidence.Evidence;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.Json;
import dev.defendersdk.core.auth.AccessToken;
import dev.defendersdk.core.auth.Credentials;
import dev.defendersdk.core.error.UnreadableAnswerException;
import dev.defendersdk.core.observe.AttemptEvent;
import dev.defendersdk.core.observe.CallListener;
import dev.defendersdk.testsupport.facts.Wire;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is sent for alerts and incidents of Microsoft Graph, and what is made of the answers. */
class SecurityAlertsTest {

  private static final String NONE = "{\"value\":[]}";

  private static String query(Wire wire) {
    String raw = wire.only().uri().getRawQuery();
    return raw == null ? "" : URLDecoder.decode(raw, StandardCharsets.UTF_8);
  }

  @Test
  void valuesAddedLaterAreAskedForByEveryRequest() {
    Wire wire = Wire.answering(200, NONE);
    assertThat(new SecurityAlertsClient(wire.client()).list()).isEmpty();
    assertThat(new IncidentsClient(wire.client()).alertsOf("7")).isEmpty();
    assertThat(new IncidentsClient(wire.client()).addComment("7", "case 4711")).isEmpty();
    assertThat(wire.sent())
        .hasSize(3)
        .allSatisfy(
            sent ->
                assertThat(sent.headers().firstValue("Prefer"))
                    .contains("include-unknown-enum-members"));
  }

  @Test
  void aListAsksForLargePagesFilteredAndInOrder() {
    Wire wire = Wire.answering(200, NONE);
    Instant since = Instant.parse("2026-11-24T07:00:00Z");
    assertThat(
            new SecurityAlertsClient(wire.client())
                .list(
                    q ->
                        q.where(
                                a ->
                                    a.severity()
                                        .in(
                                            SecurityAlertSeverity.of("High"),
                                            SecurityAlertSeverity.MEDIUM)
                                        .and(a.assignedTo().isNull()))
                            .where(a -> a.lastUpdateDateTime().ge(since))
                            .orderByLastUpdate()))
        .isEmpty();
    assertThat(query(wire))
        .isEqualTo(
            "$filter=(severity in ('high','medium') and assignedTo eq null)"
                + " and lastUpdateDateTime ge 2026-11-24T07:00:00Z"
                + "&$orderby=lastUpdateDateTime asc&$top=1000");
  }

  @Test
  void incidentsComeFiftyAtATimeAndWithTheirAlertsWhereWanted() {
    Wire wire = Wire.answering(200, NONE);
    assertThat(
            new IncidentsClient(wire.client())
                .list(q -> q.expandAlerts().orderByCreatedDescending()))
        .isEmpty();
    assertThat(query(wire)).isEqualTo("$orderby=createdDateTime desc&$expand=alerts&$top=50");

    Wire one = Wire.answering(200, "{\"id\":\"7\",\"alerts\":[{\"id\":\"da1\"}]}");
    assertThat(new IncidentsClient(one.client()).getWithAlerts("7").alerts())
        .extracting(SecurityAlert::id)
        .containsExactly("da1");
    assertThat(query(one)).isEqualTo("$expand=alerts");
  }

  /** The service would answer 400, with an empty code. */
  @Test
  void aPageOfMoreThanFiftyIncidentsIsRefusedBeforeAnyCall() {
    Wire wire = Wire.answering(200, NONE);
    IncidentsClient incidents = new IncidentsClient(wire.client());
    assertThatThrownBy(() -> incidents.list(q -> q.pageSize(51)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("from 1 to 50");
    assertThat(wire.sent()).isEmpty();
  }

  @Test
  void whatIsNotSaidStaysAndNullClears() {
    Wire wire = Wire.answering(200, "{\"id\":\"da1\"}");
    SecurityAlertsClient alerts = new SecurityAlertsClient(wire.client());
    SecurityAlert unused = alerts.update("da1", SecurityAlertUpdate::unassigned);
    assertThat(wire.only().body()).isEqualTo("{\"assignedTo\":null}");

    Wire incident = Wire.answering(200, "{\"id\":\"7\"}");
    Incident changed =
        new IncidentsClient(incident.client())
            .update(
                "7",
                u ->
                    u.unassigned()
                        .customTags(List.of())
                        .status(IncidentStatus.of("InProgress"))
                        .determination(SecurityAlertDetermination.of("clean")));
    assertThat(changed.id()).isEqualTo("7");
    assertThat(incident.only().body())
        .isEqualTo(
            "{\"assignedTo\":null,\"customTags\":[],\"status\":\"inProgress\","
                + "\"determination\":\"notMalicious\"}");
  }

  @Test
  void aMoveWithoutAnIncidentMakesANewOne() {
    Wire wire = Wire.answering(200, "{\"targetIncidentId\":\"8\"}");
    MergeResponse moved =
        new SecurityAlertsClient(wire.client())
            .move(
                AlertMove.of(List.of("da1", "da2", "da1"))
                    .because(
                        CorrelationReason.SAME_ACTOR,
                        CorrelationReason.of("similarttpsorbehavior"),
                        CorrelationReason.SAME_ACTOR));
    assertThat(moved.targetIncidentId()).isEqualTo("8");
    assertThat(wire.only().body())
        .isEqualTo(
            "{\"alertIds\":[\"da1\",\"da2\"],"
                + "\"newCorrelationReasons\":\"sameActor, similarTTPsOrBehavior\"}");
  }

  @Test
  void commentsAreReadInBothSpellings() {
    Wire wire =
        Wire.answering(
            200,
            """
            {"value":[
              {"comment":"a","createdByDisplayName":"ada","createdDateTime":"2026-11-24T08:00:00Z"},
              {"comment":"b","createdBy":"bob","createdTime":"2026-11-24T09:00:00Z"}, {}]}""");
    List<SecurityAlertComment> comments =
        new SecurityAlertsClient(wire.client()).addComment("da1", "b");
    assertThat(comments)
        .extracting(SecurityAlertComment::author)
        .containsExactly("ada", "bob", null);
    assertThat(comments)
        .extracting(SecurityAlertComment::time)
        .containsExactly(
            Instant.parse("2026-11-24T08:00:00Z"), Instant.parse("2026-11-24T09:00:00Z"), null);
  }

  @Test
  void evidenceIsPickedByItsKind() {
    SecurityAlert alert =
        Json.read(
            SecurityAlert.class,
            """
            {"id":"da1","evidence":[
              {"@odata.type":"#microsoft.graph.security.deviceEvidence","mdeDeviceId":"0a"},
              {"@odata.type":"#microsoft.graph.security.ipEvidence","ipAddress":"10.0.0.7"},
              {"@odata.type":"#microsoft.graph.security.deviceEvidence","mdeDeviceId":"0b"},
              {"@odata.type":"#microsoft.graph.security.submarineEvidence","depth":40}]}""");
    assertThat(alert.evidenceOf(DeviceEvidence.class))
        .extracting(DeviceEvidence::mdeDeviceId)
        .containsExactly("0a", "0b");
    assertThat(alert.evidenceOf(Evidence.class)).isEqualTo(alert.evidence()).hasSize(4);
    Evidence submarine = alert.evidence().get(3);
    assertThat(submarine.additionalProperties()).containsEntry("depth", 40L);
    assertThat(submarine).hasToString("OtherEvidence[#microsoft.graph.security.submarineEvidence]");
  }

  @Test
  void incidentsThatRedirectToEachOtherAreNotFollowedForEver() {
    Wire wire = Wire.answering(200, "{\"id\":\"7\",\"redirectIncidentId\":\"7\"}");
    IncidentsClient incidents = new IncidentsClient(wire.client());
    assertThatThrownBy(() -> incidents.getFollowingRedirects("7"))
        .isInstanceOf(UnreadableAnswerException.class)
        .hasMessageContaining("redirect to each other");
    assertThat(wire.sent()).hasSize(1);

    Wire ring =
        Wire.answering(
            uri ->
                uri.getPath().endsWith("/7")
                    ? "{\"id\":\"7\",\"redirectIncidentId\":\"8\"}"
                    : "{\"id\":\"8\",\"redirectIncidentId\":\"7\"}");
    assertThatThrownBy(() -> new IncidentsClient(ring.client()).getFollowingRedirects("7"))
        .isInstanceOf(UnreadableAnswerException.class)
        .hasMessageContaining("[7, 8] redirect to each other");
    assertThat(ring.sent()).hasSize(2);
  }

  /** Some products could not be asked: no page knows of it here, and the listener tells. */
  @Test
  void anIncompleteAnswerIsTakenAndTold() {
    Wire wire = Wire.answering(206, "{\"value\":[{\"id\":\"da1\"}]}");
    List<Integer> statuses = new ArrayList<>();
    CallListener listener =
        new CallListener() {
          @Override
          public void onAttempt(AttemptEvent event) {
            statuses.add(event.status());
          }
        };
    try (DefenderClient defender =
        DefenderClient.builder()
            .credential(
                Credentials.tokenSupplier(
                    "contoso.example", "app", request -> AccessToken.of("opaque", Instant.MAX)))
            .partner("Contoso", "NetShield", "4.2.0")
            .httpClient(wire)
            .listener(listener)
            .build()) {
      assertThat(new SecurityAlertsClient(defender).list())
          .extracting(SecurityAlert::id)
          .containsExactly("da1");
    }
    assertThat(statuses).containsExactly(206);
  }

  @Test
  void requestsThatSayTheSameAreEqual() {
    assertThat(SecurityAlertUpdate.nothing().assignedTo("ada").unassigned())
        .isEqualTo(SecurityAlertUpdate.nothing().unassigned())
        .hasSameHashCodeAs(SecurityAlertUpdate.nothing().unassigned())
        .isNotEqualTo(SecurityAlertUpdate.nothing());
    assertThat(IncidentUpdate.nothing().summary("a"))
        .isEqualTo(IncidentUpdate.nothing().summary("a"))
        .hasSameHashCodeAs(IncidentUpdate.nothing().summary("a"))
        .isNotEqualTo(IncidentUpdate.nothing().summary("b"));
    assertThat(AlertMove.of(List.of("da1", "da1")))
        .isEqualTo(AlertMove.of(List.of("da1")))
        .hasSameHashCodeAs(AlertMove.of(List.of("da1")))
        .isNotEqualTo(AlertMove.of(List.of("da2")));
    assertThat(IncidentMerge.of(List.of("7", "8", "7")))
        .isEqualTo(IncidentMerge.of(List.of("7", "8")))
        .hasSameHashCodeAs(IncidentMerge.of(List.of("7", "8")))
        .isNotEqualTo(IncidentMerge.of(List.of("7", "8")).comment("why"));
  }

  @Test
  void noTextOfAnAlertIsShownByToString() {
    assertThat(
            Json.read(
                SecurityAlert.class,
                "{\"id\":\"da1\",\"title\":\"ada on pc1\",\"severity\":\"high\"}"))
        .hasToString("SecurityAlert[da1, high]");
    assertThat(
            Json.read(
                Incident.class,
                "{\"id\":\"7\",\"displayName\":\"ada on pc1\",\"status\":\"active\"}"))
        .hasToString("Incident[7, active]");
    SecurityAlertUpdate update = SecurityAlertUpdate.nothing().assignedTo("ada@contoso.example");
    assertThat(update).hasToString("SecurityAlertUpdate[assignedTo]");
    assertThat(IncidentUpdate.nothing().summary("secret")).hasToString("IncidentUpdate[summary]");
    assertThat(AlertMove.of(List.of("da1")).comment("secret"))
        .hasToString("AlertMove[alertIds, alertComment]");
    assertThat(IncidentMerge.of(List.of("7", "8")).comment("secret"))
        .hasToString("IncidentMerge[incidentIds, incidentComment]");
  }
}
