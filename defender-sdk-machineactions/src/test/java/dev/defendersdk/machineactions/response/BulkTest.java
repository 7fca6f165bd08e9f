package dev.defendersdk.machineactions.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.machineactions.actions.Isolation;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testkit.fleet.Fleet;
import dev.defendersdk.testkit.journal.JournalEntry;
import dev.defendersdk.testkit.rules.Fault;
import dev.defendersdk.testkit.rules.Occurrence;
import dev.defendersdk.testsupport.InVirtualTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** One wish for a whole fleet, of which a tenth is offline, and answers are lost. */
class BulkTest {

  private static final int MACHINES = 1_000;
  private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");
  private static final Duration LONG = Duration.ofDays(5);
  private static final MachineWish ISOLATED =
      MachineWish.isolated(Isolation.full("ransomware, case 4711"));

  private final VirtualTime time = VirtualTime.startingAt(START);
  @RegisterExtension final InVirtualTime inTime = new InVirtualTime(time);
  private final SimulatedTenant tenant =
      SimulatedTenant.builder()
          .time(time)
          .fleet(
              Fleet.of(MACHINES)
                  .withOfflineForever(0.05)
                  .withOfflineForAWhile(0.05, Duration.ofHours(30))
                  .withUnsupported(0.03)
                  .withOldAgent(0.02))
          .transit(Duration.ofMillis(20), Duration.ofMillis(400))
          .fault("machines.isolate", Occurrence.withProbability(0.03, 7), Fault.resetAfter())
          .build();
  private final DefenderClient defender =
      tenant.connect(DefenderClient.builder()).partner("Contoso", "NetShield", "4.2.0").build();
  private final ResponseClient response = new ResponseClient(defender);

  @AfterEach
  void close() {
    defender.close();
  }

  @Test
  void eachMachineEndsOnceAsWishedForOrWithItsReason() {
    BulkReport report =
        response.bulk(tenant.machines().ids(), ISOLATED, BulkOptions.defaults()).await(LONG);

    assertThat(report.results())
        .extracting(WishResult::machineId)
        .containsExactlyElementsOf(tenant.machines().ids());
    for (WishResult result : report.results()) {
      assertThat(tenant.machines().get(result.machineId()).isIsolated())
          .as("%s", result.summary())
          .isEqualTo(result.isFulfilled());
      if (result.outcome() == WishOutcome.REFUSED) {
        assertThat(result.error().orElseThrow().code().orElseThrow())
            .isIn("OsPlatformNotSupported", "ClientVersionNotSupported", "BadRequest");
      }
    }
    assertThat(report.outcomes().keySet())
        .containsExactlyInAnyOrder(WishOutcome.DONE, WishOutcome.REFUSED, WishOutcome.TIMED_OUT);
    Map<String, Integer> posts = count("machines.isolate");
    assertThat(posts).hasSize(MACHINES);
    // Only one that was refused, and whose refusal was lost, was asked for again.
    assertThat(effects())
        .allSatisfy(
            (machine, count) -> {
              assertThat(count).isOne();
              assertThat(posts.get("/api/machines/" + machine + "/isolate")).isOne();
            });
    assertThat(tenant.journal().count(429)).isZero();
    long lost =
        tenant.journal().of("machines.isolate").stream().filter(e -> e.fault() != null).count();
    long lists = tenant.journal().of("machineActions.list").size();
    System.out.println(
        "lost answers " + lost + ", lists " + lists + ", " + report.outcomes() + ", " + took());
    // A look for all, one for each lost answer, and the ticks: every 5 s to 30 s for the quarter of
    // an
    // hour that it takes to ask for all and an hour after it, every 5 min for three days; a tenth
    // less
    // by chance.
    assertThat(lists).isLessThan(1 + lost + 1_000 / 5 + 3_600 / 27 + 72 * 60 * 10 / 45);
    assertThat(lost).isPositive();
    assertThat(tenant.journal().entries())
        .extracting(JournalEntry::operationId)
        .containsOnly("signIn.token", "machines.isolate", "machineActions.list");
  }

