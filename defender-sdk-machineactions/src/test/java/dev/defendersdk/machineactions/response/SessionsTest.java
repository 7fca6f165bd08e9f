package dev.defendersdk.machineactions.response;

import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.machineactions.actions.MachineActionsClient;
import dev.defendersdk.machineactions.liveresponse.LiveResponseClient;
import dev.defendersdk.machineactions.liveresponse.LiveResponseRequest;
import dev.defendersdk.machineactions.response.WishOptions.Obstacle;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testkit.fleet.Fleet;
import dev.defendersdk.testsupport.InVirtualTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Live response sessions as wishes: one on a machine, so many in the tenant. */
class SessionsTest {

  private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");
  private static final Duration LONG = Duration.ofHours(9);
  private static final LiveResponseRequest TRIAGE =
      LiveResponseRequest.because("case 4711")
          .putFile("tool.exe")
          .runScript("triage.ps1", "-Path \"C:\\a & b;c\" -Ä?")
          .getFile("C:\\Temp\\triage 1.zip");

  private final VirtualTime time = VirtualTime.startingAt(START);
  @RegisterExtension final InVirtualTime inTime = new InVirtualTime(time);
  private final SimulatedTenant tenant =
      SimulatedTenant.builder()
          .time(time)
          .fleet(
              Fleet.of(70)
                  .withOfflineForever(0)
                  .withOfflineForAWhile(0, Duration.ofHours(1))
                  .withUnsupported(0)
                  .withOldAgent(0))
          .build();
  private final DefenderClient defender =
      tenant.connect(DefenderClient.builder()).partner("Contoso", "NetShield", "4.2.0").build();
  private final ResponseClient response = new ResponseClient(defender);
  private final List<String> ids = tenant.machines().ids();

  SessionsTest() {
    tenant
        .liveResponse()
        .commandTakes(Duration.ofMinutes(3))
        .libraryFile("tool.exe", new byte[] {77, 90})
        .libraryFile("triage.ps1", new byte[] {35})
        .script("triage.ps1", 0, "clean")
        .deviceFile("C:\\Temp\\triage 1.zip", new byte[] {80, 75});
  }

  @AfterEach
  void close() {
    defender.close();
  }

  @Test
  void aWholeFleetRunsAScriptWithinTheTenantsSessions() {
    BulkReport report =
        response.bulk(ids, MachineWish.liveResponse(TRIAGE), BulkOptions.defaults()).await(LONG);

    assertThat(report.isFulfilled()).as(report.table()).isTrue();
    assertThat(tenant.journal().of("machines.runLiveResponse")).hasSize(ids.size());
    assertThat(tenant.journal().count(429)).isZero();
    assertThat(tenant.journal().count(400)).isZero();
    String session = report.results().get(0).actionId().orElseThrow();
    assertThat(new LiveResponseClient(defender).transcript(session, 1).scriptOutput())
        .isEqualTo("clean");
  }

  @Test
  void anotherSessionOnTheMachineIsWaitedOutOrEndsTheWish() {
    LiveResponseClient live = new LiveResponseClient(defender);
    live.run(ids.get(0), TRIAGE);
    WishOptions refusing = WishOptions.defaults().otherForm(Obstacle.REFUSE);
    MachineWish wish = MachineWish.liveResponse(TRIAGE);
    assertThat(response.ensure(ids.get(0), wish, refusing).await(LONG).outcome())
        .isEqualTo(WishOutcome.REFUSED);
    assertThat(response.ensure(ids.get(0), wish).await(LONG).outcome()).isEqualTo(WishOutcome.DONE);
  }

  @Test
  void soIsOneOfThePortalThatNoListHas() {
    tenant.liveResponse().portalSession(ids.get(0), Duration.ofMinutes(20));

    WishResult result = response.ensure(ids.get(0), MachineWish.liveResponse(TRIAGE)).await(LONG);

    assertThat(result.outcome()).isEqualTo(WishOutcome.DONE);
    assertThat(time.now()).isAfter(START.plus(Duration.ofMinutes(20)));
    assertThat(new MachineActionsClient(defender).list().toList()).hasSize(1);
  }

  @Test
  void theCommandsAreKeptForAnotherProcess(@TempDir Path folder) throws Exception {
    BulkStore store = BulkStore.file(folder.resolve("bulk"));
    BulkOptions keeping = BulkOptions.defaults().store(store);
    BulkHandle first = response.bulk(ids.subList(0, 5), MachineWish.liveResponse(TRIAGE), keeping);
    defender.close();
    first.await(LONG);

    try (DefenderClient next =
        tenant.connect(DefenderClient.builder()).partner("Contoso", "NetShield", "4.2.0").build()) {
      BulkReport report = new ResponseClient(next).resume(keeping).await(LONG);
      assertThat(report.isFulfilled()).as(report.table()).isTrue();
      List<String> commands = new ArrayList<>();
      new MachineActionsClient(next)
          .list()
          .forEach(action -> action.commands().forEach(c -> commands.add("" + c.command())));
      assertThat(commands).hasSize(15);
      assertThat(BulkNotes.read(store.load()).wish().form())
          .isEqualTo(MachineWish.liveResponse(TRIAGE).form());
    }
  }
}
