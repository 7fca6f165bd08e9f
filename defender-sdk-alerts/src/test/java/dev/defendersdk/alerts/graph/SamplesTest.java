package dev.defendersdk.alerts.graph;

import static dev.defendersdk.testsupport.facts.JsonTrees.parse;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.call.Operation;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.testsupport.facts.Facts;
import dev.defendersdk.testsupport.facts.SampleChecks;
import dev.defendersdk.testsupport.facts.Samples.Area;
import dev.defendersdk.testsupport.facts.Samples.Given;
import dev.defendersdk.testsupport.facts.Samples.Reads;
import dev.defendersdk.testsupport.facts.Samples.Sends;
import dev.defendersdk.testsupport.facts.Wire;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The samples of alerts and incidents of Microsoft Graph, and fixtures of our own. */
class SamplesTest extends SampleChecks {

  private static final String HUNTING = "of hunting, whose module reads it";
  private static final String BETA = "of an operation in beta, that is not here";

  SamplesTest() {
    super(Map.of("graph", area()), defender -> new SecurityAlertsClient(defender).get("da1"));
  }

  private static Area area() {
    return new Area(
        Map.ofEntries(
            entry("list-alerts-v2.response.json", alerts()),
            entry("list-alerts-v2.earlier-page.response.json", alerts()),
            entry("list-alerts-v2.sentinel.response.json", alerts()),
            entry("get-alert.response.json", alert()),
            entry("update-alert.response.json", updatedAlert()),
            entry("create-alert-comment.response.json", alertComments()),
            entry("move-alerts.response.json", moved()),
            entry("list-incidents.response.json", incidents()),
            entry("list-incidents.expand-alerts.response.json", incidents()),
            entry("get-incident.response.json", incident()),
            entry("get-incident.beta.response.json", incident()),
            entry("update-incident.response.json", incident()),
            entry("update-incident.earlier-page.response.json", incident()),
            entry("create-incident-comment.response.json", incidentComments()),
            entry("merge-incidents.response.json", merged())),
        Map.of(
            "update-alert.request.json",
            sends(
                SecurityAlertOperations.UPDATE,
                "{\"id\":\"da1\"}",
                (c, g) ->
                    new SecurityAlertsClient(c)
                        .update(
                            id(g.uri()),
                            u ->
                                u.assignedTo(g.text("assignedTo"))
                                    .classification(
                                        SecurityAlertClassification.of(g.text("classification")))
                                    .determination(
                                        SecurityAlertDetermination.of(g.text("determination")))
                                    .status(SecurityAlertStatus.of(g.text("status"))))),
            "create-alert-comment.request.json",
            sends(
                SecurityAlertOperations.ADD_COMMENT,
                "{\"value\":[]}",
                (c, g) -> new SecurityAlertsClient(c).addComment(id(g.uri()), g.text("comment"))),
            "move-alerts.request.json",
            sends(
                SecurityAlertOperations.MOVE,
                "{\"targetIncidentId\":\"7\"}",
                (c, g) ->
                    new SecurityAlertsClient(c)
                        .move(
                            AlertMove.of(g.texts("alertIds"))
                                .toIncident(g.text("incidentId"))
                                .comment(g.text("alertComment"))
                                .because(reasons(g.text("newCorrelationReasons"))))),
            "create-incident-comment.request.json",
            sends(
                IncidentOperations.ADD_COMMENT,
                "{\"value\":[]}",
                (c, g) -> new IncidentsClient(c).addComment(id(g.uri()), g.text("comment"))),
            "merge-incidents.request.json",
            sends(
                IncidentOperations.MERGE,
                "{\"targetIncidentId\":\"7\"}",
                (c, g) ->
                    new IncidentsClient(c)
                        .merge(
                            IncidentMerge.of(g.texts("incidentIds"))
                                .comment(g.text("incidentComment"))
                                .because(reasons(g.text("mergeReasons")))))),
        Map.of(
            "error.400-top-exceeded.observed.response.json", ErrorKind.BAD_REQUEST,
            "error.403-missing-roles-alerts.observed.response.json", ErrorKind.FORBIDDEN,
            "error.403-missing-roles-incidents.observed.response.json", ErrorKind.FORBIDDEN),
        Map.of("update-incident.request.json", SamplesTest::anIncidentIsUpdatedAlike),
        leftOut());
  }

