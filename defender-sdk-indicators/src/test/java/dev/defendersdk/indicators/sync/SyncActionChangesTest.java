package dev.defendersdk.indicators.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.indicators.NewIndicator;
import dev.defendersdk.testkit.IndicatorView;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testkit.journal.JournalEntry;
import dev.defendersdk.testkit.rules.Quirks;
import dev.defendersdk.testsupport.InVirtualTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A changed action: in place where the service takes it, else deleted and submitted again. */
@Timeout(120)
class SyncActionChangesTest {

  private final VirtualTime time = VirtualTime.startingAt(Scene.NOW);

  @RegisterExtension final InVirtualTime inVirtualTime = new InVirtualTime(time);

  private Scene scene(boolean refuses) {
    Quirks quirks = Quirks.harsh().withIndicators(q -> q.withActionChangeRefused(refuses));
    return new Scene(time, tenant -> tenant.quirks(quirks), sync -> sync);
  }

  private static List<NewIndicator> allowed(int from, int to) {
    List<NewIndicator> allowed = new ArrayList<>();
    for (int i = from; i < to; i++) {
      allowed.add(NewIndicator.ipAddress(Scene.value(i)).allow("Ours", "Case 1."));
    }
    return allowed;
  }

  private static List<String> effects(Scene scene) {
    return scene.tenant.journal().effects().stream().map(JournalEntry::effect).toList();
  }

  @Test
  void whereTheServiceTakesItNothingIsDeleted() {
    try (Scene scene = scene(false)) {
      scene.sync.apply(scene.sync.plan(Scene.addresses(0, 10)));
      SyncPlan plan = scene.sync.plan(allowed(0, 10));
      assertThat(plan.lines(SyncAction.CHANGE)).hasSize(10).noneMatch(SyncLine::isReplacement);
      SyncReport report = scene.sync.apply(plan);
      assertThat(report.refusesActionChanges()).isFalse();
      assertThat(scene.calls("batchDelete")).isZero();
      assertThat(scene.held()).hasSize(10).allMatch(entry -> entry.action().equals("Allowed"));
    }
  }

  @Test
  void whatTheServiceRefusesIsDeletedAndSubmittedAgainSliceBySlice() {
    try (Scene scene = scene(true)) {
      scene.sync.apply(scene.sync.plan(Scene.addresses(0, 1_200)));
      int before = effects(scene).size();
      SyncPlan plan = scene.sync.plan(allowed(0, 1_200));
      assertThat(plan.notes())
          .containsExactly(
              "1200 get another action in place; if the service refuses that, they are deleted and"
                  + " submitted again, by up to 3 more batch deletes and imports.");
      assertThat(plan.lines(SyncAction.CHANGE).get(0).reason())
          .contains("action Block becomes Allowed")
          .endsWith("in place, or deleted and submitted again if refused");
      SyncReport report = scene.sync.apply(plan);
      assertThat(report).hasToString("SyncReport{DONE=1200}");
      assertThat(report.refusesActionChanges()).isTrue();
      assertThat(scene.held()).hasSize(1_200).allMatch(entry -> entry.action().equals("Allowed"));
      assertThat(effects(scene).subList(before, effects(scene).size()))
          .as("one refused import teaches it, and then each slice comes right after its delete")
          .containsExactly(
              "deletion of 500 indicators",
              "import of 500 new and 0 changed indicators",
              "deletion of 500 indicators",
              "import of 500 new and 0 changed indicators",
              "deletion of 200 indicators",
              "import of 200 new and 0 changed indicators");
    }
  }

  @Test
  void oneWhoKnowsSavesTheTries() {
    try (Scene scene = scene(true)) {
      scene.sync.apply(scene.sync.plan(Scene.addresses(0, 20)));
      IndicatorSync knowing = scene.sync(sync -> sync.actionChanges(ActionChanges.REPLACE));
      SyncPlan plan = knowing.plan(allowed(5, 15));
      assertThat(plan).hasToString("SyncPlan{CHANGE=10, DELETE=10}");
      assertThat(plan.lines(SyncAction.CHANGE)).allMatch(SyncLine::isReplacement);
      assertThat(plan.importCalls()).isEqualTo(1);
      assertThat(plan.batchDeleteCalls()).isEqualTo(1);
      assertThat(knowing.apply(plan).isComplete()).isTrue();
      assertThat(scene.calls("batchDelete")).isEqualTo(1);
      assertThat(scene.calls("import")).isEqualTo(2);
    }
  }

  @Test
  void oneWhoWantsNoDeletesIsToldWhatTheServiceRefused() {
    try (Scene scene = scene(true)) {
      scene.sync.apply(scene.sync.plan(Scene.addresses(0, 2)));
      IndicatorSync updating = scene.sync(sync -> sync.actionChanges(ActionChanges.UPDATE));
      SyncReport report = updating.apply(updating.plan(allowed(0, 2)));
      assertThat(report.items(SyncOutcome.FAILED))
          .hasSize(2)
          .allMatch(item -> item.reason().contains("different action already exists"));
      assertThat(scene.calls("batchDelete")).isZero();
    }
  }

  /** Protection does not end with an indicator that the service does not take any more. */
  @Test
  void theFormerEntryIsPutBackWhereItsSuccessorFails() {
    try (Scene scene = scene(true)) {
      scene.sync.apply(scene.sync.plan(Scene.addresses(0, 3)));
      // It fails as long as it is not blocked.
      scene.tenant.indicators().fail(Scene.value(1), "Allowed", "The address is well known");
      SyncReport report = scene.sync.apply(scene.sync.plan(allowed(0, 3)));
      assertThat(report).hasToString("SyncReport{DONE=2, FAILED=1}");
      assertThat(report.items(SyncOutcome.FAILED).get(0).reason())
          .isEqualTo("The address is well known; its former entry was deleted, and put back");
      assertThat(scene.held())
          .filteredOn(entry -> entry.indicatorValue().equals(Scene.value(1)))
          .singleElement()
          .extracting(IndicatorView::action, IndicatorView::application)
          .containsExactly("Block", "netshield");
    }
  }
}
