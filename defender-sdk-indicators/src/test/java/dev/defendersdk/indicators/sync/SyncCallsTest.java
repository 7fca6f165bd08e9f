package dev.defendersdk.indicators.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.indicators.NewIndicator;
import dev.defendersdk.testkit.IndicatorView;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testsupport.InVirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The fewest calls, within the quota. */
@Timeout(300)
class SyncCallsTest {

  private final VirtualTime time = VirtualTime.startingAt(Scene.NOW);
  private final Scene scene = new Scene(time, tenant -> tenant, sync -> sync);

  @RegisterExtension final InVirtualTime inVirtualTime = new InVirtualTime(time);

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void aWholeTenantIsThirtyImportsAndTheListCalls() {
    List<NewIndicator> desired = Scene.addresses(0, 15_000);
    SyncPlan plan = scene.sync.plan(desired);
    assertThat(plan.counts()).containsOnlyKeys(SyncAction.CREATE);
    assertThat(plan.importCalls()).isEqualTo(30);
    assertThat(plan.batchDeleteCalls()).isZero();
    assertThat(plan.quotaTime()).isEqualTo(Duration.ofMinutes(1));
    assertThat(scene.writes()).as("nothing is sent before it is applied").isZero();

    SyncReport report = scene.sync.apply(plan);
    assertThat(report).hasToString("SyncReport{DONE=15000}");
    assertThat(scene.held()).hasSize(15_000);
    assertThat(scene.calls("import")).isEqualTo(30);
    assertThat(scene.writes()).isEqualTo(30);
    assertThat(scene.calls("list")).isEqualTo(2);
    assertThat(report.calls()).isEqualTo(31);
    assertThat(scene.tenant.journal().count(429)).isZero();
    assertThat(Duration.between(Scene.NOW, time.now())).isLessThan(Duration.ofSeconds(70));

    // The same again: the list is read, and nothing is written.
    SyncPlan again = scene.sync.plan(desired);
    assertThat(again).hasToString("SyncPlan{KEEP=15000}");
    assertThat(again.isEmpty()).isTrue();
    assertThat(again.listCalls()).isEqualTo(2);
    assertThat(scene.sync.apply(again).isComplete()).isTrue();
    assertThat(scene.writes()).isEqualTo(30);
    assertThat(scene.calls("list")).isEqualTo(4);
  }

  /** Of 5,000, 20 go, 20 come and 10 change: an import and a batch delete. */
  @Test
  void onePercentIsOneImportAndOneBatchDelete() {
    scene.sync.apply(scene.sync.plan(Scene.addresses(0, 5_000)));
    int before = scene.writes();
    List<NewIndicator> desired = new ArrayList<>(Scene.addresses(20, 5_020));
    for (int i = 0; i < 10; i++) {
      desired.set(i, desired.get(i).description("Case 2."));
    }
    SyncPlan plan = scene.sync.plan(desired);
    assertThat(plan).hasToString("SyncPlan{CREATE=20, CHANGE=10, KEEP=4970, DELETE=20}");
    SyncReport report = scene.sync.apply(plan);
    assertThat(report).hasToString("SyncReport{DONE=50, KEPT=4970}");
    assertThat(scene.writes() - before).isEqualTo(2);
    assertThat(scene.calls("batchDelete")).isEqualTo(1);
    assertThat(scene.held())
        .extracting(IndicatorView::indicatorValue)
        .containsExactlyInAnyOrderElementsOf(
            desired.stream().map(NewIndicator::indicatorValue).toList());
    assertThat(scene.held()).filteredOn(i -> i.description().equals("Case 2.")).hasSize(10);
  }
}
