package dev.defendersdk.machineactions.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.error.DeadlineException;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.machineactions.actions.AntiVirusScan;
import dev.defendersdk.machineactions.actions.FileQuarantine;
import dev.defendersdk.machineactions.actions.Isolation;
import dev.defendersdk.machineactions.actions.MachineActionsClient;
import dev.defendersdk.machineactions.response.WishOptions.Obstacle;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testkit.fleet.NewMachine;
import dev.defendersdk.testkit.fleet.Reach;
import dev.defendersdk.testkit.rules.Fault;
import dev.defendersdk.testkit.rules.Occurrence;
import dev.defendersdk.testsupport.InVirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The wish instead of the call: what stands in the way of an isolation, and what is done about it.
 */
class WishesTest {

  private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");
  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
  private static final Isolation ISOLATION = Isolation.full("C2 beacon, case 4711");

  private final VirtualTime time = VirtualTime.startingAt(START);
  @RegisterExtension final InVirtualTime inTime = new InVirtualTime(time);
  private final SimulatedTenant tenant =
      SimulatedTenant.builder()
          .time(time)
          .machine(NewMachine.named("till-07.contoso.example"))
          .machine(NewMachine.named("lost.contoso.example").reach(Reach.offlineForever()))
          .machine(
              NewMachine.named("travelling.contoso.example")
                  .reach(Reach.offlineUntil(START.plus(Duration.ofHours(20)))))
          .machine(NewMachine.named("printer.contoso.example").reach(Reach.unsupportedPlatform()))
          .build();
  private final DefenderClient defender =
      tenant.connect(DefenderClient.builder()).partner("Contoso", "NetShield", "4.2.0").build();
  private final ResponseClient response = new ResponseClient(defender);
  private final MachineActionsClient actions = new MachineActionsClient(defender);
  private final String till = tenant.machines().get("till-07.contoso.example").id();
  private final String lost = tenant.machines().get("lost.contoso.example").id();

  @AfterEach
  void close() {
    defender.close();
  }

  @Test
  void itIsIsolatedAndTheResultSaysWhatWasDone() {
    WishResult result = response.ensureIsolated(till, ISOLATION).await(HALF_AN_HOUR);

    assertThat(result.outcome()).isEqualTo(WishOutcome.DONE);
    assertThat(result.action().orElseThrow().requestorComment())
        .startsWith("C2 beacon, case 4711 [ref ");
    assertThat(result.steps()).hasSize(2).allMatch(step -> step.contains("action"));
    assertThat(tenant.machines().get(till).isIsolated()).isTrue();
    assertThat(tenant.actions().all()).hasSize(1);
  }

  @Test
  void nothingIsDoneWhereItIsSoAlready() {
    response.ensureIsolated(till, ISOLATION).await(HALF_AN_HOUR);
    WishResult again = response.ensureIsolated(till, ISOLATION).await(HALF_AN_HOUR);

    assertThat(again.outcome()).isEqualTo(WishOutcome.ALREADY);
    assertThat(tenant.actions().all()).hasSize(1);
    assertThat(response.ensureReleased(till, "clean").await(HALF_AN_HOUR).outcome())
        .isEqualTo(WishOutcome.DONE);
    assertThat(tenant.machines().get(till).isIsolated()).isFalse();
  }

  @Test
  void whatOthersHaveBegunIsAdopted() {
    actions.isolate(till, Isolation.full("an analyst's"));

    WishResult result = response.ensureIsolated(till, ISOLATION).await(HALF_AN_HOUR);

    assertThat(result.outcome()).isEqualTo(WishOutcome.ADOPTED);
    assertThat(tenant.journal().of("machines.isolate")).hasSize(1);
  }

  @Test
  void anotherFormIsWaitedForAdoptedOrCancelledAsTheCallerSays() {
    actions.isolate(till, Isolation.selective("an analyst's"));
    WishOptions adopting = WishOptions.defaults().otherForm(Obstacle.ADOPT);
    assertThat(ensureIsolated(till, adopting).outcome()).isEqualTo(WishOutcome.ADOPTED);
    assertThat(tenant.actions().all()).hasSize(1);

    assertThat(ensureIsolated(till, WishOptions.defaults()).outcome()).isEqualTo(WishOutcome.DONE);
    assertThat(tenant.actions().all())
        .extracting(action -> action.status())
        .containsExactly("Succeeded", "Succeeded");

    actions.isolate(till, Isolation.selective("an analyst's"));
    WishOptions cancelling = WishOptions.defaults().otherForm(Obstacle.CANCEL);
    assertThat(ensureIsolated(till, cancelling).outcome()).isEqualTo(WishOutcome.DONE);
    assertThat(tenant.actions().all())
        .extracting(action -> action.status())
        .startsWith("Succeeded", "Cancelled");
  }

