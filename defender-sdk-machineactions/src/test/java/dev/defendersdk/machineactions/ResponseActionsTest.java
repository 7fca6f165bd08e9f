package dev.defendersdk.machineactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.error.BadRequestException;
import dev.defendersdk.core.error.ConflictException;
import dev.defendersdk.core.error.ForbiddenException;
import dev.defendersdk.machineactions.actions.ActionHandle;
import dev.defendersdk.machineactions.actions.ActionType;
import dev.defendersdk.machineactions.actions.AntiVirusScan;
import dev.defendersdk.machineactions.actions.FileIdentifierType;
import dev.defendersdk.machineactions.actions.FileQuarantine;
import dev.defendersdk.machineactions.actions.Isolation;
import dev.defendersdk.machineactions.actions.MachineAction;
import dev.defendersdk.machineactions.actions.MachineActionsClient;
import dev.defendersdk.machineactions.actions.Reason;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.fleet.NewMachine;
import dev.defendersdk.testkit.fleet.Reach;
import dev.defendersdk.testkit.rules.Quirks;
import dev.defendersdk.testkit.rules.Quirks.SecondAction;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every response action but isolation: what it does, and what it meets. */
class ResponseActionsTest {

  private static final String PC = "a".repeat(40);
  private static final String OFFLINE = "b".repeat(40);
  private static final String MAC = "c".repeat(40);
  private static final String STRAY = "d".repeat(40);
  private static final String SHA1 = "0a1b2c3d4e5f60718293a4b5c6d7e8f901234567";
  private static final Duration HOUR = Duration.ofHours(1);

  private final SimulatedTenant tenant = tenant(Quirks.harsh());
  private final DefenderClient defender = Tenants.client(tenant).build();
  private final MachineActionsClient actions = new MachineActionsClient(defender);

  private static SimulatedTenant tenant(Quirks quirks) {
    return Tenants.virtual()
        .quirks(quirks)
        .machine(NewMachine.named("pc").id(PC))
        .machine(NewMachine.named("offline").id(OFFLINE).reach(Reach.offlineForever()))
        .machine(NewMachine.named("mac").id(MAC).with("osPlatform", "macOS"))
        .machine(NewMachine.named("stray").id(STRAY).with("onboardingStatus", "CanBeOnboarded"))
        .build();
  }

  @AfterEach
  void close() {
    defender.close();
  }

  @Test
  void codeExecutionIsRestrictedAndTheRestrictionLifted() {
    MachineAction restricted = actions.restrictCodeExecution(PC, "case 4711").await(HOUR);
    assertThat(restricted.type()).isEqualTo(ActionType.RESTRICT_CODE_EXECUTION);
    assertThat(restricted.requestorComment()).isEqualTo("case 4711");
    assertThat(tenant.machines().get(PC).restricted()).isTrue();

    assertThat(actions.unrestrictCodeExecution(PC, "clean").await(HOUR).type())
        .isEqualTo(ActionType.UNRESTRICT_CODE_EXECUTION);
    assertThat(tenant.machines().get(PC).restricted()).isFalse();
  }

  @Test
  void aMachineIsScannedInFullOrQuickly() {
    MachineAction scan = actions.runAntiVirusScan(PC, AntiVirusScan.full("case 4711")).await(HOUR);
    assertThat(scan.type()).isEqualTo(ActionType.RUN_ANTI_VIRUS_SCAN);
    assertThat(scan.scope()).isEqualTo("Full");
    assertThat(actions.runAntiVirusScan(MAC, AntiVirusScan.quick("case 4711")).poll().scope())
        .isEqualTo("Quick");
  }

  @Test
  void aFileIsStoppedAndQuarantined() {
    MachineAction action =
        actions.stopAndQuarantineFile(PC, FileQuarantine.ofSha1(SHA1, "dropper")).await(HOUR);
    assertThat(action.type()).isEqualTo(ActionType.STOP_AND_QUARANTINE_FILE);
    assertThat(action.relatedFileInfo().fileIdentifier()).isEqualTo(SHA1);
    assertThat(action.relatedFileInfo().fileIdentifierType()).isEqualTo(FileIdentifierType.SHA1);
  }

  @Test
  void aPackageIsCollectedOnceAtATime() {
    ActionHandle first = actions.collectInvestigationPackage(PC, "case 4711");
    assertThatThrownBy(() -> actions.collectInvestigationPackage(PC, "case 4711"))
        .isInstanceOf(ConflictException.class);
    assertThat(first.await(HOUR).type()).isEqualTo(ActionType.COLLECT_INVESTIGATION_PACKAGE);
  }

