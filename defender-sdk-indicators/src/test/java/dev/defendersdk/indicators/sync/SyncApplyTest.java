package dev.defendersdk.indicators.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.error.DeadlineException;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.error.InterruptedCallException;
import dev.defendersdk.indicators.NewIndicator;
import dev.defendersdk.testkit.IndicatorView;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testkit.indicators.NewTenantIndicator;
import dev.defendersdk.testkit.rules.Fault;
import dev.defendersdk.testkit.rules.Occurrence;
import dev.defendersdk.testkit.rules.Quirks;
import dev.defendersdk.testsupport.InVirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A plan is applied: progress, stopping, what has changed since, and what goes wrong. */
@Timeout(300)
class SyncApplyTest {

  private final VirtualTime time = VirtualTime.startingAt(Scene.NOW);
  private final Scene scene = new Scene(time, tenant -> tenant, sync -> sync);

  @RegisterExtension final InVirtualTime inVirtualTime = new InVirtualTime(time);

  @AfterEach
  void close() {
    scene.close();
  }

  private SyncReport apply(List<NewIndicator> desired) {
    return scene.sync.apply(scene.sync.plan(desired));
  }

  @Test
  void aPlanIsPrintedForAPerson() {
    scene.byPerson(7);
    apply(Scene.addresses(0, 3));
    SyncPlan plan = scene.sync.plan(List.of(Scene.address(1), Scene.address(4), Scene.address(7)));
    StringBuilder printed = new StringBuilder();
    plan.print(printed);
    assertThat(printed.toString().lines().skip(1))
        .containsExactly(
            "  CREATE                1",
            "  CHANGE                0",
            "  KEEP                  1",
            "  DELETE                2",
            "  CONFLICT              1",
            "  BEYOND_CAPACITY       0",
            "  by 1 imports and 1 batch deletes, for which quota asks 0 min; the tenant holds 4 of"
                + " 15,000",
            "CREATE           IpAddress 203.0.0.4, Block: the tenant does not hold it",
            "CONFLICT         IpAddress 203.0.0.7, Block: Analyst has IpAddress with Allowed here",
            "DELETE           IpAddress 203.0.0.0, Block: not in the list any more",
            "DELETE           IpAddress 203.0.0.2, Block: not in the list any more");
    StringBuilder report = new StringBuilder();
    scene.sync.apply(plan).print(report);
    assertThat(report.toString().lines())
        .containsExactly(
            "DONE            3",
            "KEPT            1",
            "LEFT_OUT        1",
            "CONFLICT IpAddress 203.0.0.7, Block: LEFT_OUT, Analyst has IpAddress with Allowed here");
  }

  @Test
  void itTellsHowFarItIs() {
    List<SyncProgress> told = new ArrayList<>();
    IndicatorSync telling = scene.sync(sync -> sync.onProgress(told::add));
    SyncHandle handle = telling.begin(telling.plan(Scene.addresses(0, 1_200)));
    assertThat(handle.progress().lines()).isEqualTo(1_200);
    assertThat(handle.await(Duration.ofMinutes(5)).isComplete()).isTrue();
    assertThat(told).extracting(SyncProgress::ended).startsWith(500, 1_000, 1_200);
    assertThat(handle).hasToString("SyncHandle[1200 of 1200 lines have ended]");
  }

  /** Stopped after the first slice; to plan and apply again goes on. */
  @Test
  void itStopsGracefullyAndGoesOnAnotherTime() {
    List<NewIndicator> desired = Scene.addresses(0, 1_200);
    SyncHandle[] handle = new SyncHandle[1];
    IndicatorSync stopping = scene.sync(sync -> sync.onProgress(progress -> handle[0].stop()));
    handle[0] = stopping.begin(stopping.plan(desired));
    SyncReport report = handle[0].await(Duration.ofMinutes(5));
    assertThat(report).hasToString("SyncReport{DONE=500, NOT_SENT=700}");
    assertThat(scene.held()).hasSize(500);
    assertThat(apply(desired)).hasToString("SyncReport{DONE=700, KEPT=500}");
  }