  private static Map<String, String> leftOut() {
    Map<String, String> leftOut = new HashMap<>();
    for (String hunting :
        List.of(
            "request",
            "response",
            "timespan.request",
            "timespan.response",
            "timespan.earlier-page.response",
            "capitalised-schema.response",
            "beta.request",
            "beta.response",
            "beta-timespan.request",
            "beta-workspace.request",
            "beta-workspace.response")) {
      leftOut.put("run-hunting-query." + hunting + ".json", HUNTING);
    }
    leftOut.put("get-run-hunting-query.beta.response.json", HUNTING);
    leftOut.put("error.504-hunting.observed.response.json", HUNTING);
    leftOut.put("error.400-hunting-semantic.observed.response.json", HUNTING);
    for (String manual : List.of("beta", "beta-linked")) {
      leftOut.put("create-manual-alert." + manual + ".request.json", BETA);
      leftOut.put("create-manual-alert." + manual + ".response.json", BETA);
    }
    leftOut.put("error.generic.response.json", "of no status; core reads it");
    leftOut.put("error.generic-current-page.response.json", "of no status; core reads it");
    leftOut.put("error.429.response.json", "waited out; core reads it");
    return leftOut;
  }

  private static Reads<SecurityAlert> alerts() {
    return new Reads<>(
        SecurityAlert.class,
        true,
        (c, uri) -> new SecurityAlertsClient(c).list().toList(),
        false); // with a page size, which no sample has
  }

  private static Reads<Incident> incidents() {
    return new Reads<>(
        Incident.class,
        true,
        (c, uri) -> new IncidentsClient(c).list(IncidentQuery::expandAlerts).toList(),
        false);
  }

  private static Reads<SecurityAlert> alert() {
    return one(SecurityAlert.class, (c, uri) -> new SecurityAlertsClient(c).get(id(uri)), true);
  }

  private static Reads<SecurityAlert> updatedAlert() {
    return one(
        SecurityAlert.class,
        (c, uri) ->
            new SecurityAlertsClient(c).update(id(uri), u -> u.status(SecurityAlertStatus.NEW)),
        false);
  }

  private static Reads<Incident> incident() {
    return one(Incident.class, (c, uri) -> new IncidentsClient(c).get(id(uri)), false);
  }

  private static Reads<MergeResponse> moved() {
    return one(
        MergeResponse.class,
        (c, uri) -> new SecurityAlertsClient(c).move(AlertMove.of(List.of("da1"))),
        false);
  }

  private static Reads<MergeResponse> merged() {
    return one(
        MergeResponse.class,
        (c, uri) -> new IncidentsClient(c).merge(IncidentMerge.of(List.of("7", "8"))),
        false);
  }

  private static Reads<SecurityAlertComment> alertComments() {
    return new Reads<>(
        SecurityAlertComment.class,
        true,
        (c, uri) -> new SecurityAlertsClient(c).addComment(id(uri), "x"),
        false);
  }

  private static Reads<SecurityAlertComment> incidentComments() {
    return new Reads<>(
        SecurityAlertComment.class,
        true,
        (c, uri) -> new IncidentsClient(c).addComment(id(uri), "x"),
        false);
  }

  private static <T> Reads<T> one(
      Class<T> type, BiFunction<DefenderClient, URI, T> call, boolean sendsTheSamplesUrl) {
    return new Reads<>(type, false, call.andThen(entity -> List.of(entity)), sendsTheSamplesUrl);
  }

  private static Sends sends(
      Operation<?> operation, String answer, BiConsumer<DefenderClient, Given> call) {
    return new Sends(operation, 200, answer, call);
  }

  // The id in /v1.0/security/alerts_v2/{alertId}/…; own fixtures have no URL.
  private static String id(URI uri) {
    return uri.getPath().isEmpty() ? "7" : uri.getPath().split("/")[4];
  }

  private static List<CorrelationReason> reasons(String joined) {
    return Stream.of(joined.split(", *")).map(CorrelationReason::of).toList();
  }

  // The sample's values begin with capitals; those of the schema do not, and are what is sent.
  private static void anIncidentIsUpdatedAlike(String text) {
    JsonNode sample = parse(text);
    Wire wire = Wire.answering(200, "{\"id\":\"29\"}");
    Incident unused =
        new IncidentsClient(wire.client())
            .update(
                "29",
                u ->
                    u.classification(
                            SecurityAlertClassification.of(
                                sample.get("classification").textValue()))
                        .determination(
                            SecurityAlertDetermination.of(sample.get("determination").textValue()))
                        .customTags(List.of(sample.get("customTags").get(0).textValue())));
    assertThat(wire.only().method() + " " + wire.only().uri().getPath())
        .isEqualTo("PATCH /v1.0/security/incidents/29");
    String inSmall =
        text.replace("\"TruePositive\"", "\"truePositive\"")
            .replace("\"MultiStagedAttack\"", "\"multiStagedAttack\"");
    assertThat(parse(wire.only().body())).isEqualTo(parse(inSmall));
  }

  @TestFactory
  Stream<DynamicTest> fixturesOfOurOwnAreReadWithNothingLost() {
    return answers(
        Facts.beside(SamplesTest.class),
        Map.of("alerts.json", alerts(), "incident.json", incident()));
  }
}