  @Test
  void aMachineIsOffboarded() {
    assertThat(actions.offboard(PC, "sold").await(HOUR).type()).isEqualTo(ActionType.OFFBOARD);
    assertThat(tenant.machines().get(PC).offboarded()).isTrue();
  }

  @Test
  void aMachineThatIsNotOnboardedIsContainedAndReleased() {
    actions.contain(STRAY, "unknown device").await(HOUR);
    assertThat(tenant.machines().get(STRAY).isolation()).isEqualTo("UnManagedDevice");
    actions.release(STRAY, "known now").await(HOUR);
    assertThat(tenant.machines().get(STRAY).isIsolated()).isFalse();
    assertThatThrownBy(() -> actions.contain(PC, "an onboarded one"))
        .isInstanceOf(BadRequestException.class);
  }

  @Test
  void aSecondActionOfItsKindIsAConflict() {
    List<Runnable> starts =
        List.of(
            () -> actions.isolate(OFFLINE, Isolation.full("why")),
            () -> actions.restrictCodeExecution(OFFLINE, "why"),
            () -> actions.runAntiVirusScan(OFFLINE, AntiVirusScan.quick("why")),
            () -> actions.stopAndQuarantineFile(OFFLINE, FileQuarantine.ofSha1(SHA1, "why")),
            () -> actions.offboard(OFFLINE, "why"));
    for (Runnable start : starts) {
      start.run();
      assertThatThrownBy(start::run).isInstanceOf(ConflictException.class);
    }
    assertThat(tenant.journal().effects()).hasSize(starts.size());
  }

  @Test
  void aSecondActionMayBeAnsweredWithTheFirstAndIsThenThatOne() {
    SimulatedTenant other =
        tenant(Quirks.harsh().withSecondAction(SecondAction.ANSWERED_WITH_THE_FIRST));
    try (DefenderClient client = Tenants.client(other).build()) {
      MachineActionsClient again = new MachineActionsClient(client);
      ActionHandle first = again.restrictCodeExecution(OFFLINE, "why");
      assertThat(again.restrictCodeExecution(OFFLINE, "why").id()).isEqualTo(first.id());
    }
  }

  @Test
  void aPlatformThatKnowsNoSuchActionIsTold() {
    assertThatThrownBy(() -> actions.restrictCodeExecution(MAC, "why"))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("OsPlatformNotSupported")
        .hasMessageContaining("macOS");
    assertThatThrownBy(() -> actions.offboard(MAC, "why"))
        .hasMessageContaining("OsPlatformNotSupported");
    tenant.machines().change(MAC, "agentVersion", "101.70.1");
    assertThatThrownBy(() -> actions.runAntiVirusScan(MAC, AntiVirusScan.full("why")))
        .hasMessageContaining("ClientVersionNotSupported")
        .hasMessageContaining("101.98.84");
  }

  @Test
  void everyActionCarriesAnIdOfTheCallersOwnIfItIsGiven() {
    Reason reason = Reason.of("case 4711").externalId("case-4711");
    CallOptions options = CallOptions.defaults();
    List<ActionHandle> started =
        List.of(
            actions.isolate(OFFLINE, Isolation.full("why").externalId("case-4711")),
            actions.release(MAC, reason, options),
            actions.restrictCodeExecution(OFFLINE, reason, options),
            actions.unrestrictCodeExecution(PC, reason, options),
            actions.runAntiVirusScan(PC, AntiVirusScan.quick("why").externalId("case-4711")),
            actions.stopAndQuarantineFile(
                PC, FileQuarantine.ofSha1(SHA1, "why").externalId("case-4711")),
            actions.collectInvestigationPackage(PC, reason, options),
            actions.offboard(OFFLINE, reason, options));
    for (ActionHandle action : started) {
      assertThat(action.poll().externalId()).isEqualTo("case-4711");
    }
    assertThat(actions.runAntiVirusScan(OFFLINE, AntiVirusScan.full("why")).poll().externalId())
        .isNull();
  }

  @Test
  void eachActionHasItsOwnPermission() {
    SimulatedTenant strict =
        Tenants.virtual()
            .roles("Machine.Scan", "Machine.Read.All")
            .machine(NewMachine.named("pc").id(PC))
            .build();
    try (DefenderClient client = Tenants.client(strict).build()) {
      MachineActionsClient some = new MachineActionsClient(client);
      some.runAntiVirusScan(PC, AntiVirusScan.quick("why")).await(HOUR);
      assertThatThrownBy(() -> some.restrictCodeExecution(PC, "why"))
          .isInstanceOf(ForbiddenException.class)
          .hasMessageContaining("Machine.RestrictExecution");
      assertThatThrownBy(() -> some.offboard(PC, "why")).hasMessageContaining("Machine.Offboard");
    }
  }
}
