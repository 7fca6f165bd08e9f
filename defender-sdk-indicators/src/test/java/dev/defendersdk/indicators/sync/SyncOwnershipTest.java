package dev.defendersdk.indicators.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.indicators.NewIndicator;
import dev.defendersdk.testkit.IndicatorView;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testkit.indicators.NewTenantIndicator;
import dev.defendersdk.testsupport.InVirtualTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whose entries a sync changes, and what it does where others' are in its way. */
@Timeout(120)
class SyncOwnershipTest {

  private final VirtualTime time = VirtualTime.startingAt(Scene.NOW);
  private final Scene scene = new Scene(time, tenant -> tenant, sync -> sync);

  @RegisterExtension final InVirtualTime inVirtualTime = new InVirtualTime(time);

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void entriesOfOthersAreNeverTouched() {
    IndicatorView ofPerson = scene.byPerson(1);
    IndicatorView ofCloudApps =
        scene
            .tenant
            .indicators()
            .put(NewTenantIndicator.of("DomainName", "apps.example", "Block").byCloudApps());
    IndicatorView ofAnotherTag =
        scene.tenant.indicators().put(scene.byApplication(3, "other integration"));
    IndicatorView ofAnotherApplication =
        scene
            .tenant
            .indicators()
            .put(scene.byApplication(4, "netshield").byApplication("0f", "Other"));
    SyncPlan plan =
        scene.sync.plan(
            List.of(
                Scene.address(1),
                NewIndicator.domain("apps.example").allow("Ours", "Case 1."),
                Scene.address(5)));
    assertThat(plan).hasToString("SyncPlan{CREATE=1, CONFLICT=2}");
    assertThat(plan.lines(SyncAction.CONFLICT))
        .extracting(SyncLine::reason)
        .containsExactly(
            "Analyst has IpAddress with Allowed here",
            "Microsoft Defender for Cloud Apps has DomainName with Block here");
    assertThat(scene.sync.apply(plan)).hasToString("SyncReport{DONE=1, LEFT_OUT=2}");
    assertThat(scene.held())
        .hasSize(5)
        .contains(ofPerson, ofCloudApps, ofAnotherTag, ofAnotherApplication);

    // Nor when nothing is wished for.
    scene.sync.apply(scene.sync.plan(List.of()));
    assertThat(scene.held())
        .containsExactly(ofPerson, ofCloudApps, ofAnotherTag, ofAnotherApplication);
  }

  @Test
  void anEntryOfSomebodyElseForOtherDeviceGroupsIsToldAndStands() {
    IndicatorView ofPerson =
        scene
            .tenant
            .indicators()
            .put(
                NewTenantIndicator.of("IpAddress", Scene.value(1), "Allowed")
                    .rbacGroupNames("Servers"));
    SyncPlan plan = scene.sync.plan(List.of(Scene.address(1)));
    assertThat(plan.lines())
        .singleElement()
        .satisfies(line -> assertThat(line.action()).isEqualTo(SyncAction.CREATE))
        .extracting(SyncLine::reason)
        .isEqualTo(
            "the tenant holds it for other device groups alone, by Analyst; no page says whether"
                + " the service keeps the two apart");
    scene.sync.apply(plan);
    assertThat(scene.held()).hasSize(2).contains(ofPerson);
  }

  @Test
  void whoseEntriesAreItsOwnCanBeSaid() {
    scene
        .tenant
        .indicators()
        .put(scene.byApplication(1, "netshield").byPerson("analyst@contoso.com"));
    IndicatorSync ofPerson = scene.sync(sync -> sync.createdBy("Analyst@contoso.com"));
    assertThat(scene.sync.plan(List.of()).counts()).isEmpty();
    assertThat(ofPerson.plan(List.of()).counts()).containsOnlyKeys(SyncAction.DELETE);
    scene.sync.apply(scene.sync.plan(Stream.of(Scene.address(2))));
    assertThat(ofPerson.plan(Stream.of(Scene.address(1))))
        .as("what the application made is somebody else's then")
        .hasToString("SyncPlan{KEEP=1}");
  }

  @Test
  void aPlanWithConflictsCanBeRefused() {
    scene.byPerson(1);
    IndicatorSync strict = scene.sync(sync -> sync.conflicts(ConflictPolicy.REFUSE));
    SyncPlan plan = strict.plan(Scene.addresses(0, 3));
    assertThatThrownBy(() -> strict.apply(plan))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("1 conflicts")
        .hasMessageContaining("203.0.0.1");
    assertThat(scene.writes()).isZero();
  }

  /** An update does not change the application: what was made without the mark is replaced. */
  @Test
  void entriesOfBeforeTheMarkAreAdoptedOnlyWhereThatIsSaid() {
    IndicatorView old = scene.tenant.indicators().put(scene.byApplication(1, "older name"));
    IndicatorView unwished = scene.tenant.indicators().put(scene.byApplication(2, "older name"));
    assertThat(scene.sync.plan(Scene.addresses(1, 2)).lines(SyncAction.CONFLICT))
        .singleElement()
        .extracting(SyncLine::reason)
        .isEqualTo("this application, without the mark, has IpAddress with Block here");

    IndicatorSync adopting = scene.sync(sync -> sync.conflicts(ConflictPolicy.ADOPT));
    SyncPlan plan = adopting.plan(Scene.addresses(1, 2));
    assertThat(plan.lines(SyncAction.CHANGE)).singleElement().matches(SyncLine::isReplacement);
    assertThat(adopting.apply(plan).isComplete()).isTrue();
    assertThat(scene.held()).hasSize(2).contains(unwished).doesNotContain(old);
    assertThat(scene.held().get(1).application()).isEqualTo("netshield");
    assertThat(adopting.plan(Scene.addresses(1, 2)).isEmpty()).isTrue();
  }

