package dev.defendersdk.examples.soar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.machineactions.actions.Isolation;
import dev.defendersdk.machineactions.actions.MachineActionsClient;
import dev.defendersdk.testkit.MachineView;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testkit.fleet.NewMachine;
import dev.defendersdk.testkit.journal.JournalEntry;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The starter does what it says: by its closing table, and by what the tenant saw. */
class SoarStarterTest {

  private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");

  @TempDir Path evidence;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final VirtualTime time = VirtualTime.startingAt(START);

  @Test
  void inItsSceneEveryMachineEndsInItsRow() throws Exception {
    SimulatedTenant tenant = SimulatedScene.tenant(time);

    assertThat(play(tenant, false)).isEqualTo(SoarStarter.NOT_AS_WISHED);

    assertThat(printed())
        .containsSubsequence(
            "machine  platform  isolated  package  script  scanned  released",
            "pc-1.contoso.com  Windows11  done  saved  -  done  done",
            "pc-2.contoso.com  Windows11  done  -  done  done  done",
            "laptop-returns.contoso.com  Windows11  done  -  -  done  done",
            "laptop-off.contoso.com  Windows11  gave up  -  -  gave up  -",
            "web-1.contoso.com  Linux  refused  -  -  refused  -",
            "Not as wished:",
            "laptop-off.contoso.com, isolated: GAVE_UP",
            "OsPlatformNotSupported");
    assertThat(tenant.machines().all()).noneMatch(MachineView::isIsolated);
    assertThat(tenant.machines().all().stream().filter(m -> m.tags().contains("case-4711")))
        .as("the machines of the user, and no other")
        .hasSize(8);
    assertThat(tenant.journal().of("machines.changeTagOfMany")).hasSize(1);
    assertThat(effects(tenant, "machines.isolate")).as("off: queued, then cancelled").hasSize(7);
    assertThat(effects(tenant, "machines.unisolate")).as("those isolated").hasSize(6);
    try (var files = Files.list(evidence)) {
      assertThat(files).singleElement().satisfies(file -> assertThat(file).isNotEmptyFile());
    }
  }

  @Test
  void theScriptsTranscriptIsShown() {
    play(SimulatedScene.tenant(time), false);
    assertThat(printed()).contains("triage.ps1 ended with exit code 0:", "| Remote address");
  }

  @Test
  void allMachinesAsWishedIsExitCodeZero() {
    SimulatedTenant tenant = smallTenant();
    assertThat(play(tenant, false)).isEqualTo(SoarStarter.AS_WISHED);
    assertThat(printed()).doesNotContain("Not as wished");
  }

  @Test
  void aMachineThatOthersHaveIsolatedStaysIsolated() {
    SimulatedTenant tenant = smallTenant();
    String machine = tenant.machines().get("a.contoso.com").id();
    try (DefenderClient others = connect(tenant)) {
      new MachineActionsClient(others)
          .isolate(machine, Isolation.full("another case"))
          .await(Duration.ofHours(1));
    }
    play(tenant, false);
    assertThat(printed()).contains("a.contoso.com  Windows11  already  saved  -  done  -");
    assertThat(tenant.machines().get("a.contoso.com").isIsolated()).isTrue();
    assertThat(tenant.machines().get("b.contoso.com").isIsolated()).isFalse();
  }

  @Test
  void onATerminalAStepIsOneLine() {
    play(smallTenant(), true);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .containsPattern("\r\u001b\\[K  Isolating: 2 of 2 ended, 2 as wished\\R");
  }

  @Test
  void elsewhereEachNewsIsALine() {
    play(smallTenant(), false);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .doesNotContain("\u001b")
        .containsPattern("  Isolating: 2 of 2 ended, 2 as wished\\R");
  }

  @Test
  void whatIsNotGrantedIsSaidBeforeAMachineIsTouched() {
    SimulatedTenant tenant =
        SimulatedTenant.builder().time(time).roles("Machine.ReadWrite.All").build();
    assertThatThrownBy(() -> play(tenant, false))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Machine.Isolate");
    assertThat(tenant.journal().effects()).isEmpty();
  }

  @Test
  void aUserOfNoMachineIsNothingToDo() {
    SimulatedTenant tenant = SimulatedTenant.builder().time(time).build();
    assertThat(play(tenant, false)).isEqualTo(SoarStarter.AS_WISHED);
    assertThat(printed()).contains("0 in all.");
    assertThat(tenant.journal().effects()).isEmpty();
  }

  private SimulatedTenant smallTenant() {
    SimulatedTenant tenant =
        SimulatedTenant.builder()
            .time(time)
            .machine(NewMachine.named("a.contoso.com").with("osPlatform", "Windows11"))
            .machine(NewMachine.named("b.contoso.com").with("osPlatform", "Windows11"))
            .logOn("j.doe", "a.contoso.com", "b.contoso.com")
            .build();
    tenant.actions().startsAfter(Duration.ofSeconds(1), Duration.ofSeconds(1));
    return tenant;
  }

  private int play(SimulatedTenant tenant, boolean onTerminal) {
    try (DefenderClient defender = connect(tenant)) {
      PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
      return SoarStarter.play(defender, SimulatedScene.incident(evidence), print, onTerminal);
    }
  }

  private static DefenderClient connect(SimulatedTenant tenant) {
    return tenant.connect(DefenderClient.builder()).partner("Contoso", "Test", "1.0.0").build();
  }

  /** With two spaces between the columns of the table, whatever their width. */
  private String printed() {
    return out.toString(StandardCharsets.UTF_8).replaceAll("(?<=\\S) {2,}", "  ");
  }

  private static List<JournalEntry> effects(SimulatedTenant tenant, String operation) {
    return tenant.journal().effects().stream()
        .filter(entry -> operation.equals(entry.operationId()))
        .toList();
  }
}
