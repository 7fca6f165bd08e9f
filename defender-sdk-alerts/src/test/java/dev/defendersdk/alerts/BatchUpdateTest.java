package dev.defendersdk.alerts;

import static dev.defendersdk.alerts.BatchUpdateOutcome.ACCEPTED;
import static dev.defendersdk.alerts.BatchUpdateOutcome.MISSING;
import static dev.defendersdk.alerts.BatchUpdateOutcome.NOT_SENT;
import static dev.defendersdk.alerts.BatchUpdateOutcome.NOT_UPDATED;
import static dev.defendersdk.alerts.BatchUpdateOutcome.REFUSED;
import static dev.defendersdk.alerts.BatchUpdateOutcome.UNKNOWN;
import static dev.defendersdk.alerts.BatchUpdateOutcome.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.testkit.AlertView;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testkit.rules.Fault;
import dev.defendersdk.testkit.rules.Occurrence;
import dev.defendersdk.testkit.rules.Quirks;
import dev.defendersdk.testsupport.InVirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Many alerts changed alike: cut into calls, and each call's outcome told. */
class BatchUpdateTest {

  private static final AlertUpdate RESOLVED = AlertUpdate.nothing().status(AlertStatus.RESOLVED);

  private final VirtualTime time = VirtualTime.startingAt(Tenants.NOW);
  private SimulatedTenant tenant = tenant(50, true);
  private DefenderClient defender = Tenants.client(tenant);
  private AlertsClient alerts = new AlertsClient(defender);

  @RegisterExtension final InVirtualTime inVirtualTime = new InVirtualTime(time);

  @AfterEach
  void close() {
    defender.close();
  }

  private SimulatedTenant tenant(int batchMaximum, boolean unknownIdRefusesBatch) {
    return SimulatedTenant.builder()
        .time(time)
        .machines(3)
        .quirks(
            Quirks.harsh()
                .withAlerts(
                    a ->
                        a.withBatchMaximum(batchMaximum)
                            .withUnknownIdRefusesBatch(unknownIdRefusesBatch)))
        .build();
  }

  private void use(SimulatedTenant other) {
    defender.close();
    tenant = other;
    defender = Tenants.client(tenant);
    alerts = new AlertsClient(defender);
  }

  private List<String> generated(int count) {
    tenant.alerts().generate(count);
    return tenant.alerts().all().stream().map(AlertView::id).toList();
  }

  private Stream<String> statuses() {
    return tenant.alerts().all().stream().map(AlertView::status);
  }

  private List<Integer> sizes(BatchUpdateReport report) {
    return report.slices().stream().map(slice -> slice.alertIds().size()).toList();
  }

  @Test
  void alertsAreChangedInSlices() {
    List<String> ids = generated(95);
    BatchUpdateReport report = alerts.batchUpdate(BatchUpdate.of(ids, RESOLVED).sliceSize(40));
    assertThat(report.isComplete()).isTrue();
    assertThat(report.firstError()).isEmpty();
    assertThat(sizes(report)).containsExactly(40, 40, 15);
    assertThat(report.alerts()).containsOnlyKeys(ids);
    assertThat(report.alerts().values()).containsOnly(ACCEPTED);
    assertThat(statuses()).containsOnly("Resolved");
    assertThat(tenant.journal().of("alerts.batchUpdate")).hasSize(3);
  }

  /** A hundred at a time by default, which this tenant finds too many. */
  @Test
  void theServicesOwnBoundIsTakenOver() {
    List<String> ids = generated(130);
    BatchUpdateReport report =
        alerts.batchUpdate(ids, u -> u.status(AlertStatus.RESOLVED).comment("case 4711"));
    assertThat(report.isComplete()).isTrue();
    assertThat(sizes(report)).containsExactly(50, 50, 30);
    assertThat(tenant.journal().of("alerts.batchUpdate")).as("one was refused").hasSize(4);
    assertThat(tenant.alerts().all())
        .allSatisfy(alert -> assertThat(alert.comments()).contains("case 4711"));
  }

  @Test
  void aBoundThatIsNotSaidIsFound() {
    List<String> ids = generated(20);
    tenant
        .faults()
        .on(
            "alerts.batchUpdate",
            Occurrence.first(2),
            Fault.status(400).code("MaximumBatchSizeExceeded").message("too many"));
    assertThat(sizes(alerts.batchUpdate(BatchUpdate.of(ids, RESOLVED))))
        .containsExactly(5, 5, 5, 5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Received: 2,000, allowed: 1,000 | 1000",
        "Received: 2000, allowed: 1000 | 1000",
        "Received: 2.000, allowed: 500 | 500",
        "at most 2 at a time, see error 400 of 20261126123456 | 400",
        "error 7: too many | 1000"
      })
  void theBoundIsReadFromTheMessage(String message, int slice) {
    List<String> ids = IntStream.range(0, 2_000).mapToObj(i -> "da" + i).toList();
    tenant
        .faults()
        .on(
            "alerts.batchUpdate",
            Occurrence.nth(1),
            Fault.status(400).code("MaximumBatchSizeExceeded").message(message))
        .on("alerts.batchUpdate", Occurrence.from(2), Fault.status(403));
    BatchUpdateReport report = alerts.batchUpdate(BatchUpdate.of(ids, RESOLVED).sliceSize(2_000));
    assertThat(sizes(report)).startsWith(slice);
  }

