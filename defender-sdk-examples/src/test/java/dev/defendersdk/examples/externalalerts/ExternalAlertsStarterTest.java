package dev.defendersdk.examples.externalalerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.alerts.AlertCategory;
import dev.defendersdk.alerts.AlertSeverity;
import dev.defendersdk.alerts.external.Finding;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.DefenderClientBuilder;
import dev.defendersdk.hunting.HuntingClient;
import dev.defendersdk.testkit.MachineView;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testkit.journal.JournalEntry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The starter does what it says: by what it prints, and by what the tenant saw. */
class ExternalAlertsStarterTest {

  private static final Instant START = Instant.parse("2026-11-24T09:00:00Z");
  private static final String CREATE = "alerts.createByReference";

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final VirtualTime time = VirtualTime.startingAt(START);
  private final SimulatedScene scene = SimulatedScene.begin(time);
  private final SimulatedTenant tenant = scene.tenant();

  @Test
  void inItsSceneEachFindingEndsInItsRow() {
    assertThat(play(scene.findings())).isEqualTo(ExternalAlertsStarter.NOT_ALL);

    assertThat(printed())
        .containsSubsequence(
            "raised by  severity  status  device  title",
            "finding  severity  sure  became  investigation  response",
            "netshield-1001  High  95 %  ",
            "netshield-1002  High  90 %  ",
            "netshield-1003  High  60 %  published  ",
            "netshield-1004  Medium  99 %  published  ",
            "netshield-1005  Low  40 %  published  ",
            "netshield-1006  Medium  80 %  no event  -  -",
            "Without an alert:",
            "netshield-1006: NO_EVENT");
    assertThat(printed())
        .as("side by side")
        .contains(
            "NetShield  Low  New  pc-3.contoso.com  Logon outside of working hours",
            "Medium  New  pc-3.contoso.com  Suspicious PowerShell command line")
        .contains("isolated (done)", "isolated (already)");
    assertThat(printed().lines().filter(line -> line.matches("netshield-100[12].*")))
        .as("of one title and one device: whichever comes first becomes the alert")
        .anyMatch(line -> line.contains("%  published"))
        .anyMatch(line -> line.contains("%  merged"));
    assertThat(effects(CREATE)).as("one of them lost its answer, none came twice").hasSize(5);
    assertThat(tenant.machines().all().stream().filter(MachineView::isIsolated))
        .extracting(MachineView::name)
        .as("severe and sure: of 1001 and 1002")
        .containsExactly("pc-1.contoso.com");
    assertThat(effects("machines.isolate")).hasSize(1);
  }

  @Test
  void runAgainItPublishesNothingTwice() {
    play(scene.findings());
    out.reset();
    play(scene.findings());

    assertThat(printed())
        .containsSubsequence(
            "netshield-1001  High  95 %  already published",
            "netshield-1005  Low  40 %  already published",
            "netshield-1006  Medium  80 %  no event");
    assertThat(effects(CREATE)).hasSize(5);
    assertThat(effects("machines.isolate")).hasSize(1);
  }

  @Test
  @Timeout(300)
  void stoppedAmidItsFindingsAndRunAgainItPublishesNothingTwice() {
    try (DefenderClient defender = connect(tenant).build()) {
      PrintStream print =
          new PrintStream(out, true, StandardCharsets.UTF_8) {
            @Override
            public void println(String line) {
              super.println(line);
              if (line.contains("1 of 6 ended")) {
                defender.close();
              }
            }
          };
      assertThatThrownBy(() -> play(defender, scene.findings(), print))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("the client is closed");
    }
    play(scene.findings());
    assertThat(effects(CREATE)).hasSize(5);
    assertThat(effects("machines.isolate")).hasSize(1);
  }

  @Test
  void allPublishedIsExitCodeZero() {
    assertThat(play(scene.findings().subList(0, 5))).isEqualTo(ExternalAlertsStarter.ALL_PUBLISHED);
    assertThat(printed()).doesNotContain("Without an alert");
  }

