package dev.defendersdk.machineactions.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.error.ForbiddenException;
import dev.defendersdk.core.error.NotFoundException;
import dev.defendersdk.machineactions.actions.ActionStatus;
import dev.defendersdk.machineactions.actions.ActionType;
import dev.defendersdk.machineactions.actions.Isolation;
import dev.defendersdk.machineactions.actions.MachineAction;
import dev.defendersdk.machineactions.actions.MachineActionsClient;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testkit.fleet.Fleet;
import dev.defendersdk.testkit.fleet.Reach;
import dev.defendersdk.testkit.rules.Fault;
import dev.defendersdk.testkit.rules.Occurrence;
import dev.defendersdk.testkit.rules.Quotas;
import dev.defendersdk.testsupport.InVirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many actions followed at the price of a few lists. */
class ActionWatcherTest {

  private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");
  private static final int MACHINES = 300;

  private final VirtualTime time = VirtualTime.startingAt(START);
  @RegisterExtension final InVirtualTime inTime = new InVirtualTime(time);
  private final SimulatedTenant tenant =
      SimulatedTenant.builder()
          .time(time)
          .quotas(Quotas.unlimited())
          .fleet(
              Fleet.of(MACHINES).withOfflineForever(0).withOfflineForAWhile(0, Duration.ofHours(1)))
          .build();
  private final DefenderClient defender =
      tenant.connect(DefenderClient.builder()).partner("Contoso", "NetShield", "4.2.0").build();
  private final MachineActionsClient actions = new MachineActionsClient(defender);
  private final ActionWatcher watcher = new ActionWatcher(defender);
  private final List<String> ids = tenant.machines().ids();

  @AfterEach
  void close() {
    defender.close();
  }

  @Test
  void oneListForEachTickFollowsThemAll() throws Exception {
    List<WatchedAction> followed = new ArrayList<>();
    for (String id : begun(100)) {
      followed.add(watcher.follow(id));
    }
    List<ActionStatus> seen = new ArrayList<>();
    followed.get(0).onSight(action -> seen.add(action.status()));
    for (WatchedAction action : followed) {
      assertThat(await(action.end()).status()).isEqualTo(ActionStatus.SUCCEEDED);
    }

    assertThat(seen).last().isEqualTo(ActionStatus.SUCCEEDED);
    assertThat(watcher.following()).isZero();
    // Three lists by id at first, for nothing is known of them but that; then one for each tick.
    assertThat(tenant.journal().of("machineActions.list").size()).isLessThan(3 + 110 / 5 + 3);
    assertThat(tenant.journal().of("machineActions.get")).isEmpty();
    int before = tenant.journal().entries().size();
    pause(Duration.ofHours(1));
    assertThat(tenant.journal().entries())
        .as("nothing is asked while nothing is followed")
        .hasSize(before);
  }

  @Test
  void whatIsOldIsFollowedApartAndSeldom() throws Exception {
    String offline = ids.get(0);
    tenant.machines().reach(offline, Reach.offlineUntil(START.plus(Duration.ofHours(30))));
    WatchedAction old = watcher.follow(begin(offline));
    pause(Duration.ofHours(24));
    int before = tenant.journal().of("machineActions.list").size();

    for (String id : begun(50)) {
      watcher.follow(id);
    }
    pause(Duration.ofMinutes(30));

    assertThat(watcher.following()).isEqualTo(1);
    assertThat(tenant.journal().of("machineActions.list"))
        .filteredOn(entry -> entry.query() != null && entry.query().contains("creationDateTimeUtc"))
        .as("the old one does not widen the list")
        .last()
        .matches(entry -> !entry.query().contains("2026-11-24"));
    assertThat(tenant.journal().of("machineActions.list").size() - before).isLessThan(40);
    assertThat(await(old.end()).status()).isEqualTo(ActionStatus.SUCCEEDED);
  }

  @Test
  void aPassingFailureIsWaitedOutAndALastingOneIsTold() {
    tenant.faults().on("machineActions.list", Occurrence.first(9), Fault.status(503));
    assertThat(await(watcher.follow(begin(ids.get(0))).end()).status())
        .isEqualTo(ActionStatus.SUCCEEDED);

    tenant.faults().on("machineActions.list", Occurrence.always(), Fault.status(403));
    WatchedAction refused = watcher.follow(begin(ids.get(1)));
    assertThatThrownBy(() -> await(refused.end())).isInstanceOf(ForbiddenException.class);
    assertThat(watcher.following()).isZero();
  }

  @Test
  void oneStopsAndTheOtherGoesOn() throws Exception {
    String id = begin(ids.get(0));
    WatchedAction first = watcher.follow(id);
    WatchedAction second = watcher.follow(id);
    first.stop();

    assertThat(await(second.end()).id()).isEqualTo(id);
    WatchedAction third = watcher.follow(begin(ids.get(1)));
    third.stop();
    assertThat(watcher.following()).isZero();
    pause(Duration.ofMinutes(10));
    assertThat(third.end()).isNotDone();
  }

  @Test
  void questionsOfOneSecondShareACall() throws Exception {
    begun(60);
    List<CompletableFuture<List<MachineAction>>> answers =
        ids.stream().map(id -> watcher.lookUp(id, List.of(ActionType.ISOLATE))).toList();

    int found = 0;
    for (CompletableFuture<List<MachineAction>> answer : answers) {
      found += await(answer).size();
    }
    assertThat(found).isEqualTo(60);
    assertThat(tenant.journal().of("machineActions.list")).hasSize(1);
    assertThat(await(watcher.lookUp(ids.get(0), List.of(ActionType.UNISOLATE)))).isEmpty();
  }

  @Test
  void whatIsInNoListIsNotThere() {
    assertThatThrownBy(() -> await(watcher.follow("no-such-id").end()))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("no-such-id");
  }

  @Test
  void aClosedClientIsTold() {
    WatchedAction running = watcher.follow(begin(ids.get(0)));
    defender.close();
    assertThatThrownBy(() -> await(running.end())).hasMessageContaining("closed");
    assertThatThrownBy(() -> await(watcher.follow("a7c1").end())).hasMessageContaining("closed");
  }

  private List<String> begun(int count) {
    return ids.subList(1, count + 1).stream().map(this::begin).toList();
  }

  private String begin(String machineId) {
    return actions.isolate(machineId, Isolation.full("case 4711")).id();
  }

  private <T> T await(CompletableFuture<T> future) {
    try {
      return time.blocking(future::join);
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private void pause(Duration pause) {
    try {
      time.newSignal().await(time.nanos() + pause.toNanos());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
