package dev.defendersdk.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.core.EventReference;
import dev.defendersdk.testsupport.facts.Facts;
import dev.defendersdk.testsupport.facts.SampleChecks;
import dev.defendersdk.testsupport.facts.Samples.Area;
import dev.defendersdk.testsupport.facts.Samples.Given;
import dev.defendersdk.testsupport.facts.Samples.Reads;
import dev.defendersdk.testsupport.facts.Samples.Sends;
import dev.defendersdk.testsupport.facts.Wire;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The service's samples of alerts on Defender's API, and fixtures of our own. */
class SamplesTest extends SampleChecks {

  private static final Reads<Alert> ALERT =
      new Reads<>(Alert.class, false, (c, u) -> List.of(new AlertsClient(c).get("a1")), false);

  // The samples do not ask for the size of a page, which the SDK always does.
  private static final Reads<Alert> ALERTS =
      new Reads<>(Alert.class, true, (c, u) -> new AlertsClient(c).list().toList(), false);

  private static final Map<String, Sends> REQUESTS =
      Map.of(
          "update",
          new Sends(
              AlertOperations.UPDATE,
              200,
              "{\"id\":\"a1\"}",
              (c, g) -> new AlertsClient(c).update(g.id(), update(g))),
          "batch update",
          new Sends(
              AlertOperations.BATCH_UPDATE,
              200,
              "",
              (c, g) ->
                  new AlertsClient(c).batchUpdate(BatchUpdate.of(g.texts("alertIds"), update(g)))),
          "create",
          new Sends(
              AlertOperations.CREATE_BY_REFERENCE,
              200,
              "{\"id\":\"a1\"}",
              (c, g) -> new AlertsClient(c).createByReference(created(g))));

  private static final Map<String, Area> AREAS =
      Map.of(
          "alerts",
          new Area(
              Map.of(
                  "get-alert.response.json",
                  ALERT.asked((c, uri) -> List.of(new AlertsClient(c).get(path(uri.getPath())))),
                  "list-alerts.response.json",
                  ALERTS,
                  "observed-list-alerts.response.json",
                  ALERTS,
                  "list-alerts-expand-evidence.response.json",
                  ALERTS.asked(
                      (c, u) ->
                          new AlertsClient(c).list(q -> q.expandEvidence().limit(10)).toList()),
                  // The two URLs lack the /api that the pages have.
                  "list-alert-domains.response.json",
                  new Reads<>(
                      RelatedDomain.class,
                      true,
                      (c, u) -> new AlertsClient(c).domainsOf("a1").toList(),
                      false),
                  "list-alert-ips.response.json",
                  new Reads<>(
                      RelatedIp.class,
                      true,
                      (c, u) -> new AlertsClient(c).ipsOf("a1").toList(),
                      false)),
              Map.of(
                  "update-alert.request.json", REQUESTS.get("update"),
                  "batch-update-alerts.request.json", REQUESTS.get("batch update"),
                  "create-alert-by-reference.request.json", REQUESTS.get("create")),
              Map.of(),
              Map.of(),
              Map.of(
                  "list-alert-files.response.json", "files.ofAlert, in indicators",
                  "get-alert-machine.response.json", "machines.ofAlert, in machineactions",
                  "get-alert-user.response.json", "users.ofAlert, in machineactions")),
          "incidents",
          new Area(
              Map.of(),
              Map.of(),
              Map.of(),
              Map.of(),
              Map.of(
                  "list-incidents.response.json", "incidents are those of Microsoft Graph",
                  "update-incident.request.json", "incidents are those of Microsoft Graph")),
          "odata",
          new Area(
              Map.of(
                  "01-alerts-top10-expand-evidence.response.json",
                  ALERTS.asked(
                      (c, u) ->
                          new AlertsClient(c).list(q -> q.expandEvidence().limit(10)).toList()),
                  "02-alerts-last-updated-after.response.json",
                  ALERTS),
              Map.of(),
              Map.of(),
              Map.of("07-machine-open-alerts-count.response.json", SamplesTest::countIsRead),
              Stream.of(
                      "03-machines-risk-score-high",
                      "04-machines-health-status-not-active-top100",
                      "05-machines-last-seen-after",
                      "06-machine-actions-antivirus-scans-of-requestor",
                      "08-machines-name-startswith")
                  .collect(
                      Collectors.toMap(
                          file -> file + ".response.json", file -> "of machineactions"))));

  SamplesTest() {
    super(AREAS, defender -> new AlertsClient(defender).get("a1"));
  }

  @TestFactory
  Stream<DynamicTest> fixturesOfOurOwnAreReadWithNothingLost() {
    return answers(
        Facts.beside(SamplesTest.class), Map.of("alert.json", ALERT, "alerts.json", ALERTS));
  }

  @TestFactory
  Stream<DynamicTest> requestsOfOurOwnAreSentAlike() {
    return requests(Facts.beside(SamplesTest.class), REQUESTS);
  }

  private static String path(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static AlertUpdate update(Given given) {
    return AlertUpdate.nothing()
        .status(AlertStatus.of(given.text("status")))
        .assignedTo(given.text("assignedTo"))
        .classification(AlertClassification.of(given.text("classification")))
        .determination(AlertDetermination.of(given.text("determination")))
        .comment(given.text("comment"));
  }

  private static NewAlert created(Given given) {
    return NewAlert.on(
            new EventReference(
                given.text("machineId"),
                Instant.parse(given.text("eventTime")),
                given.text("reportId")))
        .severity(AlertSeverity.of(given.text("severity")))
        .title(given.text("title"))
        .description(given.text("description"))
        .recommendedAction(given.text("recommendedAction"))
        .category(AlertCategory.of(given.text("category")));
  }

  private static void countIsRead(String text) {
    for (String sent : List.of(text, "\uFEFF" + text.strip())) {
      Wire wire = Wire.answering(200, sent);
      long open =
          new AlertsClient(wire.client())
              .countOfMachine(
                  "123321d0c675eaa415b8e5f383c6388bff446c62",
                  a -> a.status().ne(AlertStatus.RESOLVED));
      assertThat(open).isEqualTo(4);
      assertThat(wire.only().uri().toString())
          .endsWith(
              "/api/machines/123321d0c675eaa415b8e5f383c6388bff446c62/alerts/$count"
                  + "?$filter=status%20ne%20%27Resolved%27");
    }
  }
}