  @Test
  void whatIsNotGrantedIsSaidBeforeAnythingIsDone() {
    SimulatedTenant poor =
        SimulatedTenant.builder().time(time).roles("Alert.ReadWrite.All").build();
    try (DefenderClient defender = connect(poor).build()) {
      assertThatThrownBy(() -> play(defender, scene.findings()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("ThreatHunting.Read.All")
          .hasMessageContaining("Machine.Isolate");
    }
    assertThat(poor.journal().effects()).isEmpty();
  }

  @Test
  void aFindingThatKnowsItsEventIsReadWithIt() throws IOException {
    String json =
        """
        [{"key": "f1", "title": "Beacon", "description": "d", "recommendedAction": "r",
          "category": "Malware", "severity": "High", "time": "2026-11-24T08:00:00Z",
          "event": {"deviceId": "5670928edadddbf53539b42724f65e6abe9e321e",
                    "eventTime": "2026-11-24T08:00:00.7115183Z", "reportId": "9007199254740993"}}]
        """;
    Finding finding = read(json).get(0);
    assertThat(finding.event().orElseThrow().eventTime())
        .isEqualTo(Instant.parse("2026-11-24T08:00:00.7115183Z"));
    assertThat(finding.confidence()).isEmpty();
  }

  @Test
  void whatAFindingLacksIsNamed() {
    assertThatThrownBy(() -> read("[{\"key\": \"f1\"}]"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("title");
  }

  @Test
  void whatIsWrongWithAFindingIsSaidByItsKeyAlone() {
    String whole =
        """
        [{"key": "f1", "title": "Beacon", "description": "d", "recommendedAction": "r",
          "category": "Malware", "severity": "High", "time": "2026-11-24T08:00:00Z",
          "confidence": 95, "userName": "jane.doe"}]
        """;
    assertThatCode(() -> read(whole)).doesNotThrowAnyException();
    Map<String, String> wrong =
        Map.of(
            whole.replace("\"title\": \"Beacon\",", ""), "has no title",
            whole.replace("2026-11-24T08", "24.11.2026 08"), "the time \"24.11.2026 08",
            whole.replace("95", "\"95 %\""), "the confidence \"95 %\"");
    wrong.forEach(
        (json, what) ->
            assertThatThrownBy(() -> read(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the finding f1")
                .hasMessageContaining(what)
                .message()
                .doesNotContain("jane.doe"));
  }

  @Test
  void aMachineIsHuntedByItsIdWhereThatIsKnown() {
    MachineView machine = tenant.machines().all().get(0);
    Instant at = START.minusSeconds(600);
    tenant
        .hunting()
        .event(
            "DeviceNetworkEvents",
            Map.of(
                "Timestamp",
                at,
                "DeviceId",
                machine.id(),
                "DeviceName",
                "renamed.contoso.com",
                "ReportId",
                4711L,
                "RemoteIP",
                "203.0.113.99"));
    Finding.Builder finding =
        Finding.builder("f1")
            .title("Beacon")
            .description("d")
            .recommendedAction("r")
            .category(AlertCategory.MALWARE)
            .severity(AlertSeverity.HIGH)
            .time(at)
            .machineName(machine.name())
            .ipAddress("203.0.113.99");
    try (DefenderClient defender = connect(tenant).build()) {
      HuntingLocator locator = new HuntingLocator(new HuntingClient(defender));
      assertThat(locator.locate(finding.build())).isEmpty();
      assertThat(locator.locate(finding.machineId(machine.id()).build()))
          .hasValueSatisfying(event -> assertThat(event.deviceId()).isEqualTo(machine.id()));
    }
  }

  private static List<Finding> read(String json) throws IOException {
    return FindingsFile.read(
        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), UnaryOperator.identity());
  }

  private int play(List<Finding> findings) {
    try (DefenderClient defender = connect(tenant).build()) {
      return play(defender, findings);
    }
  }

  private int play(DefenderClient defender, List<Finding> findings) {
    return play(defender, findings, new PrintStream(out, true, StandardCharsets.UTF_8));
  }

  private int play(DefenderClient defender, List<Finding> findings, PrintStream print) {
    return ExternalAlertsStarter.play(
        defender, findings, SimulatedScene.settings(folder.resolve("findings.store")), print);
  }

  private static DefenderClientBuilder connect(SimulatedTenant tenant) {
    return tenant.connect(DefenderClient.builder()).partner("Contoso", "Test", "1.0.0");
  }

  /** With two spaces between columns, whatever their width. */
  private String printed() {
    return out.toString(StandardCharsets.UTF_8).replaceAll("(?<=\\S) {2,}", "  ");
  }

  private List<JournalEntry> effects(String operation) {
    return tenant.journal().effects().stream()
        .filter(entry -> operation.equals(entry.operationId()))
        .toList();
  }
}
