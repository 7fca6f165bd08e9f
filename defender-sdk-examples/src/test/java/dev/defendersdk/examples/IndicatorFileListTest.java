package dev.defendersdk.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.error.BadRequestException;
import dev.defendersdk.indicators.IndicatorsClient;
import dev.defendersdk.machineactions.actions.FileQuarantine;
import dev.defendersdk.machineactions.response.BulkOptions;
import dev.defendersdk.machineactions.response.FileBlocks;
import dev.defendersdk.machineactions.response.ResponseClient;
import dev.defendersdk.testkit.IndicatorView;
import dev.defendersdk.testkit.MachineView;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testkit.fleet.NewMachine;
import dev.defendersdk.testkit.indicators.NewTenantIndicator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A file is blocked in the whole tenant, and allowed again, whatever its list held before. */
@Timeout(60)
class IndicatorFileListTest {

  private static final String SHA1 = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

  private final VirtualTime time = VirtualTime.startingAt(Instant.parse("2026-11-24T09:00:00Z"));
  private final SimulatedTenant tenant =
      SimulatedTenant.builder().time(time).machine(NewMachine.named("pc-1.contoso.com")).build();
  private final DefenderClient defender =
      tenant.connect(DefenderClient.builder()).partner("Contoso", "Test", "1.0.0").build();
  private final IndicatorFileList list =
      new IndicatorFileList(new IndicatorsClient(defender), "NetShield");

  @AfterEach
  void close() {
    defender.close();
  }

  @Test
  void aFileIsBlockedInTheTenantBeforeItIsTakenFromItsMachines() throws Exception {
    MachineView machine = tenant.machines().get("pc-1.contoso.com");
    FileBlocks files = new FileBlocks(new ResponseClient(defender), list);

    time.call(
        () ->
            files
                .block(
                    FileQuarantine.ofSha1(SHA1, "ransomware, case 4711"),
                    List.of(machine.id()),
                    BulkOptions.defaults())
                .await(Duration.ofHours(1)));

    assertThat(actions()).containsExactly("BlockAndRemediate");
    assertThat(tenant.journal().effects())
        .extracting(entry -> entry.operationId())
        .containsExactly("indicators.submit", "machines.stopAndQuarantineFile");
  }

  @Test
  void aBlockOfItsOwnIsLifted() throws Exception {
    time.call(
        () -> {
          list.block(SHA1, "case 4711");
          list.block(SHA1, "case 4711, seen again");
          list.allow(SHA1, "a false alarm");
          return null;
        });

    assertThat(actions()).containsExactly("Allowed");
  }

  @Test
  void anEntryOfSomebodyElseStands() throws Exception {
    tenant.indicators().put(NewTenantIndicator.of("FileSha1", SHA1, "Allowed"));

    time.call(
        () ->
            assertThatThrownBy(() -> list.block(SHA1, "case 4711"))
                .isInstanceOf(BadRequestException.class));

    assertThat(actions()).containsExactly("Allowed");
  }

  private List<String> actions() {
    return tenant.indicators().all().stream().map(IndicatorView::action).toList();
  }
}
