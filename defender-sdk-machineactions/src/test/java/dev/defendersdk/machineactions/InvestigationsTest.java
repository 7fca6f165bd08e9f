package dev.defendersdk.machineactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.InvestigationState;
import dev.defendersdk.core.error.BadRequestException;
import dev.defendersdk.core.error.DeadlineException;
import dev.defendersdk.core.error.ForbiddenException;
import dev.defendersdk.core.error.NotFoundException;
import dev.defendersdk.core.error.QuotaException;
import dev.defendersdk.core.error.UnsuccessfulException;
import dev.defendersdk.machineactions.investigations.Investigation;
import dev.defendersdk.machineactions.investigations.InvestigationHandle;
import dev.defendersdk.machineactions.investigations.InvestigationsClient;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.fleet.NewMachine;
import dev.defendersdk.testkit.fleet.Reach;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Investigations: started, followed to their end or to a person's approval, taken up again. */
class InvestigationsTest {

  private static final String WINDOWS = "a".repeat(40);
  private static final String AWAY = "b".repeat(40);
  private static final String LINUX = "c".repeat(40);
  private static final String MAC = "d".repeat(40);

  private final SimulatedTenant tenant =
      Tenants.virtual()
          .machine(machine("win.contoso.com", WINDOWS, "Windows11"))
          .machine(machine("away.contoso.com", AWAY, "Windows10").reach(Reach.offlineForever()))
          .machine(machine("lx.contoso.com", LINUX, "Linux"))
          .machine(machine("mac.contoso.com", MAC, "macOS"))
          .build();
  private final DefenderClient defender = Tenants.client(tenant).build();
  private final InvestigationsClient investigations = new InvestigationsClient(defender);

  private static NewMachine machine(String name, String id, String osPlatform) {
    return NewMachine.named(name).id(id).with("osPlatform", osPlatform);
  }

  @AfterEach
  void close() {
    defender.close();
  }

  @Test
  void anInvestigationIsFollowedToItsEnd() {
    tenant.investigations().comeTo("SuccessfullyRemediated");
    InvestigationHandle started = investigations.start(WINDOWS, "case 4711");
    Investigation first = started.poll();
    assertThat(first.state()).isIn(InvestigationState.QUEUED, InvestigationState.RUNNING);
    assertThat(first.endTime()).isNull();
    assertThat(first.machineId()).isEqualTo(WINDOWS);

    Investigation done = started.await(Duration.ofHours(1));
    assertThat(done.state()).isEqualTo(InvestigationState.SUCCESSFULLY_REMEDIATED);
    assertThat(done.endTime()).isAfter(done.startTime());
    assertThat(tenant.journal().of("machines.startInvestigation"))
        .singleElement()
        .satisfies(entry -> assertThat(entry.status()).isEqualTo(201));
  }

  @Test
  void itIsFoundByItsOwnIdAndByThatOfTheAlertThatBeganIt() {
    Investigation started = investigations.start(WINDOWS, "case 4711").poll();
    assertThat(investigations.get(started.triggeringAlertId()).id()).isEqualTo(started.id());
    assertThat(investigations.handle(started.triggeringAlertId()).poll().id())
        .isEqualTo(started.id());
    assertThatThrownBy(() -> investigations.get("1")).isInstanceOf(NotFoundException.class);
  }

  @Test
  void aWaiterStopsAtApprovalOnRequestAndAnotherWaitsForThePerson() {
    tenant.investigations().comeTo("PendingApproval");
    InvestigationHandle started = investigations.start(WINDOWS, "case 4711");
    Investigation pending = started.awaitEndOrApproval(Duration.ofHours(2));
    assertThat(pending.state()).isEqualTo(InvestigationState.PENDING_APPROVAL);
    assertThat(pending.endTime()).isNull();

    assertThatThrownBy(() -> started.await(Duration.ofDays(2)))
        .isInstanceOf(DeadlineException.class)
        .hasMessageContaining("it is PendingApproval");

    tenant.investigations().approve(started.id());
    assertThat(started.awaitEndOrApproval(Duration.ofMinutes(1)).state())
        .isEqualTo(InvestigationState.SUCCESSFULLY_REMEDIATED);
    assertThat(tenant.journal().count(429)).isZero();
  }

