package dev.defendersdk.indicators;

import static dev.defendersdk.indicators.BatchDeleteOutcome.DELETED;
import static dev.defendersdk.indicators.BatchDeleteOutcome.GONE;
import static dev.defendersdk.indicators.BatchDeleteOutcome.NOT_SENT;
import static dev.defendersdk.indicators.BatchDeleteOutcome.REFUSED;
import static dev.defendersdk.indicators.BatchDeleteOutcome.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.testkit.IndicatorView;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testkit.indicators.NewTenantIndicator;
import dev.defendersdk.testkit.rules.Fault;
import dev.defendersdk.testkit.rules.Occurrence;
import dev.defendersdk.testkit.rules.Quirks;
import dev.defendersdk.testsupport.InVirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any number of indicators deleted, and what one that cannot be does to the others. */
@Timeout(120)
class BatchDeleteTest {

  private final VirtualTime time = VirtualTime.startingAt(Tenants.NOW);
  private SimulatedTenant tenant = Tenants.tenant(time);
  private DefenderClient defender = Tenants.client(tenant);
  private IndicatorsClient indicators = new IndicatorsClient(defender);

  @RegisterExtension final InVirtualTime inVirtualTime = new InVirtualTime(time);

  @AfterEach
  void close() {
    defender.close();
  }

  private void useOneThat(boolean deletesOthers) {
    defender.close();
    tenant =
        SimulatedTenant.builder()
            .time(time)
            .quirks(
                Quirks.harsh().withIndicators(q -> q.withRefusedBatchDeletesOthers(deletesOthers)))
            .build();
    defender = Tenants.client(tenant);
    indicators = new IndicatorsClient(defender);
  }

  private List<String> held(int count) {
    return new ArrayList<>(
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    tenant
                        .indicators()
                        .put(
                            NewTenantIndicator.of(
                                "IpAddress", "203.0." + (i >> 8) + "." + (i & 255), "Block")))
            .map(IndicatorView::id)
            .toList());
  }

  private int calls(String operation) {
    return tenant.journal().of("indicators." + operation).size();
  }

  @Test
  void indicatorsAreDeletedInSlices() {
    List<String> ids = held(1_203);
    BatchDeleteReport report = indicators.batchDelete(ids);
    assertThat(report.isComplete()).isTrue();
    assertThat(report.items()).extracting(BatchDeleteReport.Item::id).isEqualTo(ids);
    assertThat(report.counts()).containsOnlyKeys(DELETED);
    assertThat(tenant.indicators().all()).isEmpty();
    assertThat(calls("batchDelete")).isEqualTo(3);
    assertThat(calls("list")).isZero();
  }

  /** The page does not say whether the others are deleted: both come to the same. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void oneThatIsMissingDoesNotKeepTheOthers(boolean deletesOthers) {
    useOneThat(deletesOthers);
    List<String> ids = held(40);
    ids.add(20, "4711");
    BatchDeleteReport report = indicators.batchDelete(ids);
    assertThat(report.isComplete()).isTrue();
    assertThat(report.items().get(20).outcome()).isEqualTo(GONE);
    assertThat(report.items(DELETED)).hasSize(deletesOthers ? 0 : 40);
    assertThat(tenant.indicators().all()).isEmpty();
    assertThat(calls("list")).isEqualTo(1);
    assertThat(calls("batchDelete")).isEqualTo(deletesOthers ? 1 : 2);
    assertThat(calls("delete")).isZero();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void oneOfADeviceGroupThatIsNotSeenIsRefusedAndTheOthersAreDeleted(boolean deletesOthers) {
    useOneThat(deletesOthers);
    List<String> ids = held(12);
    tenant.indicators().unseenGroup("Servers");
    IndicatorView hidden =
        tenant
            .indicators()
            .put(
                NewTenantIndicator.of("IpAddress", "198.51.100.1", "Block")
                    .rbacGroupNames("Servers"));
    ids.add(3, hidden.id());
    BatchDeleteReport report = indicators.batchDelete(ids);
    assertThat(report.items(REFUSED))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.id()).isEqualTo(hidden.id());
              assertThat(item.error().kind()).isEqualTo(ErrorKind.FORBIDDEN);
            });
    assertThat(report.items().stream().filter(BatchDeleteReport.Item::isGone)).hasSize(12);
    assertThat(tenant.indicators().all()).containsExactly(hidden);
    assertThat(report.isComplete()).isFalse();
  }

  @Test
  void aFewAreDeletedOneByOneRatherThanListed() {
    List<String> ids = held(3);
    ids.add("4711");
    assertThat(indicators.batchDelete(ids).isComplete()).isTrue();
    assertThat(calls("list")).isZero();
    assertThat(calls("delete")).isEqualTo(4);
    assertThat(tenant.indicators().all()).isEmpty();
  }

  @Test
  void aLostAnswerIsSettledByTheList() {
    List<String> ids = held(30);
    tenant.faults().on("indicators.batchDelete", Occurrence.nth(1), Fault.resetAfter());
    BatchDeleteReport report = indicators.batchDelete(ids);
    assertThat(report.isComplete()).as("the second sending was answered 404").isTrue();
    assertThat(tenant.indicators().all()).isEmpty();
  }

  @Test
  void whatCannotBeFoundOutIsUnknown() {
    List<String> ids = held(30);
    tenant.faults().on("indicators.batchDelete", Occurrence.always(), Fault.resetAfter());
    tenant.faults().on("indicators.list", Occurrence.always(), Fault.status(400));
    BatchDeleteReport report = indicators.batchDelete(ids);
    assertThat(report.counts()).containsOnlyKeys(UNKNOWN);
    assertThat(report.firstError()).isPresent();
  }

  @Test
  void withoutThePermissionItEndsAtOnce() {
    List<String> ids = held(1_200);
    tenant.faults().on("indicators.batchDelete", Occurrence.always(), Fault.status(403));
    tenant.faults().on("indicators.list", Occurrence.always(), Fault.status(403));
    BatchDeleteReport report = indicators.batchDelete(ids);
    assertThat(report).hasToString("BatchDeleteReport{REFUSED=500, NOT_SENT=700}");
    assertThat(report.items(NOT_SENT)).allSatisfy(i -> assertThat(i.error()).isNotNull());
    assertThat(tenant.indicators().all()).hasSize(1_200);
    assertThat(calls("batchDelete")).isEqualTo(1);
  }

  @Test
  void anIdThatComesTwiceCountsOnce() {
    List<String> ids = held(2);
    ids.add(ids.get(0));
    assertThat(indicators.batchDelete(ids).items()).hasSize(2);
  }

  @Test
  void anInterruptEndsItAndIsKept() {
    List<String> ids = held(3);
    Thread.currentThread().interrupt();
    BatchDeleteReport report = indicators.batchDelete(ids);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(report.counts()).containsOnlyKeys(NOT_SENT);
    assertThat(tenant.indicators().all()).hasSize(3);
  }
}