  @Test
  void aRefusedSliceDoesNotStopTheOthers() {
    List<String> ids = new ArrayList<>(generated(20));
    ids.set(7, "da1_2");
    BatchUpdateReport report = alerts.batchUpdate(BatchUpdate.of(ids, RESOLVED).sliceSize(5));
    assertThat(report.slices())
        .extracting(BatchUpdateReport.Slice::outcome)
        .containsExactly(ACCEPTED, REFUSED, ACCEPTED, ACCEPTED);
    assertThat(report.alertIds(REFUSED)).isEqualTo(ids.subList(5, 10));
    assertThat(report.isComplete()).isFalse();
    assertThat(report.firstError().orElseThrow().kind()).isEqualTo(ErrorKind.NOT_FOUND);
  }

  /** What is refused for the sake of some is sent again without them, and these are named. */
  @Test
  void theMissingAreNamedAndTheRestIsSent() {
    List<String> ids = new ArrayList<>(generated(20));
    ids.set(7, "da1_2");
    ids.set(9, "da1_3");
    BatchUpdateReport report =
        alerts.batchUpdate(BatchUpdate.of(ids, RESOLVED).sliceSize(5).readBack());
    assertThat(report.alertIds(MISSING)).containsExactly("da1_2", "da1_3");
    assertThat(report.alertIds(UPDATED)).hasSize(18);
    assertThat(report.alerts()).containsOnlyKeys(ids);
    assertThat(report.slices())
        .extracting(BatchUpdateReport.Slice::outcome)
        .containsExactly(ACCEPTED, REFUSED, ACCEPTED, ACCEPTED, ACCEPTED);
    assertThat(tenant.journal().of("alerts.batchUpdate")).hasSize(5);
  }

  /** What is refused for another reason is looked into once. */
  @Test
  void aRefusalThatNoAlertCausesIsNotLookedIntoAgain() {
    List<String> ids = generated(20);
    tenant.faults().on("alerts.batchUpdate", Occurrence.always(), Fault.status(400));
    BatchUpdateReport report =
        alerts.batchUpdate(BatchUpdate.of(ids, RESOLVED).sliceSize(5).readBack());
    assertThat(report.alerts().values()).containsOnly(REFUSED);
    assertThat(tenant.journal().of("alerts.get")).hasSize(5);
  }

  /** Where the service skips what it does not know, only reading tells. */
  @Test
  void readingBackTellsOfEachAlert() {
    use(tenant(50, false));
    List<String> ids = new ArrayList<>(generated(40));
    ids.set(7, "da1_2");
    BatchUpdate batch = BatchUpdate.of(ids, RESOLVED);
    assertThat(alerts.batchUpdate(batch).alerts().get("da1_2")).isEqualTo(ACCEPTED);

    BatchUpdateReport report = alerts.batchUpdate(batch.readBack());
    assertThat(report.alertIds(MISSING)).containsExactly("da1_2");
    assertThat(report.alertIds(UPDATED)).hasSize(39).doesNotContain("da1_2");
    assertThat(tenant.journal().of("alerts.list")).as("one list for 39").hasSize(1);
    assertThat(tenant.journal().of("alerts.get")).hasSize(1);
  }

  @Test
  void whatAnotherChangedMeanwhileIsNotUpdated() {
    List<String> ids = generated(3);
    tenant.faults().on("alerts.batchUpdate", Occurrence.always(), Fault.emptyBody().acting(false));
    ids.forEach(id -> tenant.alerts().update(id, c -> c.status("InProgress")));
    BatchUpdateReport report = alerts.batchUpdate(BatchUpdate.of(ids, RESOLVED).readBack());
    assertThat(report.alerts().values()).containsOnly(NOT_UPDATED);
    assertThat(report.isComplete()).isFalse();
  }

