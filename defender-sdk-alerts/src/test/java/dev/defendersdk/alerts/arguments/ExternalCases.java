package dev.defendersdk.alerts.arguments;

import dev.defendersdk.alerts.AlertCategory;
import dev.defendersdk.alerts.AlertSeverity;
import dev.defendersdk.alerts.external.EventLocator;
import dev.defendersdk.alerts.external.ExternalAlerts;
import dev.defendersdk.alerts.external.Finding;
import dev.defendersdk.alerts.external.FindingResponse;
import dev.defendersdk.alerts.external.FindingStore;
import dev.defendersdk.alerts.external.PublishOptions;
import dev.defendersdk.alerts.external.PublishProgress;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.EventReference;
import dev.defendersdk.testsupport.arguments.Cases;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Wrong arguments of external alerts. */
final class ExternalCases {

  private static final String MACHINE = "5670928edadddbf53539b42724f65e6abe9e321e";
  private static final Instant TIME = Instant.parse("2026-11-24T07:00:00.7115183Z");
  private static final EventReference EVENT = new EventReference(MACHINE, TIME, "4711");

  private ExternalCases() {}

  static void fill(Cases cases, DefenderClient defender) {
    publishing(cases, defender);
    findings(cases);
    options(cases);
    cases.row("FindingStore.file(Path)", null, Path.of("findings.store"));
    cases.none(
        "implemented by the caller",
        "EventLocator.locate(Finding)",
        "FindingResponse.respond(FindingResult)",
        "FindingStore.find(String,String)",
        "FindingStore.put(FindingRecord)");
    cases.none(
        "handed out: its constructor is no promise",
        "new FindingRecord(String,String,Stage,Instant,EventReference,String,String)",
        "new PublishProgress(int,int,int,Map)");
    cases.none(
        "needs findings under way, which makes calls: ExternalAlertsTest waits for them",
        "PublishHandle.await(Duration)");
  }

  private static void publishing(Cases cases, DefenderClient defender) {
    FindingStore store = FindingStore.memory();
    cases.row("new ExternalAlerts(DefenderClient,FindingStore)", null, defender, store);
    ExternalAlerts external = new ExternalAlerts(defender, store);
    Finding known = finding().event(EVENT).build();
    Finding unknown = finding().time(TIME).build();
    cases
        .row("ExternalAlerts.publish(Collection)", external, List.of(known))
        .wrong(0, List.of(), "0 elements")
        .wrong(0, Collections.singletonList(null), "findings[0] is null")
        .wrong(0, List.of(known, known), "\"f1\" twice")
        .wrong(0, List.of(unknown), "\"f1\" has no event");
    cases
        .row(
            "ExternalAlerts.publish(Collection,PublishOptions)",
            external,
            List.of(known),
            PublishOptions.defaults())
        .wrong(0, Collections.nCopies(100_001, known), "100001 elements")
        .wrong(0, List.of(unknown), "\"f1\" has no event");
  }

  private static void findings(Cases cases) {
    cases
        .row("Finding.builder(String)", null, "f1")
        .blank(0)
        .wrong(0, "x".repeat(501), "501 characters");
    for (String text :
        List.of(
            "title",
            "description",
            "recommendedAction",
            "machineId",
            "machineName",
            "ipAddress",
            "userName",
            "fileName",
            "fileHash")) {
      cases.row("Finding.Builder." + text + "(String)", finding(), "some").blank(0);
    }
    cases.row("Finding.Builder.detail(String,String)", finding(), "url", "some").blank(0).blank(1);
    cases.row("Finding.detail(String)", finding().time(TIME).build(), "url").blank(0);
    cases.row("Finding.Builder.category(AlertCategory)", finding(), AlertCategory.MALWARE);
    cases
        .row("Finding.Builder.severity(AlertSeverity)", finding(), AlertSeverity.LOW)
        .wrong(0, AlertSeverity.INFORMATIONAL, "\"Informational\"");
    cases.row("Finding.Builder.confidence(int)", finding(), 50).wrong(0, -1).wrong(0, 101);
    cases.row("Finding.Builder.time(Instant)", finding(), TIME);
    cases
        .row("Finding.Builder.event(EventReference)", finding(), EVENT)
        .wrong(0, new EventReference("pc-1", TIME, "4711"), "\"pc-1\"")
        .wrong(0, new EventReference(MACHINE, TIME.plusNanos(1), "4711"), "18301Z");
  }

  private static void options(Cases cases) {
    PublishOptions options = PublishOptions.defaults();
    EventLocator locator = finding -> Optional.empty();
    FindingResponse rule = published -> Optional.empty();
    Consumer<PublishProgress> listener = progress -> {};
    cases.row("PublishOptions.locator(EventLocator)", options, locator);
    cases
        .row("PublishOptions.eventWithin(Duration)", options, Duration.ZERO)
        .wrong(0, Duration.ofSeconds(-1));
    cases
        .row("PublishOptions.followInvestigation(Duration)", options, Duration.ofMinutes(1))
        .wrong(0, Duration.ZERO);
    cases.row("PublishOptions.respond(FindingResponse)", options, rule);
    cases.row("PublishOptions.onProgress(Consumer)", options, listener);
  }

  private static Finding.Builder finding() {
    return Finding.builder("f1")
        .title("Beacon")
        .description("NetShield saw a beacon.")
        .recommendedAction("Isolate the device.")
        .category(AlertCategory.COMMAND_AND_CONTROL)
        .severity(AlertSeverity.HIGH);
  }
}
