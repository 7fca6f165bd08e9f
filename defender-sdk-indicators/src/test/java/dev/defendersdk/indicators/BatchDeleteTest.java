package dev.defendersdk.indicators;

import static dev.defendersdk.indicators.BatchDeleteOutcome.DELETED;
import static dev.defendersdk.indicators.BatchDeleteOutcome.NOT_LISTED;
import static dev.defendersdk.indicators.BatchDeleteOutcome.NOT_SENT;
import static dev.defendersdk.indicators.BatchDeleteOutcome.REFUSED;
import static dev.defendersdk.indicators.BatchDeleteOutcome.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.error.NotFoundException;
import dev.defendersdk.core.observe.CallEvent;
import dev.defendersdk.core.observe.CallListener;
import dev.defendersdk.testkit.IndicatorView;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testkit.indicators.NewTenantIndicator;
import dev.defendersdk.testkit.rules.Fault;
import dev.defendersdk.testkit.rules.Occurrence;
import dev.defendersdk.testkit.rules.Quirks;
import dev.defendersdk.testsupport.InVirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    use(Quirks.harsh().withIndicators(q -> q.withRefusedBatchDeletesOthers(deletesOthers)));
  }

  private void use(Quirks quirks) {
    defender.close();
    tenant = SimulatedTenant.builder().time(time).quirks(quirks).build();
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

  /**
   * The page does not say whether the others are deleted. What the list does not hold any more is
   * deleted, or was never to be seen: only where these are few are they asked for one by one.
   */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void oneThatIsMissingDoesNotKeepTheOthers(boolean deletesOthers) {
    useOneThat(deletesOthers);
    List<String> ids = held(40);
    ids.add(20, "4711");
    BatchDeleteReport report = indicators.batchDelete(ids);
    assertThat(report)
        .hasToString(
            deletesOthers
                ? "BatchDeleteReport{NOT_LISTED=41}"
                : "BatchDeleteReport{DELETED=40, GONE=1}");
    assertThat(report.isComplete()).isEqualTo(!deletesOthers);
    assertThat(report.firstError().isPresent()).isEqualTo(deletesOthers);
    assertThat(tenant.indicators().all()).isEmpty();
    assertThat(calls("list")).isEqualTo(1);
    assertThat(calls("batchDelete")).isEqualTo(deletesOthers ? 1 : 2);
    assertThat(calls("delete")).isEqualTo(deletesOthers ? 0 : 1);
  }

  private IndicatorView hidden() {
    tenant.indicators().unseenGroup("Servers");
    return tenant
        .indicators()
        .put(NewTenantIndicator.of("IpAddress", "198.51.100.1", "Block").rbacGroupNames("Servers"));
  }

  @Test
  void oneOfADeviceGroupThatIsNotSeenIsRefusedAndTheOthersAreDeleted() {
    useOneThat(false);
    List<String> ids = held(500);
    IndicatorView hidden = hidden();
    ids.add(3, hidden.id());
    BatchDeleteReport report = indicators.batchDelete(ids);
    assertThat(report.items(REFUSED))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.id()).isEqualTo(hidden.id());
              assertThat(item.error().kind()).isEqualTo(ErrorKind.FORBIDDEN);
            });
    assertThat(report.items(DELETED)).hasSize(500);
    assertThat(tenant.indicators().all()).containsExactly(hidden);
    assertThat(report.isComplete()).isFalse();
    assertThat(calls("batchDelete") + calls("delete")).as("calls for two slices").isEqualTo(4);
  }

  /** Not seen and not there look alike: neither the list nor the answer to the call tells. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatStandsUnseenIsNeverSaidToBeGone(boolean missingBeforeUnseen) {
    use(Quirks.harsh().withIndicators(q -> q.withMissingBeforeUnseen(missingBeforeUnseen)));
    List<String> ids = held(10);
    IndicatorView hidden = hidden();
    ids.add(hidden.id());
    ids.add("4711");
    BatchDeleteReport report = indicators.batchDelete(ids);
    assertThat(report).hasToString("BatchDeleteReport{NOT_LISTED=12}");
    assertThat(report.firstError().orElseThrow().status())
        .hasValue(missingBeforeUnseen ? 404 : 403);
    assertThat(report.isComplete()).isFalse();
    assertThat(tenant.indicators().all()).containsExactly(hidden);
  }

  @Test
  void anOutageDoesNotMakeWhatStandsUnseenGone() {
    List<String> ids = held(10);
    IndicatorView hidden = hidden();
    ids.add(hidden.id());
    tenant.faults().on("indicators.batchDelete", Occurrence.first(4), Fault.status(503));
    BatchDeleteReport report = indicators.batchDelete(ids);
    assertThat(report).hasToString("BatchDeleteReport{DELETED=10, REFUSED=1}");
    assertThat(report.isComplete()).isFalse();
  }

  /** One that is listed, and refused all the same, is found by halves and not one by one. */
  @Test
  void oneThatIsRefusedThoughListedIsFoundByHalves() {
    useOneThat(false);
    List<String> ids = held(500);
    tenant.indicators().refuseDeletion(ids.get(321));
    BatchDeleteReport report = indicators.batchDelete(ids);
    assertThat(report).hasToString("BatchDeleteReport{DELETED=499, REFUSED=1}");
    assertThat(report.items().get(321).outcome()).isEqualTo(REFUSED);
    assertThat(calls("batchDelete")).isLessThanOrEqualTo(16);
    assertThat(calls("delete")).isLessThanOrEqualTo(5);
  }

  /** Such as for a signed-in user, for whom the page lists no permission. */
  @Test
  void whereDeletesAreRefusedThroughoutItEnds() {
    List<String> ids = held(1_200);
    tenant.faults().on("indicators.batchDelete", Occurrence.always(), Fault.status(403));
    tenant.faults().on("indicators.delete", Occurrence.always(), Fault.status(403));
    BatchDeleteReport report = indicators.batchDelete(ids);
    assertThat(report).hasToString("BatchDeleteReport{REFUSED=500, NOT_SENT=700}");
    assertThat(calls("batchDelete") + calls("delete")).isEqualTo(16);
    assertThat(tenant.indicators().all()).hasSize(1_200);
  }

  @Test
  void withoutThePermissionItEndsAtOnce() {
    defender.close();
    tenant = SimulatedTenant.builder().time(time).roles("Machine.Read.All").build();
    defender = Tenants.client(tenant);
    indicators = new IndicatorsClient(defender);
    BatchDeleteReport report = indicators.batchDelete(held(1_200));
    assertThat(report).hasToString("BatchDeleteReport{REFUSED=500, NOT_SENT=700}");
    assertThat(report.items(NOT_SENT)).allSatisfy(i -> assertThat(i.error()).isNotNull());
    assertThat(calls("batchDelete")).isEqualTo(1);
    assertThat(calls("list") + calls("delete")).isZero();
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
    assertThat(report.counts()).as("the second was answered 404").containsOnlyKeys(NOT_LISTED);
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

  /** Whatever ends the run while a slice is settled: its call went out, so none was "not sent". */
  @ParameterizedTest
  @CsvSource({
    "30, indicators.batchDelete, BatchDeleteReport{UNKNOWN=31}",
    "3, indicators.batchDelete, BatchDeleteReport{UNKNOWN=4}",
    "3, indicators.delete, 'BatchDeleteReport{GONE=1, UNKNOWN=3}'"
  })
  void anInterruptWhileASliceIsSettledLeavesItUnknown(int count, String after, String expected) {
    List<String> ids = held(count);
    ids.add("4711");
    defender.close();
    defender = Tenants.client(tenant, new InterruptAfter(after));
    BatchDeleteReport report = new IndicatorsClient(defender).batchDelete(ids);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(report).hasToString(expected);
    assertThat(tenant.indicators().all()).as("the call did delete them").isEmpty();
  }

  private record InterruptAfter(String operation) implements CallListener {
    @Override
    public void onCall(CallEvent event) {
      if (event.operation().equals(operation)) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Test
  void aQuotaThatEndsWhileASliceIsSettledLeavesTheRestUnknown() {
    useOneThat(false);
    List<String> ids = held(3);
    ids.add("4711");
    for (int i = 0; i < 98; i++) {
      assertThatThrownBy(() -> indicators.delete("4711")).isInstanceOf(NotFoundException.class);
    }
    CallOptions hasty = CallOptions.defaults().deadline(Duration.ofSeconds(10));
    BatchDeleteReport report = indicators.batchDelete(ids, hasty);
    assertThat(report).hasToString("BatchDeleteReport{DELETED=2, UNKNOWN=2}");
  }

  @Test
  void aRefusalAfterALostAttemptIsSettledByTheList() {
    List<String> ids = held(30);
    tenant
        .faults()
        .on("indicators.batchDelete", Occurrence.nth(1), Fault.resetAfter())
        .on("indicators.batchDelete", Occurrence.from(2), Fault.status(429));
    assertThat(indicators.batchDelete(ids)).hasToString("BatchDeleteReport{NOT_LISTED=30}");
    assertThat(tenant.indicators().all()).isEmpty();
  }

  @Test
  void whatIsOnlyThrottledIsRefused() {
    List<String> ids = held(30);
    tenant.faults().on("indicators.batchDelete", Occurrence.always(), Fault.status(429));
    assertThat(indicators.batchDelete(ids).counts()).containsOnlyKeys(REFUSED);
    assertThat(calls("list")).isZero();
  }

  @Test
  void inAnOutageItEnds() {
    List<String> ids = held(1_200);
    tenant.faults().onAny(Occurrence.always(), Fault.dropped());
    BatchDeleteReport report = indicators.batchDelete(ids);
    assertThat(report).hasToString("BatchDeleteReport{UNKNOWN=500, NOT_SENT=700}");
    assertThat(time.now()).isBefore(Tenants.NOW.plus(Duration.ofMinutes(5)));
    tenant.faults().clear().onAny(Occurrence.always(), Fault.connectionRefused());
    assertThat(indicators.batchDelete(ids).counts()).containsOnlyKeys(NOT_SENT);
  }

  @Test
  void theServicesOwnBoundIsTakenOverForWhatIsSentAgainToo() {
    useOneThat(false);
    List<String> ids = held(900);
    ids.add(7, "4711");
    Fault tooMany = Fault.status(400).code("MaximumBatchSizeExceeded").acting(false);
    tenant
        .faults()
        .on(
            "indicators.batchDelete",
            Occurrence.nth(1),
            tooMany.message("Received: 500, allowed: 400"))
        .on("indicators.batchDelete", Occurrence.nth(3), tooMany.message("Fewer, please"));
    BatchDeleteReport report = indicators.batchDelete(ids);
    assertThat(report).hasToString("BatchDeleteReport{DELETED=900, GONE=1}");
    // 500; 400 with the missing one; 399 again; 199 and 199 and 1; 100 of the first slice; 401 in
    // 3.
    assertThat(calls("batchDelete")).isEqualTo(3 + 3 + 1 + 3);
  }

  @Test
  void anIdThatIsNoneIsRefusedBeforeAnyCall() {
    List<String> ids = held(20);
    ids.add(10, "abc");
    assertThatThrownBy(() -> indicators.batchDelete(ids))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("indicatorIds[10] is \"abc\"");
    assertThatThrownBy(() -> indicators.delete("1.5"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("decimal digits");
    assertThat(tenant.journal().entries()).isEmpty();
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