  @Test
  void aLostAnswerIsSettledByReading() {
    List<String> ids = generated(4);
    tenant.faults().on("alerts.batchUpdate", Occurrence.nth(1), Fault.resetAfter());
    AlertUpdate commented = RESOLVED.comment("case 4711");
    BatchUpdateReport lost = alerts.batchUpdate(BatchUpdate.of(ids, commented));
    assertThat(lost.alerts().values()).containsOnly(UNKNOWN);
    assertThat(lost.firstError().orElseThrow().kind()).isEqualTo(ErrorKind.OUTCOME_UNKNOWN);
    assertThat(tenant.journal().of("alerts.batchUpdate")).as("not sent again").hasSize(1);

    tenant.faults().clear().on("alerts.batchUpdate", Occurrence.nth(1), Fault.resetAfter());
    BatchUpdateReport read = alerts.batchUpdate(BatchUpdate.of(ids, commented).readBack());
    assertThat(read.isComplete()).isTrue();
    assertThat(read.alerts().values()).containsOnly(UPDATED);
  }

  /** Without a comment the call is sent again, and only the last attempt is refused. */
  @ParameterizedTest
  @ValueSource(ints = {401, 403, 429})
  void whatAnEarlierAttemptMayHaveDoneIsNotRefused(int status) {
    List<String> ids = generated(4);
    tenant
        .faults()
        .on("alerts.batchUpdate", Occurrence.nth(1), Fault.status(504).acting(true))
        .on(
            "alerts.batchUpdate",
            Occurrence.from(2),
            Fault.status(status).retryAfter(Duration.ofHours(1)));
    BatchUpdateReport report = alerts.batchUpdate(BatchUpdate.of(ids, RESOLVED).readBack());
    assertThat(report.slices())
        .singleElement()
        .extracting(BatchUpdateReport.Slice::outcome)
        .isEqualTo(UNKNOWN);
    assertThat(report.alerts().values()).containsOnly(UPDATED);
  }

  /** A call with a comment is sent again only where nothing was done. */
  @ParameterizedTest
  @ValueSource(ints = {401, 403, 429})
  void whatDidNothingIsRefused(int status) {
    List<String> ids = generated(4);
    tenant
        .faults()
        .on(
            "alerts.batchUpdate",
            Occurrence.nth(1),
            Fault.status(429).retryAfter(Duration.ofSeconds(1)))
        .on(
            "alerts.batchUpdate",
            Occurrence.from(2),
            Fault.status(status).retryAfter(Duration.ofHours(1)));
    BatchUpdateReport report = alerts.batchUpdate(ids, u -> u.comment("case 4711"));
    assertThat(report.alerts().values()).containsOnly(REFUSED);
  }

  @Test
  void aTokenThatIsRefusedTwiceDidNothing() {
    List<String> ids = generated(4);
    tenant.faults().on("alerts.batchUpdate", Occurrence.always(), Fault.status(401));
    BatchUpdateReport report = alerts.batchUpdate(BatchUpdate.of(ids, RESOLVED));
    assertThat(report.alerts().values()).containsOnly(REFUSED);
    assertThat(tenant.journal().of("alerts.batchUpdate")).hasSize(2);
  }

  /** A playbook writes the same comment every night. */
  @Test
  void anOldCommentOfTheSameTextIsNotThisOne() throws Exception {
    List<String> ids = generated(8);
    AlertUpdate nightly = AlertUpdate.nothing().comment("seen by the nightly playbook");
    assertThat(alerts.batchUpdate(BatchUpdate.of(ids, nightly).readBack()).isComplete()).isTrue();
    time.advance(Duration.ofDays(1));
    tenant.faults().on("alerts.batchUpdate", Occurrence.always(), Fault.resetBefore());
    BatchUpdateReport lost = alerts.batchUpdate(BatchUpdate.of(ids, nightly).readBack());
    assertThat(lost.alerts().values()).containsOnly(NOT_UPDATED);
    assertThat(lost.isComplete()).isFalse();
  }

  @Test
  void whatCouldNotBeReadIsToldAndTheOthersAreRead() {
    List<String> ids = generated(4);
    tenant.faults().on("alerts.get", Occurrence.nth(2), Fault.status(501));
    BatchUpdateReport report = alerts.batchUpdate(BatchUpdate.of(ids, RESOLVED).readBack());
    assertThat(report.alerts().values()).containsExactly(UPDATED, ACCEPTED, UPDATED, UPDATED);
    assertThat(report.readBackError().orElseThrow().kind()).isEqualTo(ErrorKind.SERVER);
    assertThat(report.firstError()).as("of a call that changes").isEmpty();
    assertThat(report.isComplete()).isFalse();
  }

  @Test
  void readingBackThatIsNotAllowedEndsAtOnce() {
    List<String> ids = generated(20);
    tenant.faults().on("alerts.list", Occurrence.always(), Fault.status(403));
    BatchUpdateReport report = alerts.batchUpdate(BatchUpdate.of(ids, RESOLVED).readBack());
    assertThat(report.alerts().values()).containsOnly(ACCEPTED);
    assertThat(report.readBackError().orElseThrow().kind()).isEqualTo(ErrorKind.FORBIDDEN);
    assertThat(report.isComplete()).isFalse();
    assertThat(tenant.journal().of("alerts.get")).isEmpty();
  }

