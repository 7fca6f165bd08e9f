package dev.defendersdk.machineactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.Background;
import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.error.ClosedException;
import dev.defendersdk.core.error.DeadlineException;
import dev.defendersdk.core.error.NotFoundException;
import dev.defendersdk.core.error.OutcomeUnknownException;
import dev.defendersdk.core.odata.ListQuery;
import dev.defendersdk.machineactions.actions.MachineAction;
import dev.defendersdk.machineactions.actions.MachineActionOperations;
import dev.defendersdk.machineactions.machines.Machine;
import dev.defendersdk.machineactions.machines.MachineOperations;
import dev.defendersdk.machineactions.machines.MachinesClient;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testkit.journal.JournalEntry;
import dev.defendersdk.testkit.rules.Fault;
import dev.defendersdk.testkit.rules.Occurrence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** Calls that keep no thread while they wait. */
class BackgroundTest {

  private static final CallOptions DEFAULTS = CallOptions.defaults();

  @Test
  void theResultComesAndNoThreadWaitedForIt() throws Exception {
    SimulatedTenant tenant =
        Tenants.virtual().machines(1).transit(Duration.ofSeconds(1), Duration.ofSeconds(2)).build();
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      CompletableFuture<Machine> machine =
          Tenants.timeOf(tenant)
              .call(
                  () -> {
                    CompletableFuture<Machine> started =
                        defender.background().start(get(tenant), DEFAULTS);
                    assertThat(started).isNotDone();
                    return started;
                  });
      assertThat(await(tenant, machine).id()).isEqualTo(idOf(tenant));
    }
  }

  @Test
  void aFailureIsTheSameAsOfACallThatIsExecuted() {
    SimulatedTenant tenant = Tenants.virtual().machines(1).build();
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      Call<Machine> missing = Call.of(MachineOperations.GET).path("id", "f".repeat(40));
      assertThatThrownBy(() -> await(tenant, defender.background().start(missing, DEFAULTS)))
          .isInstanceOf(NotFoundException.class);
    }
  }

  @Test
  void aRetryWaitsWithoutAThreadToo() throws Exception {
    SimulatedTenant tenant =
        Tenants.virtual()
            .machines(1)
            .fault("machines.get", Occurrence.first(3), Fault.status(503))
            .build();
    try (DefenderClient defender = Tenants.client(tenant).backgroundThreads(1).build()) {
      Background background = defender.background();
      CompletableFuture<Machine> retried = background.start(get(tenant), DEFAULTS);
      assertThat(await(tenant, retried).id()).isEqualTo(idOf(tenant));
    }
    assertThat(tenant.journal().of("machines.get")).hasSize(4);
  }

  @Test
  void waitingForTheQuotaDoesNotCountAgainstTheDeadline() throws Exception {
    SimulatedTenant tenant = Tenants.virtual().machines(1).build();
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      List<CompletableFuture<Machine>> machines = startMany(defender, tenant, 1_000);
      for (CompletableFuture<Machine> machine : machines) {
        await(tenant, machine);
      }
    }
    assertThat(tenant.journal().count(429)).isZero();
    // 80 in each minute: the last of 1,000 are sent in the thirteenth.
    Duration taken = Duration.between(Tenants.START, tenant.time().now());
    assertThat(taken).isBetween(Duration.ofMinutes(12), Duration.ofMinutes(13));
  }

  @Test
  void alsoA429OfLongerThanTheDeadlineIsWaitedOut() throws Exception {
    SimulatedTenant tenant =
        Tenants.virtual()
            .machines(1)
            .fault(
                "machines.get",
                Occurrence.first(2),
                Fault.status(429).retryAfter(Duration.ofMinutes(20)))
            .build();
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      await(tenant, defender.background().start(get(tenant), DEFAULTS));
    }
    assertThat(tenant.time().now()).isAfterOrEqualTo(Tenants.START.plus(Duration.ofMinutes(40)));
  }

  @Test
  void aTenantThatNeverAnswersIsGivenUpOnAtTheDeadline() {
    SimulatedTenant tenant =
        Tenants.virtual()
            .machines(1)
            .fault("machines.get", Occurrence.always(), Fault.stalledHeaders())
            .build();
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      assertThatThrownBy(() -> await(tenant, defender.background().start(get(tenant), DEFAULTS)))
          .isInstanceOf(DeadlineException.class);
    }
    assertThat(Duration.between(Tenants.START, tenant.time().now()))
        .isLessThanOrEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void aThousandInTheBackgroundDoNotBuryOneThatIsExecuted() throws Exception {
    SimulatedTenant tenant = Tenants.virtual().machines(1).build();
    VirtualTime time = Tenants.timeOf(tenant);
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      time.call(
          () -> {
            List<CompletableFuture<Machine>> bulk = startMany(defender, tenant, 1_000);
            time.newSignal().await(time.nanos() + Duration.ofSeconds(90).toNanos());
            Instant asked = time.now();
            new MachinesClient(defender).get(idOf(tenant));
            assertThat(time.now()).isEqualTo(asked);
            assertThat(bulk).anyMatch(machine -> !machine.isDone());
            return bulk;
          });
    }
  }

  @Test
  void oneThatIsUrgentStandsBehindNone() throws Exception {
    Duration oneWay = Duration.ofSeconds(2);
    SimulatedTenant tenant = Tenants.virtual().machines(1).transit(oneWay, oneWay).build();
    VirtualTime time = Tenants.timeOf(tenant);
    try (DefenderClient defender = Tenants.client(tenant).backgroundCallsPerTenant(1).build()) {
      time.call(
          () -> {
            startMany(defender, tenant, 1_000);
            time.newSignal().await(time.nanos() + Duration.ofMinutes(30).toNanos());
            Instant asked = time.now();
            UUID id = UUID.fromString("00000000-0000-4711-0000-000000000000");
            CompletableFuture<Machine> urgent =
                defender.background().urgent().start(get(tenant), DEFAULTS.clientRequestId(id));
            time.blocking(urgent::join);
            assertThat(tenant.journal().of("machines.get"))
                .filteredOn(entry -> id.toString().equals(entry.clientRequestId()))
                .singleElement()
                .matches(entry -> entry.arrived().equals(asked.plus(oneWay)));
            return urgent;
          });
    }
  }

  @Test
  void noMoreCallsOfATenantThanAllowedAreOnTheWire() throws Exception {
    Duration oneWay = Duration.ofMillis(500);
    SimulatedTenant tenant = Tenants.virtual().machines(1).transit(oneWay, oneWay).build();
    try (DefenderClient defender = Tenants.client(tenant).backgroundCallsPerTenant(3).build()) {
      for (CompletableFuture<Machine> machine : startMany(defender, tenant, 30)) {
        await(tenant, machine);
      }
    }
    List<Instant> sent =
        tenant.journal().of("machines.get").stream().map(JournalEntry::sent).sorted().toList();
    assertThat(sent).hasSize(30);
    for (int i = 3; i < sent.size(); i++) {
      assertThat(sent.get(i)).isAfterOrEqualTo(sent.get(i - 3).plus(oneWay.multipliedBy(2)));
    }
  }

  @Test
  void pagesComeOneAfterTheOtherAsLongAsTheyAreWanted() throws Exception {
    SimulatedTenant tenant = Tenants.virtual().machines(25).build();
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      Call<List<Machine>> list =
          Call.of(MachineOperations.LIST).query(ListQuery.all().pageSize(10));
      List<Integer> sizes = new ArrayList<>();
      List<String> ids = new ArrayList<>();
      await(
          tenant,
          defender
              .background()
              .forEachPage(
                  list,
                  DEFAULTS,
                  page -> {
                    sizes.add(page.size());
                    page.forEach(machine -> ids.add(machine.id()));
                    return true;
                  }));
      assertThat(sizes).containsExactly(10, 10, 5);
      assertThat(ids).containsExactlyInAnyOrderElementsOf(tenant.machines().ids());

      List<String> tokens = new ArrayList<>();
      await(
          tenant,
          defender
              .background()
              .forEachPage(
                  list,
                  DEFAULTS,
                  page -> {
                    tokens.add(page.resumeToken().orElse("none"));
                    return tokens.size() < 2;
                  }));
      assertThat(tokens).hasSize(2).doesNotContain("none");
      assertThat(tenant.journal().of("machines.list")).hasSize(5);
    }
  }

  @Test
  void whatThePageHandlerThrowsEndsTheWalk() {
    SimulatedTenant tenant = Tenants.virtual().machines(1).build();
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      assertThatThrownBy(
              () ->
                  await(
                      tenant,
                      defender
                          .background()
                          .forEachPage(
                              Call.of(MachineOperations.LIST),
                              DEFAULTS,
                              page -> {
                                throw new IllegalStateException("the handler's own");
                              })))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("the handler's own");
    }
  }

  @Test
  void cancellingEndsTheCallAndGivesItsPermitBack() throws Exception {
    SimulatedTenant tenant =
        Tenants.virtual()
            .machines(1)
            .fault("machines.get", Occurrence.always(), Fault.stalledHeaders())
            .build();
    VirtualTime time = Tenants.timeOf(tenant);
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      CompletableFuture<Machine> machine =
          time.call(
              () -> {
                CompletableFuture<Machine> started =
                    defender.background().start(get(tenant), DEFAULTS);
                time.newSignal().await(time.nanos() + Duration.ofSeconds(5).toNanos());
                started.cancel(true);
                return started;
              });
      time.advance(Duration.ofMinutes(2));
      assertThatThrownBy(machine::join).isInstanceOf(CancellationException.class);
      assertThat(tenant.journal().of("machines.get")).hasSize(1);
      assertThat(defender.quota(MachineOperations.GET).leftThisMinute()).isEqualTo(100);
    }
  }

  @Test
  void closingEndsThemAndSaysWhichMayHaveActed() throws Exception {
    SimulatedTenant tenant =
        Tenants.virtual()
            .machines(1)
            .fault("machines.get", Occurrence.always(), Fault.stalledHeaders())
            .fault("machines.isolate", Occurrence.always(), Fault.stalledHeaders())
            .build();
    DefenderClient defender = Tenants.client(tenant).build();
    VirtualTime time = Tenants.timeOf(tenant);
    List<CompletableFuture<?>> calls =
        time.call(
            () -> {
              List<CompletableFuture<?>> started = new ArrayList<>();
              started.add(defender.background().start(get(tenant), DEFAULTS));
              started.add(defender.background().start(isolate(tenant), DEFAULTS));
              started.addAll(startMany(defender, tenant, 200));
              time.newSignal().await(time.nanos() + Duration.ofSeconds(5).toNanos());
              defender.close();
              return started;
            });

    CompletableFuture<?> get = calls.get(0);
    CompletableFuture<?> isolate = calls.get(1);
    List<CompletableFuture<?>> waiting = calls.subList(2, calls.size());
    assertThat(failureOf(get)).isInstanceOf(ClosedException.class);
    assertThat(failureOf(isolate)).isInstanceOf(OutcomeUnknownException.class);
    assertThat(waiting)
        .allSatisfy(call -> assertThat(failureOf(call)).isInstanceOf(ClosedException.class));
    assertThatThrownBy(() -> defender.background().start(get(tenant), DEFAULTS))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void whatWaitsForAPlaceWhenTheClientClosesWasNeverSent() throws Exception {
    SimulatedTenant tenant =
        Tenants.virtual()
            .machines(1)
            .fault("machines.get", Occurrence.always(), Fault.stalledHeaders())
            .build();
    DefenderClient defender = Tenants.client(tenant).backgroundCallsPerTenant(1).build();
    VirtualTime time = Tenants.timeOf(tenant);
    CompletableFuture<?> isolate =
        time.call(
            () -> {
              defender.background().start(get(tenant), DEFAULTS);
              time.newSignal().await(time.nanos() + Duration.ofSeconds(5).toNanos());
              CompletableFuture<?> started = defender.background().start(isolate(tenant), DEFAULTS);
              time.newSignal().await(time.nanos() + Duration.ofSeconds(5).toNanos());
              defender.close();
              return started;
            });

    assertThat(failureOf(isolate))
        .isInstanceOfSatisfying(
            ClosedException.class, closed -> assertThat(closed.attempts()).isZero());
    assertThat(tenant.journal().of("machines.isolate")).isEmpty();
  }

  @Test
  void waitingForAPlaceIsExcusedAndTheTokenIsTakenAfterIt() throws Exception {
    Duration longer = Duration.ofHours(3); // than the deadline, and than a token lives
    SimulatedTenant tenant =
        Tenants.virtual()
            .machines(1)
            .fault("machines.get", Occurrence.first(1), Fault.stalledHeaders())
            .build();
    VirtualTime time = Tenants.timeOf(tenant);
    try (DefenderClient defender = Tenants.client(tenant).backgroundCallsPerTenant(1).build()) {
      CompletableFuture<Machine> second =
          time.call(
              () -> {
                CallOptions patient =
                    DEFAULTS.deadline(longer).attemptTimeout(longer).maxAttempts(1);
                defender.background().start(get(tenant), patient);
                time.newSignal().await(time.nanos() + Duration.ofSeconds(5).toNanos());
                return defender.background().start(get(tenant), DEFAULTS);
              });
      assertThat(await(tenant, second).id()).isEqualTo(idOf(tenant));
    }
    assertThat(time.now()).isAfterOrEqualTo(Tenants.START.plus(longer));
    assertThat(tenant.journal().of("machines.get"))
        .as("the one that stalls, and one with a token that is good")
        .hasSize(2);
  }

  @Test
  void forgettingATenantOpensNoSecondLaneWhileItsCallsRun() throws Exception {
    SimulatedTenant tenant =
        Tenants.virtual()
            .machines(1)
            .fault("machines.get", Occurrence.first(1), Fault.stalledHeaders())
            .build();
    VirtualTime time = Tenants.timeOf(tenant);
    try (DefenderClient defender = Tenants.client(tenant).backgroundCallsPerTenant(1).build()) {
      CompletableFuture<Machine> second =
          time.call(
              () -> {
                defender.background().start(get(tenant), DEFAULTS.maxAttempts(1));
                time.newSignal().await(time.nanos() + Duration.ofSeconds(5).toNanos());
                defender.forgetTenant();
                return defender.background().start(get(tenant), DEFAULTS);
              });
      await(tenant, second);
    }
    assertThat(tenant.journal().of("machines.get").get(1).sent())
        .as("after the attempt before it has timed out")
        .isAfterOrEqualTo(Tenants.START.plus(Duration.ofSeconds(30)));
  }

  @Test
  void tasksRunAfterTheirTimeUnlessTheyAreCancelled() throws Exception {
    SimulatedTenant tenant = Tenants.virtual().machines(1).build();
    VirtualTime time = Tenants.timeOf(tenant);
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      List<Instant> ran = new ArrayList<>();
      Background background = defender.background();
      time.run(
          () -> {
            background.after(Duration.ofMinutes(3), () -> ran.add(time.now()));
            background.after(Duration.ofMinutes(1), () -> ran.add(time.now())).cancel(true);
            background.after(Duration.ofMinutes(2), () -> ran.add(time.now()));
          });
      time.advance(Duration.ofMinutes(5));
      assertThat(ran)
          .containsExactly(
              Tenants.START.plus(Duration.ofMinutes(2)), Tenants.START.plus(Duration.ofMinutes(3)));
    }
  }

  @Test
  void tasksWhoseTimeHasNotComeEndWithTheClient() throws Exception {
    SimulatedTenant tenant = Tenants.virtual().machines(1).build();
    DefenderClient defender = Tenants.client(tenant).build();
    List<Instant> ran = new ArrayList<>();
    CompletableFuture<Void> later =
        Tenants.timeOf(tenant)
            .call(
                () -> {
                  CompletableFuture<Void> task =
                      defender
                          .background()
                          .after(Duration.ofMinutes(3), () -> ran.add(tenant.time().now()));
                  defender.close();
                  return task;
                });
    Tenants.timeOf(tenant).advance(Duration.ofMinutes(5));

    assertThat(failureOf(later)).isInstanceOf(ClosedException.class);
    assertThat(ran).isEmpty();
  }

  private static List<CompletableFuture<Machine>> startMany(
      DefenderClient defender, SimulatedTenant tenant, int count) {
    List<CompletableFuture<Machine>> started = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      started.add(defender.background().start(get(tenant), DEFAULTS));
    }
    return started;
  }

  private static Call<Machine> get(SimulatedTenant tenant) {
    return Call.of(MachineOperations.GET).path("id", idOf(tenant));
  }

  private static Call<MachineAction> isolate(SimulatedTenant tenant) {
    return Call.of(MachineActionOperations.ISOLATE)
        .path("id", idOf(tenant))
        .member("Comment", "case 4711")
        .member("IsolationType", "Full");
  }

  private static String idOf(SimulatedTenant tenant) {
    return tenant.machines().ids().get(0);
  }

  private static <T> T await(SimulatedTenant tenant, CompletableFuture<T> future) throws Exception {
    try {
      return Tenants.timeOf(tenant).blocking(future::join);
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private static Throwable failureOf(CompletableFuture<?> future) {
    return future.handle((result, failure) -> failure).join();
  }
}
