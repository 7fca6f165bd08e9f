package dev.defendersdk.indicators.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.error.InterruptedCallException;
import dev.defendersdk.indicators.NewIndicator;
import dev.defendersdk.testkit.IndicatorView;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testkit.journal.JournalEntry;
import dev.defendersdk.testkit.rules.Fault;
import dev.defendersdk.testkit.rules.Occurrence;
import dev.defendersdk.testkit.rules.Quirks;
import dev.defendersdk.testsupport.InVirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What protects before a sync and fails to be replaced protects after it. */
@Timeout(120)
class SyncProtectionTest {

  private static final String SHA1 = "cd".repeat(20);
  private static final String SHA256 = "ab".repeat(32);

  private final VirtualTime time = VirtualTime.startingAt(Scene.NOW);
  private final Scene scene =
      new Scene(
          time,
          tenant ->
              tenant.quirks(Quirks.harsh().withIndicators(q -> q.withActionChangeRefused(true))),
          sync -> sync);
  private final IndicatorSync replacing =
      scene.sync(sync -> sync.actionChanges(ActionChanges.REPLACE));

  @RegisterExtension final InVirtualTime inVirtualTime = new InVirtualTime(time);

  @AfterEach
  void close() {
    scene.close();
  }

  private static NewIndicator allowed(int i) {
    return NewIndicator.ipAddress(Scene.value(i)).allow("Ours", "Case 1.");
  }

  private static List<NewIndicator> allowed(int from, int to) {
    List<NewIndicator> allowed = new ArrayList<>();
    for (int i = from; i < to; i++) {
      allowed.add(allowed(i));
    }
    return allowed;
  }

  private static NewIndicator shorter() {
    return NewIndicator.fileSha1(SHA1).block("Dropper", "Case 1.");
  }

  private static DesiredList.Builder file() {
    return DesiredList.builder()
        .file(NewIndicator.fileSha256(SHA256).block("Dropper", "Case 1."), shorter());
  }

  private SyncReport apply(IndicatorSync sync, List<NewIndicator> desired) {
    return sync.apply(sync.plan(desired));
  }

  private List<String> heldActions(int i) {
    return scene.held().stream()
        .filter(entry -> entry.indicatorValue().equals(Scene.value(i)))
        .map(IndicatorView::action)
        .toList();
  }

  /** Though there is a batch delete before the import, in which it would have had room. */
  @Test
  void aShorterHashGoesAfterTheLongerOneIsTaken() {
    apply(scene.sync, List.of(shorter(), Scene.address(0)));
    scene.tenant.indicators().fail(SHA256, "The file is well known");
    SyncReport report = replacing.apply(replacing.plan(file().add(allowed(0)).build()));
    assertThat(report).hasToString("SyncReport{DONE=1, FAILED=1, NOT_SENT=1}");
    assertThat(scene.held())
        .extracting(IndicatorView::indicatorValue)
        .containsExactlyInAnyOrder(SHA1, Scene.value(0));
  }

  @Test
  void aShorterHashThatHasToMakeRoomIsPutBackWhereTheLongerOneFails() {
    scene.tenant.indicators().capacity(3);
    IndicatorSync small = scene.sync(sync -> sync.capacity(3));
    apply(small, List.of(shorter(), Scene.address(0), Scene.address(1)));
    DesiredList desired = file().add(Scene.address(0)).add(Scene.address(1)).build();
    scene.tenant.indicators().fail(SHA256, "The file is well known");
    SyncReport report = small.apply(small.plan(desired));
    assertThat(report).hasToString("SyncReport{KEPT=2, FAILED=1, NOT_SENT=1}");
    assertThat(report.items())
        .extracting(SyncReport.Item::reason)
        .contains(
            "The file is well known; its former entry was deleted, and put back",
            "what was to take its place is not there; it was put back");
    assertThat(scene.held()).extracting(IndicatorView::indicatorValue).contains(SHA1);
    scene.tenant.indicators().fail(SHA256, null);
    assertThat(small.apply(small.plan(desired)).isComplete()).isTrue();
    assertThat(scene.held()).hasSize(3).extracting(IndicatorView::indicatorValue).contains(SHA256);
  }