  /** One alert of the list makes it fail, not those that are read one by one. */
  @Test
  void aListThatFailsLeavesTheSingleAlerts() {
    List<String> ids = generated(8);
    tenant.faults().on("alerts.list", Occurrence.always(), Fault.status(501));
    BatchUpdateReport report = alerts.batchUpdate(BatchUpdate.of(ids, RESOLVED).readBack());
    assertThat(report.isComplete()).isTrue();
    assertThat(report.readBackError()).isPresent();
  }

  /** However many others changed: at most ten alerts are listed for each to be read. */
  @Test
  void theListIsNoDearerThanSingleCalls() {
    List<String> ids = generated(600);
    ids.forEach(id -> tenant.alerts().update(id, c -> c.status("InProgress")));
    List<String> few = ids.subList(0, 6);
    BatchUpdateReport report = alerts.batchUpdate(BatchUpdate.of(few, RESOLVED).readBack());
    assertThat(report.isComplete()).isTrue();
    assertThat(tenant.journal().of("alerts.list"))
        .singleElement()
        .satisfies(entry -> assertThat(entry.toString()).contains("top=60"));
  }

  @Test
  void aServiceThatIsDownEndsIt() {
    List<String> ids = generated(20);
    tenant.faults().on("alerts.batchUpdate", Occurrence.from(2), Fault.connectionRefused());
    BatchUpdateReport report = alerts.batchUpdate(BatchUpdate.of(ids, RESOLVED).sliceSize(2));
    assertThat(report.slices())
        .extracting(BatchUpdateReport.Slice::outcome)
        .containsExactly(ACCEPTED, UNKNOWN, UNKNOWN, UNKNOWN, NOT_SENT);
    assertThat(report.alertIds(NOT_SENT)).isEqualTo(ids.subList(8, 20));
  }

  @Test
  void errorsNowAndThenDoNotEndIt() {
    List<String> ids = generated(20);
    tenant.faults().on("alerts.batchUpdate", Occurrence.every(2), Fault.status(501));
    BatchUpdateReport report = alerts.batchUpdate(BatchUpdate.of(ids, RESOLVED).sliceSize(2));
    assertThat(report.alertIds(ACCEPTED)).hasSize(10);
    assertThat(report.alertIds(UNKNOWN)).hasSize(10);
  }

  @Test
  void anErrorThatEveryCallWouldMeetEndsIt() {
    List<String> ids = generated(9);
    tenant.faults().on("alerts.batchUpdate", Occurrence.from(2), Fault.status(403));
    BatchUpdateReport report = alerts.batchUpdate(BatchUpdate.of(ids, RESOLVED).sliceSize(3));
    assertThat(report.slices())
        .extracting(BatchUpdateReport.Slice::outcome)
        .containsExactly(ACCEPTED, REFUSED, NOT_SENT);
    assertThat(report.alertIds(NOT_SENT)).isEqualTo(ids.subList(6, 9));
    assertThat(tenant.journal().of("alerts.batchUpdate")).hasSize(2);
    assertThat(report).hasToString("BatchUpdateReport{ACCEPTED=3, REFUSED=3, NOT_SENT=3}");
  }

  /** Ten calls a minute are waited for; what would take longer than the deadline is not sent. */
  @Test
  void theQuotaIsKept() {
    List<String> ids = generated(25);
    BatchUpdate single = BatchUpdate.of(ids, RESOLVED).sliceSize(1);
    BatchUpdateReport hasty =
        alerts.batchUpdate(single, CallOptions.defaults().deadline(Duration.ofSeconds(10)));
    assertThat(hasty.alertIds(ACCEPTED)).hasSize(10);
    assertThat(hasty.alertIds(NOT_SENT)).hasSize(15);
    assertThat(hasty.firstError().orElseThrow().kind()).isEqualTo(ErrorKind.QUOTA);

    assertThat(alerts.batchUpdate(single).isComplete()).isTrue();
    assertThat(tenant.journal().count(429)).isZero();
  }

  @Test
  void anInterruptEndsItAndIsKept() {
    List<String> ids = generated(6);
    Thread.currentThread().interrupt();
    BatchUpdateReport report = alerts.batchUpdate(BatchUpdate.of(ids, RESOLVED).sliceSize(2));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(report.alerts().values()).containsOnly(NOT_SENT);
    assertThat(tenant.journal().of("alerts.batchUpdate")).isEmpty();
  }

  @Test
  void whatChangesNothingIsRefusedBeforeAnyCall() {
    assertThatThrownBy(() -> alerts.batchUpdate(List.of("a1"), u -> u))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("changes nothing");
    assertThat(tenant.journal().entries()).isEmpty();
  }
}