  @Test
  void whatEndsOtherwiseIsAnErrorAndNeverTakenForSuccess() {
    for (String state : new String[] {"PartiallyRemediated", "TerminatedByUser", "Failed"}) {
      tenant.investigations().comeTo(state);
      InvestigationHandle started = investigations.start(WINDOWS, "case 4711");
      assertThatThrownBy(() -> started.await(Duration.ofHours(1)))
          .isInstanceOf(UnsuccessfulException.class)
          .hasMessageContaining("investigation " + started.id() + " ended: it is " + state);
    }
  }

  @Test
  void aStateFromTheFutureHasEndedOnceItHasAnEnd() {
    tenant.investigations().comeTo("HandedToQuantumTeam");
    InvestigationHandle started = investigations.start(WINDOWS, "case 4711");
    assertThatThrownBy(() -> started.awaitEndOrApproval(Duration.ofHours(1)))
        .isInstanceOf(UnsuccessfulException.class)
        .hasMessageContaining("HandedToQuantumTeam");
    assertThat(InvestigationState.of("HandedToQuantumTeam").isFinal()).isFalse();
  }

  @Test
  void itIsTakenUpAgainByItsIdInAnotherProcess() {
    tenant.investigations().comeTo("Benign");
    String id = investigations.start(WINDOWS, "case 4711").id();
    try (DefenderClient other = Tenants.client(tenant).build()) {
      assertThat(new InvestigationsClient(other).handle(id).await(Duration.ofHours(1)).state())
          .isEqualTo(InvestigationState.BENIGN);
    }
  }

  @Test
  void anotherSystemThanWindowsIsRefusedAndAMachineThatIsAwayWaitedFor() {
    for (String id : new String[] {LINUX, MAC}) {
      assertThatThrownBy(() -> investigations.start(id, "case 4711"))
          .isInstanceOf(BadRequestException.class)
          .hasMessageContaining("OsPlatformNotSupported");
    }
    InvestigationHandle queued = investigations.start(AWAY, "case 4711");
    assertThatThrownBy(() -> queued.await(Duration.ofHours(1)))
        .isInstanceOf(DeadlineException.class)
        .hasMessageContaining("it is Queued");
  }

  @Test
  void aSecondStartJoinsTheInvestigationThatGoesOn() {
    String first = investigations.start(WINDOWS, "one").id();
    assertThat(investigations.start(WINDOWS, "two").id()).isEqualTo(first);
    assertThat(tenant.investigations().all()).hasSize(1);
  }

  @Test
  void fiftyStartInOneMinuteAndTheNextWaitsForTheHour() {
    for (int i = 0; i < 50; i++) {
      investigations.start(WINDOWS, "case " + i);
    }
    Instant then = tenant.time().now();
    assertThat(Duration.between(Tenants.START, then)).isLessThan(Duration.ofMinutes(1));
    assertThatThrownBy(() -> investigations.start(WINDOWS, "case 50"))
        .isInstanceOf(QuotaException.class);

    CallOptions patient = CallOptions.defaults().deadline(Duration.ofHours(2));
    investigations.start(WINDOWS, "case 50", patient);
    assertThat(Duration.between(Tenants.START, tenant.time().now()))
        .isGreaterThanOrEqualTo(Duration.ofHours(1));
    assertThat(tenant.journal().of("machines.startInvestigation")).hasSize(51);
    assertThat(tenant.journal().count(429)).isZero();
  }

  @Test
  void listsAreFiltered() {
    String first = investigations.start(WINDOWS, "one").id();
    investigations.start(AWAY, "two");
    assertThat(investigations.list()).hasSize(2);
    assertThat(investigations.list(q -> q.where(f -> f.machineId().eq(WINDOWS))).first())
        .hasValueSatisfying(found -> assertThat(found.id()).isEqualTo(first));
    assertThat(
            investigations.list(
                q ->
                    q.where(
                            f ->
                                f.state()
                                    .eq(InvestigationState.QUEUED)
                                    .and(f.startTime().ge(Tenants.START)))
                        .pageSize(1)))
        .hasSize(2);
  }

  @Test
  void thePermissionsAreThoseOfAlerts() {
    SimulatedTenant other = Tenants.virtual().machines(1).roles("Machine.ReadWrite.All").build();
    try (DefenderClient client = Tenants.client(other).build()) {
      assertThatThrownBy(() -> new InvestigationsClient(client).list().first())
          .isInstanceOf(ForbiddenException.class)
          .hasMessageContaining("Alert.Read.All");
    }
  }
}