  /**
   * Its successor is refused, and two calls that put it back are not answered, retries included.
   */
  @Test
  void itIsPutBackUntilItIsThere() {
    apply(scene.sync, Scene.addresses(0, 2));
    scene.tenant.indicators().fail(Scene.value(1), "Allowed", "The address is well known");
    for (int i = 2; i < 12; i++) {
      scene.tenant.faults().on("indicators.import", Occurrence.nth(i), Fault.status(503));
    }
    SyncReport report = apply(replacing, allowed(0, 2));
    assertThat(report).hasToString("SyncReport{DONE=1, FAILED=1}");
    assertThat(report.items(SyncOutcome.FAILED).get(0).reason())
        .isEqualTo("The address is well known; its former entry was deleted, and put back");
    assertThat(heldActions(1)).containsExactly("Block");
  }

  /** Nothing was deleted, so nothing is said of a deletion. */
  @Test
  void aDeletionThatIsRefusedIsNoDeletion() {
    apply(scene.sync, Scene.addresses(0, 2));
    scene
        .tenant
        .faults()
        .on("indicators.batchDelete", Occurrence.always(), Fault.status(400))
        .on("indicators.delete", Occurrence.always(), Fault.status(400));
    SyncReport report = apply(replacing, allowed(0, 2));
    assertThat(report).hasToString("SyncReport{FAILED=2}");
    assertThat(report.items())
        .extracting(SyncReport.Item::reason)
        .allMatch(reason -> reason.endsWith("cannot be deleted"));
    assertThat(heldActions(1)).containsExactly("Block");
  }

  /**
   * For the last one of each slice the service refuses the body whole; only these are not taken.
   */
  @Test
  void eachSliceIsHalvedByItself() {
    for (int slice = 0; slice < 8; slice++) {
      // 500, 250, 125, 63, 32, 16, 8, 4, 2 and 1; between them the good halves.
      for (int refused = 0; refused < 10; refused++) {
        scene
            .tenant
            .faults()
            .on(
                "indicators.import",
                Occurrence.nth(1 + 19 * slice + 2 * refused),
                Fault.status(400).code("InvalidRequestBody"));
      }
    }
    SyncReport report = apply(scene.sync, Scene.addresses(0, 4_000));
    assertThat(report).hasToString("SyncReport{DONE=3992, FAILED=8}");
    assertThat(report.items(SyncOutcome.FAILED))
        .extracting(item -> item.line().desired().orElseThrow().indicatorValue())
        .contains(Scene.value(499), Scene.value(3_999));
  }

  /** Interrupted while the batch delete is under way, and closed at once. */
  @Test
  void whoIsInterruptedAndClosesTheClientLosesNothing() {
    apply(scene.sync, Scene.addresses(0, 10));
    SyncPlan plan = replacing.plan(allowed(0, 10));
    scene
        .tenant
        .faults()
        .on("indicators.batchDelete", Occurrence.nth(1), Fault.delay(Duration.ofSeconds(20)));
    Thread here = Thread.currentThread();
    var unused = scene.defender.background().after(Duration.ofSeconds(10), here::interrupt);
    assertThatThrownBy(() -> replacing.apply(plan))
        .isInstanceOf(InterruptedCallException.class)
        .hasMessageContaining("10 of 10 lines have ended");
    scene.close();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(scene.held()).hasSize(10).allMatch(entry -> entry.action().equals("Allowed"));
  }

  /** 3,000 that are new do not use up the quota of the imports that follow deletions. */
  @Test
  void whatIsReplacedComesBackRightAfterItsDeletion() throws InterruptedException {
    apply(scene.sync, Scene.addresses(0, 12_000));
    time.advance(Duration.ofHours(1));
    List<NewIndicator> desired = new ArrayList<>(Scene.addresses(20_000, 23_000));
    desired.addAll(allowed(0, 12_000));
    int before = scene.tenant.journal().entries().size();
    assertThat(apply(replacing, desired)).hasToString("SyncReport{DONE=15000}");
    Instant deleted = null;
    for (JournalEntry call : scene.tenant.journal().entries().stream().skip(before).toList()) {
      if (deleted != null) {
        assertThat(Duration.between(deleted, call.arrived())).isLessThan(Duration.ofSeconds(5));
      }
      deleted = "indicators.batchDelete".equals(call.operationId()) ? call.arrived() : null;
    }
    assertThat(scene.calls("batchDelete")).isEqualTo(24);
  }
}
