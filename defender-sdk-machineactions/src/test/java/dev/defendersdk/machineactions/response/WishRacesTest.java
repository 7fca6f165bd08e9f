package dev.defendersdk.machineactions.response;

import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.machineactions.actions.Isolation;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testkit.fleet.Reach;
import dev.defendersdk.testkit.rules.Fault;
import dev.defendersdk.testkit.rules.Occurrence;
import dev.defendersdk.testkit.rules.Quirks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Isolation and release wished for in turns, at random moments, with answers lost in between: the
 * machine ends as the last wish says, by each answer that the service may give to a second action.
 * 40 interleavings of each by default, 10,000 in all with {@code -Psoak}.
 */
class WishRacesTest {

  private static final int INTERLEAVINGS = Boolean.getBoolean("soak") ? 3_334 : 40;
  private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");
  private static final Duration LONG = Duration.ofHours(2);

  @ParameterizedTest
  @EnumSource(Quirks.SecondAction.class)
  void theLastWishIsWhatTheMachineEndsAs(Quirks.SecondAction secondAction) throws Exception {
    long seed = Long.getLong("seed", 20_261_126L);
    System.out.println("seed " + seed + " (-Dseed=… plays another)");
    SplittableRandom seeds = new SplittableRandom(seed);
    for (int i = 0; i < INTERLEAVINGS; i++) {
      play(seeds.nextLong(), secondAction);
    }
  }

  private static void play(long seed, Quirks.SecondAction secondAction) throws Exception {
    VirtualTime time = VirtualTime.startingAt(START, seed);
    time.run(() -> play(seed, secondAction, time));
  }

  private static void play(long seed, Quirks.SecondAction secondAction, VirtualTime time) {
    SplittableRandom random = new SplittableRandom(seed);
    SimulatedTenant tenant =
        SimulatedTenant.builder()
            .time(time)
            .seed(seed)
            .quirks(Quirks.harsh().withSecondAction(secondAction))
            .transit(Duration.ofMillis(20), Duration.ofMillis(900))
            .machines(1)
            .build();
    String machine = tenant.machines().ids().get(0);
    tenant.machines().reach(machine, Reach.online());
    for (String operation : List.of("machines.isolate", "machines.unisolate")) {
      tenant
          .faults()
          .on(
              operation,
              Occurrence.withProbability(0.2, random.nextLong()),
              random.nextBoolean() ? Fault.resetAfter() : Fault.resetBefore());
    }
    try (DefenderClient defender =
        tenant.connect(DefenderClient.builder()).partner("Contoso", "NetShield", "1.0").build()) {
      ResponseClient response = new ResponseClient(defender);
      List<WishHandle> wishes = new ArrayList<>();
      int count = 2 + random.nextInt(4);
      boolean isolate = random.nextBoolean();
      for (int i = 0; i < count; i++) {
        MachineWish wish =
            isolate
                ? MachineWish.isolated(Isolation.full("case 4711"))
                : MachineWish.released("false alarm");
        wishes.add(response.ensure(machine, wish));
        pause(time, Duration.ofMillis(random.nextLong(40_000)));
        isolate = !isolate;
      }
      WishResult last = wishes.get(count - 1).await(LONG);
      assertThat(last.isFulfilled()).as("seed %d: %s %s", seed, last, last.steps()).isTrue();
      assertThat(tenant.machines().get(machine).isIsolated())
          .as("seed %d: %s %s", seed, last.wish(), last.steps())
          .isEqualTo(!isolate);
      for (WishHandle wish : wishes) {
        assertThat(wish.await(LONG).outcome()).isNotEqualTo(WishOutcome.FAILED);
      }
    }
  }

  private static void pause(VirtualTime time, Duration pause) {
    try {
      time.newSignal().await(time.nanos() + pause.toNanos());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
