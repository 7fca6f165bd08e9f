package dev.defendersdk.indicators.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.indicators.NewIndicator;
import dev.defendersdk.testkit.IndicatorView;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testkit.indicators.NewTenantIndicator;
import dev.defendersdk.testkit.journal.JournalEntry;
import dev.defendersdk.testsupport.InVirtualTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The 15,000 of a tenant, those of others counted. */
@Timeout(300)
class SyncCapacityTest {

  private final VirtualTime time = VirtualTime.startingAt(Scene.NOW);

  @RegisterExtension final InVirtualTime inVirtualTime = new InVirtualTime(time);

  private Scene scene() {
    return new Scene(time, tenant -> tenant, sync -> sync);
  }

  @Test
  void whatHasNoRoomIsSaidBeforeTheFirstCallAndStaysOut() {
    try (Scene scene = scene()) {
      scene.byPerson(60_000);
      List<NewIndicator> desired = new ArrayList<>(Scene.addresses(0, 15_001));
      desired.set(3, desired.get(3).externalId("urgent"));
      SyncPlan plan = scene.sync.plan(desired);
      assertThat(plan).hasToString("SyncPlan{CREATE=14999, BEYOND_CAPACITY=2}");
      assertThat(plan.lines(SyncAction.BEYOND_CAPACITY))
          .extracting(line -> line.desired().orElseThrow().indicatorValue())
          .containsExactly(Scene.value(14_999), Scene.value(15_000));
      assertThat(plan.lines(SyncAction.BEYOND_CAPACITY).get(0).reason())
          .isEqualTo(
              "the tenant has room for 14999 of these beside 1 others, and this comes after them");
      assertThat(plan.notes())
          .containsExactly(
              "2 stay out: the tenant holds 15,000 indicators at the most, those of others counted.");
      assertThat(scene.writes()).isZero();
      SyncReport report = scene.sync.apply(plan);
      assertThat(report).hasToString("SyncReport{DONE=14999, LEFT_OUT=2}");
      assertThat(scene.held()).hasSize(15_000);
    }
  }

  @Test
  void thePriorityDecidesWhatStaysOutAndTakesThePlaceOfWhatIsThere() {
    try (Scene scene = scene()) {
      scene.tenant.indicators().capacity(10);
      scene.byPerson(900);
      IndicatorSync sync =
          scene.sync(
              with ->
                  with.capacity(10)
                      .priority(
                          Comparator.comparing(
                              NewIndicator::externalId,
                              Comparator.nullsLast(Comparator.naturalOrder()))));
      sync.apply(sync.plan(Scene.addresses(0, 9)));
      assertThat(scene.held()).hasSize(10);
      List<NewIndicator> desired = new ArrayList<>(Scene.addresses(0, 9));
      desired.add(Scene.address(20).externalId("urgent"));
      SyncPlan plan = sync.plan(desired);
      assertThat(plan).hasToString("SyncPlan{CREATE=1, KEEP=8, DELETE=1, BEYOND_CAPACITY=1}");
      assertThat(plan.lines(SyncAction.DELETE).get(0).reason())
          .isEqualTo("beyond capacity by its priority");
      assertThat(sync.apply(plan).isComplete()).as("it is full: what goes, goes first").isTrue();
      assertThat(scene.held())
          .hasSize(10)
          .extracting(IndicatorView::indicatorValue)
          .contains(Scene.value(20))
          .doesNotContain(Scene.value(8));
    }
  }

  /** What is wished for comes first, unless the tenant has no room for it. */
  @Test
  void deletesComeFirstOnlyAsFarAsTheyMust() {
    try (Scene scene = scene()) {
      scene.tenant.indicators().capacity(2_000);
      IndicatorSync sync = scene.sync(with -> with.capacity(2_000));
      sync.apply(sync.plan(Scene.addresses(0, 1_900)));
      int before = scene.tenant.journal().effects().size();
      assertThat(sync.apply(sync.plan(Scene.addresses(1_000, 3_000))).isComplete()).isTrue();
      assertThat(scene.tenant.journal().effects().stream().skip(before).map(JournalEntry::effect))
          .containsExactly(
              "deletion of 500 indicators",
              "import of 500 new and 0 changed indicators",
              "deletion of 500 indicators",
              "import of 500 new and 0 changed indicators",
              "import of 100 new and 0 changed indicators");
      assertThat(sync.apply(sync.plan(Scene.addresses(1_000, 1_500))).isComplete()).isTrue();
      assertThat(scene.held()).hasSize(500);
    }
  }

  @Test
  void theCountIsIncompleteWhereOnlyOnesOwnAreSeen() {
    try (Scene scene =
        new Scene(time, tenant -> tenant.roles("Ti.ReadWrite"), sync -> sync.capacity(5))) {
      scene.tenant.indicators().capacity(5);
      scene.tenant.indicators().put(NewTenantIndicator.of("Url", "https://a.example/b", "Block"));
      SyncPlan plan = scene.sync.plan(Scene.addresses(0, 5));
      assertThat(plan.isCountComplete()).isFalse();
      assertThat(plan.notes().get(0))
          .startsWith("The count is incomplete: without Ti.ReadWrite.All");
      SyncReport report = scene.sync.apply(plan);
      assertThat(report).hasToString("SyncReport{DONE=4, FAILED=1}");
      assertThat(report.items(SyncOutcome.FAILED).get(0).reason())
          .isEqualTo("Tenant has reached the maximum of 5 indicators");
      assertThat(scene.sync.apply(scene.sync.plan(Scene.addresses(1, 5))).isComplete())
          .as("what goes, goes first, since the room is not known")
          .isTrue();
    }
  }
}
