package dev.defendersdk.machineactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.RequestSource;
import dev.defendersdk.core.error.DeadlineException;
import dev.defendersdk.core.error.InterruptedCallException;
import dev.defendersdk.core.error.NotFoundException;
import dev.defendersdk.core.error.UnsuccessfulException;
import dev.defendersdk.machineactions.actions.ActionHandle;
import dev.defendersdk.machineactions.actions.ActionStatus;
import dev.defendersdk.machineactions.actions.ActionType;
import dev.defendersdk.machineactions.actions.Isolation;
import dev.defendersdk.machineactions.actions.MachineAction;
import dev.defendersdk.machineactions.actions.MachineActionsClient;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.fleet.NewMachine;
import dev.defendersdk.testkit.fleet.Reach;
import dev.defendersdk.testkit.rules.Fault;
import dev.defendersdk.testkit.rules.Occurrence;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Actions on machines: started, followed to their end, cancelled, taken up again. */
class MachineActionsTest {

  private static final String ONLINE = "a".repeat(40);
  private static final String OFFLINE = "b".repeat(40);

  private final SimulatedTenant tenant =
      Tenants.virtual()
          .machine(NewMachine.named("online.contoso.com").id(ONLINE))
          .machine(
              NewMachine.named("offline.contoso.com").id(OFFLINE).reach(Reach.offlineForever()))
          .build();
  private final DefenderClient defender = Tenants.client(tenant).build();
  private final MachineActionsClient actions = new MachineActionsClient(defender);

  @AfterEach
  void close() {
    defender.close();
  }

  @Test
  void anIsolationIsFollowedToItsEndAndLifted() {
    ActionHandle isolation = actions.isolate(ONLINE, Isolation.selective("case 4711"));
    assertThat(isolation.poll().status()).isIn(ActionStatus.PENDING, ActionStatus.IN_PROGRESS);

    MachineAction done = isolation.await(Duration.ofHours(1));
    assertThat(done.status()).isEqualTo(ActionStatus.SUCCEEDED);
    assertThat(done.type()).isEqualTo(ActionType.ISOLATE);
    assertThat(done.requestorComment()).isEqualTo("case 4711");
    assertThat(done.requestSource()).isEqualTo(RequestSource.PUBLIC_API);
    assertThat(done.lastUpdate()).isAfter(done.creationDateTimeUtc());

    assertThat(actions.release(ONLINE, "clean").await(Duration.ofHours(1)).type())
        .isEqualTo(ActionType.UNISOLATE);
  }

  @Test
  void anActionThatEndsBadlyIsAnErrorAndNeverTakenForSuccess() {
    tenant.actions().failNext(1);
    ActionHandle isolation = actions.isolate(ONLINE, Isolation.full("case 4711"));
    assertThatThrownBy(() -> isolation.await(Duration.ofHours(1)))
        .isInstanceOf(UnsuccessfulException.class)
        .hasMessageContaining(isolation.id())
        .hasMessageContaining("Isolate is Failed");
  }

  @Test
  void anOfflineMachineIsWaitedForNoLongerThanAskedAndItsActionGoesOn() {
    ActionHandle isolation = actions.isolate(OFFLINE, Isolation.full("case 4711"));
    assertThatThrownBy(() -> isolation.await(Duration.ofMinutes(30)))
        .isInstanceOf(DeadlineException.class)
        .hasMessageContaining("Isolate is Pending")
        .hasMessageContaining("take it up again by its id");
    assertThat(tenant.time().now()).isEqualTo(Tenants.START.plus(Duration.ofMinutes(30)));

    // In another process, days later.
    assertThatThrownBy(() -> actions.handle(isolation.id()).await(Duration.ofDays(4)))
        .isInstanceOf(UnsuccessfulException.class)
        .hasMessageContaining("TimeOut");
    assertThat(tenant.journal().count(429)).isZero();
  }

  @Test
  void theLastLookComesAtTheTimeoutItself() {
    tenant.actions().startsAfter(Duration.ofSeconds(1), Duration.ofSeconds(1));
    tenant.actions().takes(Duration.ofSeconds(28), Duration.ofSeconds(28));
    ActionHandle isolation = actions.isolate(ONLINE, Isolation.full("case 4711"));
    assertThat(isolation.await(Duration.ofSeconds(30)).status()).isEqualTo(ActionStatus.SUCCEEDED);
  }

  @Test
  void aPendingActionCanBeCancelled() {
    ActionHandle isolation = actions.isolate(OFFLINE, Isolation.full("case 4711"));
    MachineAction cancelled = isolation.cancel("wrong machine");
    assertThat(cancelled.status()).isEqualTo(ActionStatus.CANCELLED);
    assertThat(isolation.poll().cancellationComment()).isEqualTo("wrong machine");
    assertThatThrownBy(() -> isolation.await(Duration.ofMinutes(1)))
        .isInstanceOf(UnsuccessfulException.class)
        .hasMessageContaining("Cancelled");
  }

  @Test
  void listsReadEitherNameOfTheLastUpdate() {
    actions.isolate(ONLINE, Isolation.full("case 4711")).await(Duration.ofHours(1));
    MachineAction listed =
        actions.list(q -> q.where(a -> a.type().eq(ActionType.ISOLATE))).first().orElseThrow();
    assertThat(listed.lastUpdateTimeUtc()).isNotNull();
    assertThat(listed.lastUpdateDateTimeUtc()).isNull();
    assertThat(listed.lastUpdate()).isEqualTo(actions.get(listed.id()).lastUpdate());
  }

  @Test
  void listsAreFiltered() {
    actions.isolate(ONLINE, Isolation.full("one")).await(Duration.ofHours(1));
    actions.isolate(OFFLINE, Isolation.full("two"));
    assertThat(actions.list()).hasSize(2);
    assertThat(actions.list(q -> q.where(a -> a.machineId().eq(OFFLINE)))).hasSize(1);
    assertThat(
            actions.list(
                q -> q.where(a -> a.status().in(ActionStatus.PENDING, ActionStatus.IN_PROGRESS))))
        .hasSize(1);
    assertThat(actions.list(q -> q.where(a -> a.creationDateTimeUtc().ge(Tenants.START)).limit(1)))
        .hasSize(1);
  }

  @Test
  void passingFailuresWhileWaitingAreWaitedOut() {
    tenant.faults().on("machineActions.get", Occurrence.first(6), Fault.status(503));
    MachineAction done =
        actions.isolate(ONLINE, Isolation.full("case 4711")).await(Duration.ofHours(1));
    assertThat(done.status()).isEqualTo(ActionStatus.SUCCEEDED);
  }

  @Test
  void anUnknownActionIsNotFound() {
    assertThatThrownBy(() -> actions.get("5382f7ea-7557-4ab7-9782-d50480024a4e"))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> actions.handle("no-such-action").await(Duration.ofMinutes(1)))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void anInterruptEndsTheWaitingAndKeepsTheFlag() {
    ActionHandle isolation = actions.isolate(OFFLINE, Isolation.full("case 4711"));
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> isolation.await(Duration.ofMinutes(30)))
        .isInstanceOf(InterruptedCallException.class);
    assertThat(Thread.interrupted()).isTrue();
  }
}