  @Test
  void anUrgentWishInTheMiddleOfItWaitsNoLongerThanAFifthOfAMinute() throws Exception {
    List<String> ids = tenant.machines().ids();
    String urgent = ids.get(ids.size() - 1); // one of the bulk's own, whose turn comes last
    BulkHandle bulk = response.bulk(ids, ISOLATED, BulkOptions.defaults());
    pause(Duration.ofMinutes(4));
    assertThat(bulk.progress().phases().get(WishPhase.SENDING)).isGreaterThan(100);

    Instant asked = time.now();
    WishHandle handle = response.ensure(urgent, ISOLATED);
    handle.await(LONG);

    assertThat(tenant.journal().of("machines.isolate"))
        .filteredOn(entry -> entry.path().contains(urgent))
        .first()
        .satisfies(
            entry -> assertThat(entry.arrived()).isBefore(asked.plus(Duration.ofSeconds(12))));
  }

  @Test
  void itPausesGoesOnAndIsCancelled() throws Exception {
    List<String> ids = tenant.machines().ids().subList(0, 400);
    BulkHandle bulk = response.bulk(ids, ISOLATED, BulkOptions.defaults());
    pause(Duration.ofMinutes(1));
    bulk.pause();
    pause(Duration.ofMinutes(2));
    int paused = tenant.journal().of("machines.isolate").size();
    pause(Duration.ofMinutes(10));
    assertThat(tenant.journal().of("machines.isolate")).hasSize(paused);
    bulk.goOn();
    pause(Duration.ofMinutes(1));
    bulk.cancel();

    BulkReport report = bulk.await(LONG);
    int asked = count("machines.isolate").size();
    assertThat(asked).isBetween(paused + 1, ids.size() - 1);
    assertThat(report.outcomes().get(WishOutcome.WITHDRAWN)).isEqualTo(ids.size() - asked);
    assertThat(report.table().lines()).hasSize(ids.size());
  }

  @Test
  void asFewAsAllowedAreAskedForAtOnce() throws Exception {
    BulkHandle bulk =
        response.bulk(
            tenant.machines().ids().subList(0, 30), ISOLATED, BulkOptions.defaults().atOnce(1));
    bulk.await(LONG);
    List<JournalEntry> posts = tenant.journal().of("machines.isolate");
    for (int i = 1; i < posts.size(); i++) {
      assertThat(posts.get(i).sent()).isAfterOrEqualTo(posts.get(i - 1).arrived());
    }
  }

  @Test
  void anotherProcessGoesOnWithItFromAFile(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("new").resolve("bulk.txt");
    BulkOptions keeping = BulkOptions.defaults().store(BulkStore.file(file));
    List<String> ids = tenant.machines().ids().subList(0, 300);
    BulkHandle first = response.bulk(ids, ISOLATED, keeping);
    pause(Duration.ofMinutes(2));
    defender.close();
    assertThat(first.await(LONG).outcomes()).containsKey(WishOutcome.STOPPED);
    Files.writeString(file, Files.readString(file) + "sending half-a-li"); // killed while writing

    try (DefenderClient next =
        tenant.connect(DefenderClient.builder()).partner("Contoso", "NetShield", "4.2.0").build()) {
      ResponseClient again = new ResponseClient(next);
      assertThatThrownBy(() -> again.bulk(ids, ISOLATED, keeping)).hasMessageContaining("resume");
      BulkReport report = again.resume(keeping).await(LONG);
      assertThat(report.outcomes().keySet())
          .containsExactlyInAnyOrder(WishOutcome.DONE, WishOutcome.REFUSED, WishOutcome.TIMED_OUT);
      assertThat(effects()).allSatisfy((machine, count) -> assertThat(count).isOne());
      assertThatThrownBy(
              () -> new ResponseClient(next.forTenant("fabrikam.example")).resume(keeping))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("stays in its tenant");
    }
  }

  private String took() {
    return Duration.between(START, time.now()).toString();
  }

  /** How often each path was called. */
  private Map<String, Integer> count(String operation) {
    Map<String, Integer> counts = new HashMap<>();
    tenant.journal().of(operation).forEach(entry -> counts.merge(entry.path(), 1, Integer::sum));
    return counts;
  }

  private Map<String, Integer> effects() {
    Map<String, Integer> counts = new HashMap<>();
    tenant.actions().all().forEach(action -> counts.merge(action.machineId(), 1, Integer::sum));
    return counts;
  }

  private void pause(Duration pause) {
    try {
      time.newSignal().await(time.nanos() + pause.toNanos());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