  @Test
  void whoWaitsIsInterruptedAndItStops() {
    SyncPlan plan = scene.sync.plan(Scene.addresses(0, 1_200));
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> scene.sync.apply(plan)).isInstanceOf(InterruptedCallException.class);
    assertThat(Thread.interrupted()).isTrue();
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> scene.sync.plan(Scene.addresses(0, 2)))
        .isInstanceOf(DefenderException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void whoWaitsForALongTimeIsToldAndItGoesOn() {
    scene
        .tenant
        .faults()
        .on("indicators.import", Occurrence.nth(1), Fault.delay(Duration.ofSeconds(20)));
    SyncHandle handle = scene.sync.begin(scene.sync.plan(Scene.addresses(0, 2)));
    assertThatThrownBy(() -> handle.await(Duration.ofSeconds(5)))
        .isInstanceOf(DeadlineException.class)
        .hasMessageContaining("0 of 2 lines have ended");
    assertThat(handle.await(Duration.ofMinutes(1)).isComplete()).isTrue();
  }

  @Test
  void whatHasChangedSinceThePlanIsLeftAndTold() {
    apply(Scene.addresses(0, 5));
    NewIndicator retitled = Scene.address(2).description("Case 2.");
    SyncPlan plan =
        scene.sync.plan(
            List.of(
                Scene.address(1),
                retitled,
                Scene.address(3),
                Scene.address(10),
                Scene.address(11)));
    // Since then: one that was to be kept and one that was to be deleted are gone, and a person has
    // taken the place of one that was to be created.
    scene.tenant.indicators().remove("2");
    scene.tenant.indicators().remove("1");
    IndicatorView ofPerson = scene.byPerson(10);
    SyncReport report = scene.sync.apply(plan);
    assertThat(report).hasToString("SyncReport{DONE=4, KEPT=1, STALE=2}");
    assertThat(report.isStale()).isTrue();
    assertThat(report.items(SyncOutcome.STALE))
        .extracting(SyncReport.Item::reason)
        .containsExactly(
            "since the plan: the tenant does not hold it",
            "since the plan: Analyst has IpAddress with Allowed here");
    assertThat(scene.held()).contains(ofPerson);
    assertThat(apply(List.of(Scene.address(1), retitled)).isComplete()).isTrue();
  }

  /** What came since the plan is not in it, and is not deleted by it. */
  @Test
  void aPlanDeletesOnlyWhatItNames() {
    apply(Scene.addresses(0, 3));
    SyncPlan plan = scene.sync.plan(List.of());
    IndicatorView late = scene.tenant.indicators().put(scene.byApplication(9, "netshield"));
    assertThat(scene.sync.apply(plan).isComplete()).isTrue();
    assertThat(scene.held()).containsExactly(late);
  }

  /** Nor a double of what it changes. */
  @Test
  void aDoubleThatCameSinceThePlanStays() {
    apply(Scene.addresses(0, 1));
    SyncPlan plan = scene.sync.plan(List.of(Scene.address(0).description("Case 2.")));
    IndicatorView late =
        scene.tenant.indicators().put(scene.byApplication(0, "netshield").title("late"));
    assertThat(scene.sync.apply(plan).isComplete()).isTrue();
    assertThat(scene.held()).hasSize(2).contains(late);
  }

  /** One id that is not there makes the service refuse the call; the others go all the same. */
  @Test
  void whatIsGoneMeanwhileDoesNotKeepTheOthers() {
    apply(Scene.addresses(0, 30));
    SyncPlan plan = scene.sync.plan(List.of());
    scene
        .tenant
        .faults()
        .on("indicators.batchDelete", Occurrence.first(2), Fault.status(404).code("NotFound"));
    SyncReport report = scene.sync.apply(plan);
    assertThat(report).hasToString("SyncReport{DONE=30}");
    assertThat(scene.held()).isEmpty();
    assertThat(scene.calls("batchDelete")).as("30 and 15 refused; 8, 8 and 14").isEqualTo(5);
    assertThat(scene.calls("delete")).isZero();
  }

  @Test
  void oneThatMayNotBeDeletedIsToldAndTheOthersGo() {
    apply(List.of(Scene.address(0), Scene.address(1).rbacGroupNames("Labs"), Scene.address(2)));
    SyncPlan plan = scene.sync.plan(List.of());
    scene
        .tenant
        .faults()
        .on("indicators.batchDelete", Occurrence.always(), Fault.status(403))
        .on("indicators.delete", Occurrence.nth(2), Fault.status(403));
    SyncReport report = scene.sync.apply(plan);
    assertThat(report).hasToString("SyncReport{DONE=2, FAILED=1}");
    assertThat(report.firstError().orElseThrow().kind()).isEqualTo(ErrorKind.FORBIDDEN);
    assertThat(scene.held())
        .extracting(IndicatorView::id)
        .containsExactly(report.items(SyncOutcome.FAILED).get(0).line().entries().get(0).id());
  }

  @Test
  void theGoodItemsOfAnImportStand() {
    scene.tenant.indicators().fail(Scene.value(1), "The address is well known");
    SyncReport report = apply(Scene.addresses(0, 3));
    assertThat(report).hasToString("SyncReport{DONE=2, FAILED=1}");
    assertThat(report.items(SyncOutcome.FAILED).get(0).reason())
        .isEqualTo("The address is well known");
    assertThat(report.isComplete()).isFalse();
  }

  /** A body that is refused whole is halved, until what it is refused for is alone. */
  @Test
  void theGoodItemsOfABodyThatIsRefusedStand() {
    scene
        .tenant
        .faults()
        .on("indicators.import", Occurrence.first(3), Fault.status(400).code("InvalidRequestBody"));
    SyncReport report = apply(Scene.addresses(0, 4));
    assertThat(report).as("4, then 2, then 1 refused").hasToString("SyncReport{DONE=3, FAILED=1}");
    assertThat(scene.held()).hasSize(3);
  }

  @Test
  void aLostAnswerIsLookedUpInTheList() {
    scene.tenant.faults().on("indicators.import", Occurrence.first(8), Fault.resetAfter());
    assertThat(apply(Scene.addresses(0, 700))).hasToString("SyncReport{DONE=700}");
    assertThat(scene.held()).hasSize(700);
  }

  @Test
  void whatCannotBeFoundOutIsUnknown() {
    SyncPlan plan = scene.sync.plan(Scene.addresses(0, 2));
    scene.tenant.faults().on("indicators.import", Occurrence.always(), Fault.resetAfter());
    scene.tenant.faults().on("indicators.list", Occurrence.from(2), Fault.status(400));
    SyncReport report = scene.sync.apply(plan);
    assertThat(report).hasToString("SyncReport{UNKNOWN=2}");
    assertThat(report.firstError()).isPresent();
  }

  @Test
  void anErrorThatEachCallWouldMeetEndsIt() {
    SyncPlan plan = scene.sync.plan(Scene.addresses(0, 1_200));
    scene.tenant.faults().on("indicators.import", Occurrence.from(2), Fault.status(403));
    SyncReport report = scene.sync.apply(plan);
    assertThat(report).hasToString("SyncReport{DONE=500, NOT_SENT=700}");
    assertThat(report.firstError().orElseThrow().kind()).isEqualTo(ErrorKind.FORBIDDEN);
    assertThat(scene.calls("import")).isEqualTo(2);
  }

  @Test
  void aServiceThatNeverTakesItIsLeft() {
    SyncPlan plan = scene.sync.plan(Scene.addresses(0, 2));
    scene.tenant.faults().on("indicators.import", Occurrence.always(), Fault.status(503));
    SyncReport report = scene.sync.apply(plan);
    assertThat(report).hasToString("SyncReport{UNKNOWN=2}");
    assertThat(report.firstError().orElseThrow().kind()).isEqualTo(ErrorKind.SERVER);
    assertThat(scene.held()).isEmpty();
  }

  @Test
  void aPlanIsOfItsSync() {
    SyncPlan plan = scene.sync.plan(Scene.addresses(0, 2));
    IndicatorSync other = scene.sync(sync -> sync.mark(OwnerMark.inDescription("ns")));
    assertThatThrownBy(() -> other.begin(plan))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("another sync");
    assertThatThrownBy(() -> scene.sync.begin(null)).isInstanceOf(IllegalArgumentException.class);
  }

  /**
   * The list is paged by skip: one that goes while it is read moves the others, and without a
   * second look the entry at the seam would be missed, and its place taken for free.
   */
  @Test
  void aListThatMovesWhileItIsReadIsReadAgain() {
    for (int i = 0; i < 10_001; i++) {
      NewTenantIndicator entry = NewTenantIndicator.of("IpAddress", Scene.value(i), "Block");
      scene
          .tenant
          .indicators()
          .put(i == 5 ? entry.expirationTime(Scene.NOW.plusSeconds(10)) : entry);
    }
    scene
        .tenant
        .faults()
        .on(
            "indicators.list",
            Occurrence.nth(2),
            Fault.resetBefore().heldBack(Duration.ofSeconds(20)));
    SyncPlan plan = scene.sync.plan(Scene.addresses(9_999, 10_001));
    assertThat(plan).hasToString("SyncPlan{CONFLICT=2}");
    assertThat(plan.held()).isEqualTo(10_000);
    assertThat(plan.listCalls()).isEqualTo(4);
  }

  /** What is no failure of a call is not told as one, and nobody waits for ever. */
  @Test
  void aDefectOfTheListenerEndsIt() {
    IndicatorSync telling =
        scene.sync(
            sync ->
                sync.onProgress(
                    progress -> {
                      throw new AssertionError("of the listener");
                    }));
    SyncHandle handle = telling.begin(telling.plan(Scene.addresses(0, 2)));
    assertThatThrownBy(() -> handle.await(Duration.ofMinutes(5)))
        .hasRootCauseInstanceOf(AssertionError.class)
        .hasRootCauseMessage("of the listener");
  }

  @Test
  void aClientThatIsClosedIsTold() {
    SyncPlan plan = scene.sync.plan(Scene.addresses(0, 2));
    scene.close();
    SyncReport report = scene.sync.begin(plan).end().join();
    assertThat(report).hasToString("SyncReport{NOT_SENT=2}");
    assertThat(report.firstError().orElseThrow().kind()).isEqualTo(ErrorKind.CLOSED);
  }

  /** Five minutes before half of the duration has passed, and applied ten minutes later. */
  @Test
  void whatWasToBeKeptIsSoWhenThePlanIsAppliedLater() throws InterruptedException {
    List<NewIndicator> desired =
        Scene.addresses(0, 10).stream().map(one -> one.expiresAfter(Duration.ofDays(2))).toList();
    apply(desired);
    time.advance(Duration.ofDays(1).minusMinutes(5));
    List<NewIndicator> more = new ArrayList<>(desired);
    more.add(Scene.address(20));
    SyncPlan plan = scene.sync.plan(more);
    time.advance(Duration.ofMinutes(10));
    assertThat(scene.sync.apply(plan)).hasToString("SyncReport{DONE=1, KEPT=10}");
  }

  /** It is found by halves, while progress is told and a stop would be heeded. */
  @Test
  void oneOfThousandsThatMayNotBeDeletedCostsFewCalls() {
    Quirks allOrNone = Quirks.harsh().withIndicators(q -> q.withRefusedBatchDeletesOthers(false));
    List<SyncProgress> told = new ArrayList<>();
    try (Scene strict = new Scene(time, tenant -> tenant.quirks(allOrNone), sync -> sync)) {
      strict.sync.apply(strict.sync.plan(Scene.addresses(0, 2_000)));
      IndicatorView kept = strict.held().get(700);
      strict.tenant.indicators().refuseDeletion(kept.id());
      IndicatorSync telling = strict.sync(sync -> sync.onProgress(told::add));
      SyncReport report = telling.apply(telling.plan(List.of()));
      assertThat(report).hasToString("SyncReport{DONE=1999, FAILED=1}");
      assertThat(strict.held()).containsExactly(kept);
      int deletes = strict.calls("batchDelete") + strict.calls("delete");
      assertThat(deletes).as("calls that delete").isLessThan(40);
      assertThat(told).hasSizeGreaterThanOrEqualTo(deletes);
    }
  }
}