  @Test
  void theOppositeIsCancelledOrWaitedFor() {
    actions.release(till, "an analyst's");
    assertThat(ensureIsolated(till, WishOptions.defaults()).outcome()).isEqualTo(WishOutcome.DONE);
    assertThat(tenant.journal().of("machineActions.cancel")).hasSize(1);

    actions.release(till, "an analyst's");
    WishOptions waiting = WishOptions.defaults().opposite(Obstacle.WAIT);
    assertThat(ensureIsolated(till, waiting).outcome()).isEqualTo(WishOutcome.DONE);
    assertThat(tenant.journal().of("machineActions.cancel")).hasSize(1);
    assertThat(tenant.machines().get(till).isIsolated()).isTrue();
  }

  @Test
  void whatIsInTheWayEndsTheWishIfTheCallerSaysSo() {
    actions.release(till, "an analyst's");
    WishOptions refusing = WishOptions.defaults().opposite(Obstacle.REFUSE);

    WishResult result = ensureIsolated(till, refusing);

    assertThat(result.outcome()).isEqualTo(WishOutcome.REFUSED);
    assertThat(result.summary()).contains("(Unisolate) is in the way");
    assertThat(tenant.journal().of("machines.isolate")).isEmpty();
  }

  @Test
  void everyKindOfActionCanBeWishedFor() {
    assertThat(response.ensureRestricted(till, "case 4711").await(HALF_AN_HOUR).isFulfilled())
        .isTrue();
    assertThat(response.ensureUnrestricted(till, "clean").await(HALF_AN_HOUR).outcome())
        .isEqualTo(WishOutcome.DONE);
    AntiVirusScan scan = AntiVirusScan.quick("case 4711");
    Duration hour = Duration.ofHours(1);
    assertThat(response.ensureScanned(till, scan, hour).await(HALF_AN_HOUR).outcome())
        .isEqualTo(WishOutcome.DONE);
    assertThat(response.ensureScanned(till, scan, hour).await(HALF_AN_HOUR).outcome())
        .isEqualTo(WishOutcome.ALREADY);
    for (MachineWish wish :
        List.of(
            MachineWish.scanned(AntiVirusScan.full("case 4711")),
            MachineWish.packageCollected("case 4711"),
            MachineWish.quarantined(FileQuarantine.ofSha1("0f".repeat(20), "case 4711")),
            MachineWish.offboarded("retired"))) {
      assertThat(response.ensure(till, wish).await(HALF_AN_HOUR).outcome())
          .as("%s", wish)
          .isEqualTo(WishOutcome.DONE);
    }
    assertThat(response.ensure(till, MachineWish.offboarded("retired")).await(HALF_AN_HOUR))
        .extracting(WishResult::outcome)
        .isEqualTo(WishOutcome.ALREADY);
  }