  @Test
  void aMarkInTheDescriptionIsPutThereByAnUpdate() {
    IndicatorView old = scene.tenant.indicators().put(scene.byApplication(1, "older name"));
    IndicatorSync described =
        scene.sync(
            sync -> sync.mark(OwnerMark.inDescription("ns")).conflicts(ConflictPolicy.ADOPT));
    assertThat(described.apply(described.plan(Scene.addresses(1, 2))).isComplete()).isTrue();
    assertThat(scene.held())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.id()).isEqualTo(old.id());
              assertThat(entry.description()).isEqualTo("Case 1. [ns]");
              assertThat(entry.application()).isEqualTo("older name");
            });
    assertThat(described.plan(Scene.addresses(1, 2)).isEmpty()).isTrue();
  }

  @Test
  void ofOwnDoublesOneIsKept() {
    for (int i = 0; i < 3; i++) {
      scene.tenant.indicators().put(scene.byApplication(1, "netshield"));
    }
    SyncPlan plan = scene.sync.plan(Scene.addresses(1, 2));
    assertThat(plan).hasToString("SyncPlan{KEEP=1, DELETE=2}");
    assertThat(plan.lines(SyncAction.DELETE).get(0).reason())
        .isEqualTo("the same again as entry 1");
    scene.sync.apply(plan);
    assertThat(scene.held()).extracting(IndicatorView::id).containsExactly("1");
  }

  /** An update might go to any of them: the doubles go first. */
  @Test
  void ofOwnDoublesThatDifferOneIsChanged() {
    scene.tenant.indicators().put(scene.byApplication(1, "netshield").title("older"));
    scene.tenant.indicators().put(scene.byApplication(1, "netshield").title("oldest"));
    assertThat(scene.sync.apply(scene.sync.plan(Scene.addresses(1, 2))).isComplete()).isTrue();
    assertThat(scene.held())
        .singleElement()
        .extracting(IndicatorView::id, IndicatorView::title)
        .containsExactly("1", "Beacon");
  }

  @Test
  void deviceGroupsAreAPartOfTheIdentity() {
    NewIndicator everywhere = Scene.address(1);
    NewIndicator onServers = everywhere.rbacGroupNames("Servers", "Labs");
    scene.sync.apply(scene.sync.plan(List.of(everywhere, onServers)));
    assertThat(scene.held()).hasSize(2);
    NewIndicator otherOrder = everywhere.rbacGroupNames("labs", "Servers");
    assertThat(scene.sync.plan(List.of(everywhere, otherOrder)).isEmpty()).isTrue();

    IndicatorSync ofServers = scene.sync(sync -> sync.deviceGroups("Servers", "Labs"));
    SyncPlan none = ofServers.plan(List.of());
    assertThat(none)
        .as("that for all devices is not in its scope")
        .hasToString("SyncPlan{DELETE=1}");
    assertThat(ofServers.plan(List.of(everywhere)))
        .as("a wish that names no group gets those of the sync")
        .hasToString("SyncPlan{KEEP=1}");
    assertThatThrownBy(() -> ofServers.plan(List.of(everywhere.rbacGroupNames("Labs"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("desired[0]")
        .hasMessageContaining("[Servers, Labs]");
    ofServers.apply(none);
    assertThat(scene.held()).singleElement().matches(entry -> entry.rbacGroupNames().isEmpty());
  }

  /**
   * Its own entry stays its own, though that without the mark has the action that is wished for.
   */
  @Test
  void anOwnEntryComesBeforeOneThatIsTakenOver() {
    scene.tenant.indicators().put(scene.byApplication(1, "other").title("without the mark"));
    IndicatorView own =
        scene
            .tenant
            .indicators()
            .put(
                NewTenantIndicator.of("IpAddress", Scene.value(1), "Audit")
                    .byApplication(scene.tenant.clientId(), "NetShield")
                    .application("netshield"));
    IndicatorSync adopting = scene.sync(sync -> sync.conflicts(ConflictPolicy.ADOPT));
    List<NewIndicator> desired = List.of(Scene.address(1));
    assertThat(adopting.apply(adopting.plan(desired)).isComplete()).isTrue();
    assertThat(scene.held())
        .singleElement()
        .extracting(IndicatorView::application, IndicatorView::action)
        .containsExactly(own.application(), "Block");
    assertThat(scene.sync.plan(desired).isEmpty()).as("it is its own").isTrue();
  }

  @Test
  void aDeviceGroupByItsIdAloneIsNotAllDevices() {
    NewIndicator ofOne = Scene.address(1).rbacGroupIds(List.of(7));
    scene.sync.apply(scene.sync.plan(List.of(ofOne)));
    IndicatorSync ofAll = scene.sync(sync -> sync.deviceGroups());
    assertThat(ofAll.plan(List.of()).isEmpty()).as("it is not in its scope").isTrue();
    assertThatThrownBy(() -> ofAll.plan(List.of(ofOne)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("it is for the device groups of the ids [7], and the sync for all");
  }
}