  @Test
  void aFileIsBlockedInTheTenantFirstAndThenOnTheMachines() {
    List<String> listed = new ArrayList<>();
    FileBlocks files =
        new FileBlocks(
            response,
            new TenantFileList() {
              @Override
              public void block(String sha1, String comment) {
                assertThat(tenant.actions().all()).isEmpty();
                listed.add("block " + sha1);
              }

              @Override
              public void allow(String sha1, String comment) {
                listed.add("allow " + sha1);
              }
            });
    String sha1 = "0f".repeat(20);
    BulkReport report =
        files
            .block(FileQuarantine.ofSha1(sha1, "case 4711"), List.of(till), BulkOptions.defaults())
            .await(HALF_AN_HOUR);
    files.allow(sha1, "a false alarm");

    assertThat(report.isFulfilled()).isTrue();
    assertThat(listed).containsExactly("block " + sha1, "allow " + sha1);
    assertThatThrownBy(() -> new FileBlocks(response).allow(sha1, "why"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aConflictThatHasPassedIsNoFailure() {
    tenant
        .faults()
        .on(
            "machines.isolate",
            Occurrence.first(2),
            Fault.status(400).code("ActiveRequestAlreadyExists"));

    assertThat(response.ensureIsolated(till, ISOLATION).await(HALF_AN_HOUR).outcome())
        .isEqualTo(WishOutcome.DONE);
    assertThat(tenant.actions().all()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.Kind.class,
      names = {
        "RESET_BEFORE",
        "RESET_WHILE_SENDING",
        "RESET_AFTER",
        "DROPPED",
        "STALLED_HEADERS",
        "STALLED_BODY",
        "TRUNCATED_BODY",
        "GARBAGE_BODY",
        "HTML_PAGE",
        "EMPTY_BODY"
      })
  void aLostAnswerIsSettledBeforeAnythingIsSentAgain(Fault.Kind kind) {
    tenant.faults().on("machines.isolate", Occurrence.first(1), Fault.of(kind));

    WishResult result = response.ensureIsolated(till, ISOLATION).await(HALF_AN_HOUR);

    assertThat(result.outcome()).isEqualTo(WishOutcome.DONE);
    assertThat(tenant.actions().all()).hasSize(1);
    int sends = Fault.of(kind).isActing() ? 1 : 2;
    assertThat(tenant.journal().of("machines.isolate")).hasSize(sends);
    assertThat(result.steps()).contains("the answer was lost");
  }

  @Test
  void anAnswerThatIsLostAgainAndAgainIsSaidToBeUnsettled() {
    tenant.faults().on("machines.isolate", Occurrence.always(), Fault.resetBefore());

    WishResult result = response.ensureIsolated(till, ISOLATION).await(HALF_AN_HOUR);

    assertThat(result.outcome()).isEqualTo(WishOutcome.UNSETTLED);
    assertThat(tenant.actions().all()).isEmpty();
  }

  @Test
  void queuedForAnOfflineMachineIsToldApartFromRunning() {
    WishHandle handle = response.ensureIsolated(lost, ISOLATION);

    assertThatThrownBy(() -> handle.await(Duration.ofMinutes(2)))
        .isInstanceOf(DeadlineException.class)
        .hasMessageContaining("PENDING");
    assertThatThrownBy(() -> handle.await(HALF_AN_HOUR))
        .isInstanceOf(DeadlineException.class)
        .hasMessageContaining("QUEUED");
    WishResult result = handle.await(Duration.ofDays(4));
    assertThat(result.outcome()).isEqualTo(WishOutcome.TIMED_OUT);
    assertThat(Duration.between(START, time.now()))
        .isBetween(Duration.ofDays(3), Duration.ofDays(3).plusMinutes(6));
  }

  @Test
  void aMachineThatComesBackIsIsolatedThen() {
    String travelling = tenant.machines().get("travelling.contoso.example").id();

    WishResult result = response.ensureIsolated(travelling, ISOLATION).await(Duration.ofDays(1));

    assertThat(result.outcome()).isEqualTo(WishOutcome.DONE);
    // Every five minutes is enough for what has taken hours already.
    assertThat(tenant.journal().of("machineActions.list").size()).isLessThan(20 * 12 + 150);
  }

  @Test
  void whatDoesNotBeginIsGivenUpIfTheCallerSaysSo() {
    WishOptions impatient = WishOptions.defaults().giveUpAfter(Duration.ofHours(2));

    WishResult result =
        response
            .ensure(lost, MachineWish.isolated(ISOLATION), impatient)
            .await(Duration.ofHours(3));

    assertThat(result.outcome()).isEqualTo(WishOutcome.GAVE_UP);
    assertThat(tenant.actions().all()).singleElement().matches(a -> a.status().equals("Cancelled"));
  }

  @Test
  void aRefusalSaysWhy() {
    String printer = tenant.machines().get("printer.contoso.example").id();

    WishResult result = response.ensureIsolated(printer, ISOLATION).await(HALF_AN_HOUR);

    assertThat(result.outcome()).isEqualTo(WishOutcome.REFUSED);
    assertThat(result.error().orElseThrow().code()).contains("OsPlatformNotSupported");
    assertThat(result.summary()).contains("REFUSED", "OsPlatformNotSupported");
  }

  @Test
  void aMissingPermissionIsNamed() {
    for (String missing : List.of("Machine.Isolate", "Machine.Read.All")) {
      String has = missing.equals("Machine.Isolate") ? "Machine.Read.All" : "Machine.Isolate";
      SimulatedTenant other =
          SimulatedTenant.builder()
              .time(time)
              .roles(has)
              .machine(NewMachine.named("till-07.contoso.example"))
              .build();
      try (DefenderClient client =
          other.connect(DefenderClient.builder()).partner("Contoso", "NetShield", "1").build()) {
        WishResult result =
            new ResponseClient(client)
                .ensureIsolated(other.machines().ids().get(0), ISOLATION)
                .await(HALF_AN_HOUR);
        assertThat(result.outcome()).isEqualTo(WishOutcome.REFUSED);
        assertThat(result.summary()).contains("Needs one of", missing, "holds " + has, "consent");
      }
    }
  }

  @Test
  void anActionThatCannotBeFollowedAnyMoreMayStillEndWell() {
    tenant.faults().on("machineActions.list", Occurrence.from(2), Fault.status(403));

    WishResult result = response.ensureIsolated(till, ISOLATION).await(HALF_AN_HOUR);

    assertThat(result.outcome()).isEqualTo(WishOutcome.STOPPED);
    assertThat(result.error().orElseThrow().kind()).isEqualTo(ErrorKind.FORBIDDEN);
    assertThat(result.actionId()).isPresent();
  }

  @Test
  void anActionThatFailsIsReported() {
    tenant.actions().failNext(1);

    assertThat(response.ensureIsolated(till, ISOLATION).await(HALF_AN_HOUR).outcome())
        .isEqualTo(WishOutcome.FAILED);
  }

  @Test
  void theLastWishOfTheProcessWins() {
    WishHandle isolation = response.ensureIsolated(till, ISOLATION);
    WishHandle release = response.ensureReleased(till, "false alarm");

    assertThat(isolation.await(HALF_AN_HOUR).outcome()).isEqualTo(WishOutcome.SUPERSEDED);
    assertThat(release.await(HALF_AN_HOUR).outcome()).isEqualTo(WishOutcome.DONE);
    assertThat(tenant.machines().get(till).isIsolated()).isFalse();
  }

  @Test
  void theSameWishAgainSupersedesNothingAndIsMetByTheFirst() {
    WishHandle first = response.ensureIsolated(till, ISOLATION);
    WishHandle second = response.ensureIsolated(till, ISOLATION);
    WishHandle third = response.ensureIsolated(till, ISOLATION);
    second.withdraw();

    assertThat(first.await(HALF_AN_HOUR).outcome()).isEqualTo(WishOutcome.DONE);
    assertThat(second.await(HALF_AN_HOUR).outcome()).isEqualTo(WishOutcome.WITHDRAWN);
    assertThat(third.await(HALF_AN_HOUR).outcome()).isEqualTo(WishOutcome.ALREADY);
    assertThat(tenant.actions().all()).hasSize(1);

    WishHandle fourth = response.ensureIsolated(till, ISOLATION);
    WishHandle release = response.ensureReleased(till, "false alarm");
    fourth.withdraw();
    assertThat(release.await(HALF_AN_HOUR).outcome()).isEqualTo(WishOutcome.DONE);
    assertThat(tenant.machines().get(till).isIsolated()).isFalse();
  }

  @Test
  void deedsAreDoneOneAfterTheOther() {
    List<WishHandle> wishes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      FileQuarantine file = FileQuarantine.ofSha1(("0" + i).repeat(20), "case 4711");
      wishes.add(response.ensure(till, MachineWish.quarantined(file)));
    }
    for (WishHandle wish : wishes) {
      assertThat(wish.await(HALF_AN_HOUR).outcome()).isEqualTo(WishOutcome.DONE);
    }
    assertThat(tenant.actions().all()).hasSize(3);
  }

  @Test
  void aCancelThatIsLostIsTriedAgain() {
    tenant.faults().on("machineActions.cancel", Occurrence.first(2), Fault.resetBefore());
    WishOptions impatient = WishOptions.defaults().giveUpAfter(Duration.ofHours(2));

    WishResult result =
        response
            .ensure(lost, MachineWish.isolated(ISOLATION), impatient)
            .await(Duration.ofHours(3));

    assertThat(result.outcome()).isEqualTo(WishOutcome.GAVE_UP);
    assertThat(tenant.journal().of("machineActions.cancel")).hasSize(3);
  }

  @Test
  void theLastWishWinsAmongProcessesWhereTheyShareAStore() {
    LastWishes store = new SharedMap();
    WishOptions shared = WishOptions.defaults().opposite(Obstacle.WAIT).lastWishes(store);
    ResponseClient other = new ResponseClient(defender);
    actions.release(till, "holds both up for a while");

    WishHandle isolation = response.ensure(till, MachineWish.isolated(ISOLATION), shared);
    WishHandle release = other.ensure(till, MachineWish.released("false alarm"), shared);

    assertThat(isolation.await(HALF_AN_HOUR).outcome()).isEqualTo(WishOutcome.SUPERSEDED);
    assertThat(release.await(HALF_AN_HOUR).isFulfilled()).isTrue();
    assertThat(tenant.journal().of("machines.isolate")).isEmpty();
  }

  @Test
  void aWishOutlivesItsProcess() {
    List<WishNote> notes = new ArrayList<>();
    WishOptions noting = WishOptions.defaults().journal(notes::add);
    WishHandle handle = response.ensure(lost, MachineWish.isolated(ISOLATION), noting);
    assertThatThrownBy(() -> handle.await(HALF_AN_HOUR)).isInstanceOf(DeadlineException.class);
    defender.close();
    assertThat(handle.await(HALF_AN_HOUR).outcome()).isEqualTo(WishOutcome.STOPPED);
    assertThat(notes).hasSize(2);
    tenant.machines().reach(lost, Reach.online());

    for (WishNote note : notes) { // before the answer, and after it
      try (DefenderClient next =
          tenant
              .connect(DefenderClient.builder())
              .partner("Contoso", "NetShield", "4.2.0")
              .build()) {
        WishResult result =
            new ResponseClient(next)
                .ensure(lost, MachineWish.isolated(ISOLATION), WishOptions.defaults().takeUp(note))
                .await(HALF_AN_HOUR);
        assertThat(result.outcome()).isEqualTo(WishOutcome.DONE);
      }
    }
    assertThat(tenant.actions().all()).hasSize(1);
  }

  @Test
  void aNoteThatCannotBeKeptKeepsTheActionFromBeingAskedFor() {
    WishOptions noting =
        WishOptions.defaults()
            .journal(
                note -> {
                  throw new IllegalStateException("the disk is full");
                });

    WishResult result =
        response.ensure(till, MachineWish.isolated(ISOLATION), noting).await(HALF_AN_HOUR);

    assertThat(result.outcome()).isEqualTo(WishOutcome.STOPPED);
    assertThat(result.summary()).contains("the disk is full");
    assertThat(tenant.actions().all()).isEmpty();
  }

  @Test
  void aWithdrawnWishBeginsNothingMore() {
    WishHandle handle = response.ensureIsolated(lost, ISOLATION);
    assertThatThrownBy(() -> handle.await(HALF_AN_HOUR)).isInstanceOf(DeadlineException.class);
    handle.withdraw();

    assertThat(handle.await(HALF_AN_HOUR).outcome()).isEqualTo(WishOutcome.WITHDRAWN);
    assertThat(response.watcher().following()).isZero();
    assertThat(tenant.actions().all()).singleElement().matches(a -> a.status().equals("Pending"));
  }

  @Test
  void theMarkerGoesAsExternalIdToo() {
    ensureIsolated(till, WishOptions.defaults().externalId());

    String externalId = actions.list().first().orElseThrow().externalId();
    assertThat(actions.list().first().orElseThrow().requestorComment()).contains(externalId);
  }

  private WishResult ensureIsolated(String machineId, WishOptions options) {
    return response.ensure(machineId, MachineWish.isolated(ISOLATION), options).await(HALF_AN_HOUR);
  }

  private static final class SharedMap implements LastWishes {

    private final Map<String, String> wishes = new ConcurrentHashMap<>();

    @Override
    public void put(String machineId, String topic, String wishId) {
      wishes.put(machineId + "/" + topic, wishId);
    }

    @Override
    public Optional<String> last(String machineId, String topic) {
      return Optional.ofNullable(wishes.get(machineId + "/" + topic));
    }
  }
}
