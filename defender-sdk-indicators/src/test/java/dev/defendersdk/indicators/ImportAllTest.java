package dev.defendersdk.indicators;

import static dev.defendersdk.indicators.ImportOutcome.FAILED;
import static dev.defendersdk.indicators.ImportOutcome.IMPORTED;
import static dev.defendersdk.indicators.ImportOutcome.NOT_SENT;
import static dev.defendersdk.indicators.ImportOutcome.REFUSED;
import static dev.defendersdk.indicators.ImportOutcome.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.testkit.IndicatorView;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testkit.rules.Fault;
import dev.defendersdk.testkit.rules.Occurrence;
import dev.defendersdk.testsupport.InVirtualTime;
import dev.defendersdk.testsupport.facts.Wire;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Any number of indicators imported, and each one's outcome told. */
@Timeout(120)
class ImportAllTest {

  private final VirtualTime time = VirtualTime.startingAt(Tenants.NOW);
  private final SimulatedTenant tenant = Tenants.tenant(time);
  private final DefenderClient defender = Tenants.client(tenant);
  private final IndicatorsClient indicators = new IndicatorsClient(defender);

  @RegisterExtension final InVirtualTime inVirtualTime = new InVirtualTime(time);

  @AfterEach
  void close() {
    defender.close();
  }

  private static NewIndicator address(int i) {
    return NewIndicator.ipAddress("203.0." + (i >> 8) + "." + (i & 255)).block("t", "d");
  }

  private static List<NewIndicator> addresses(int count) {
    // Downwards, so that the results come in another order than they were given.
    return IntStream.range(0, count).mapToObj(i -> address(count - i)).toList();
  }

  @Test
  void eachGetsItsOwnResultInTheOrderGiven() {
    List<NewIndicator> given = addresses(1_203);
    tenant.indicators().fail(given.get(700).indicatorValue(), "The address is well known");
    ImportReport report = indicators.importAll(given);
    assertThat(report.items()).extracting(ImportReport.Item::indicator).isEqualTo(given);
    assertThat(report).hasToString("ImportReport{IMPORTED=1202, FAILED=1}");
    assertThat(report.isComplete()).isFalse();
    assertThat(report.firstError()).isEmpty();
    assertThat(report.items(FAILED))
        .singleElement()
        .satisfies(
            failed -> {
              assertThat(failed.indicator()).isEqualTo(given.get(700));
              assertThat(failed.failureReason()).isEqualTo("The address is well known");
              assertThat(failed.id()).isNull();
            });
    for (ImportReport.Item item : report.items(IMPORTED)) {
      assertThat(tenant.indicators().get(item.id()).indicatorValue())
          .isEqualTo(item.indicator().indicatorValue());
    }
    assertThat(tenant.journal().of("indicators.import")).hasSize(3);
    assertThat(tenant.indicators().all()).hasSize(1_202);
  }

  /** A result has no type: where one value comes under two, their order decides. */
  @Test
  void oneValueOfTwoTypesIsToldApart() {
    tenant.indicators().capacity(1);
    String name = "bad.example";
    ImportReport report =
        indicators.importAll(
            List.of(
                NewIndicator.url(name).block("t", "d"), NewIndicator.domain(name).block("t", "d")));
    assertThat(report.items())
        .extracting(ImportReport.Item::outcome)
        .containsExactly(IMPORTED, FAILED);
    assertThat(tenant.indicators().all())
        .singleElement()
        .satisfies(held -> assertThat(held.indicatorType()).isEqualTo("Url"));
  }

  @Test
  void aResultInTheServicesOwnSpellingIsFoundAndOneThatIsMissingIsUnknown() {
    Wire wire =
        Wire.answering(
            200,
            "{\"value\":[{\"id\":\"1\",\"indicator\":\"2001:DB8::7\",\"isFailed\":false},"
                + "{\"id\":\"2\",\"indicator\":\"198.51.100.1\",\"isFailed\":false}]}");
    ImportReport report =
        new IndicatorsClient(wire.client())
            .importAll(List.of(NewIndicator.ipAddress("2001:db8::7").block("t", "d"), address(1)));
    assertThat(report.items())
        .extracting(ImportReport.Item::outcome)
        .containsExactly(IMPORTED, UNKNOWN);
    assertThat(report.items().get(0).id()).isEqualTo("1");
  }

  /** The simulated tenant answers in its own spelling, in another order than was sent. */
  @Test
  void resultsAreFoundWhateverTheirSpellingAndOrder() {
    List<NewIndicator> given =
        List.of(
            NewIndicator.url("https://z.example/a").block("t", "d"),
            NewIndicator.domain("bad.example").block("t", "d"),
            NewIndicator.url("bad.example").block("t", "d"),
            NewIndicator.fileSha1("ab".repeat(20)).block("t", "d"),
            NewIndicator.fileMd5("cd".repeat(16)).block("t", "d"),
            NewIndicator.ipAddress("2001:db8::7").block("t", "d"));
    ImportReport report = indicators.importAll(given);
    assertThat(report.isComplete()).isTrue();
    for (ImportReport.Item item : report.items()) {
      assertThat(tenant.indicators().get(item.id()).indicatorValue())
          .isEqualTo(item.indicator().indicatorValue());
    }
  }

  @Test
  void oneWhoseResultIsLeftOutIsUnknown() {
    List<NewIndicator> given = addresses(20);
    tenant.indicators().leaveResultOut(given.get(7).indicatorValue());
    ImportReport report = indicators.importAll(given);
    assertThat(report).hasToString("ImportReport{IMPORTED=19, UNKNOWN=1}");
    assertThat(report.items().get(7).outcome()).isEqualTo(UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"isFailed\":false', IMPORTED",
    "'\"isFailed\":true', FAILED",
    "'\"isFailed\":null', UNKNOWN",
    "'\"isFailed\":\"what\"', UNKNOWN",
    "'\"failureReason\":\"no\"', UNKNOWN"
  })
  void onlyWhatIsSaidNotToHaveFailedIsImported(String said, ImportOutcome expected) {
    String value = address(1).indicatorValue();
    Wire wire =
        Wire.answering(
            200, "{\"value\":[{\"id\":\"1\",\"indicator\":\"" + value + "\"," + said + "}]}");
    ImportReport report = new IndicatorsClient(wire.client()).importAll(List.of(address(1)));
    assertThat(report.items()).extracting(ImportReport.Item::outcome).containsExactly(expected);
    assertThat(report.items().get(0).id()).isEqualTo(expected == IMPORTED ? "1" : null);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 429})
  void aRefusalAfterALostAttemptIsUnknown(int status) {
    tenant
        .faults()
        .on("indicators.import", Occurrence.nth(1), Fault.resetAfter())
        .on("indicators.import", Occurrence.from(2), Fault.status(status));
    ImportReport report = indicators.importAll(addresses(3));
    assertThat(report.counts()).containsOnlyKeys(UNKNOWN);
    assertThat(tenant.indicators().all()).as("the lost one acted").hasSize(3);
    tenant.faults().clear().on("indicators.import", Occurrence.always(), Fault.status(status));
    assertThat(indicators.importAll(addresses(3)).counts()).containsOnlyKeys(REFUSED);
  }

  @Test
  void inAnOutageItEnds() {
    tenant.faults().on("indicators.import", Occurrence.always(), Fault.dropped());
    ImportReport report = indicators.importAll(addresses(15_000));
    assertThat(report).hasToString("ImportReport{UNKNOWN=1000, NOT_SENT=14000}");
    assertThat(report.firstError().orElseThrow().kind()).isEqualTo(ErrorKind.DEADLINE);
    assertThat(time.now()).isBefore(Tenants.NOW.plus(Duration.ofMinutes(5)));
  }

  @Test
  void whereNoConnectionIsMadeNothingIsSent() {
    tenant.faults().on("indicators.import", Occurrence.always(), Fault.connectionRefused());
    assertThat(indicators.importAll(addresses(1_200)).counts()).containsOnlyKeys(NOT_SENT);
    tenant.faults().clear().on("indicators.import", Occurrence.first(4), Fault.connectionRefused());
    assertThat(indicators.importAll(addresses(1_200)))
        .as("one alone is no outage")
        .hasToString("ImportReport{IMPORTED=700, NOT_SENT=500}");
  }

  @Test
  void aRefusedSliceDoesNotStopTheOthers() {
    tenant.faults().on("indicators.import", Occurrence.nth(2), Fault.status(400));
    ImportReport report = indicators.importAll(addresses(1_200));
    assertThat(report.counts()).containsEntry(IMPORTED, 700).containsEntry(REFUSED, 500).hasSize(2);
    assertThat(report.items().subList(500, 1_000))
        .allSatisfy(
            item -> {
              assertThat(item.outcome()).isEqualTo(REFUSED);
              assertThat(item.error().kind()).isEqualTo(ErrorKind.BAD_REQUEST);
            });
  }

  @Test
  void aLostAnswerIsSentAgainAndIfItStaysLostItIsUnknown() {
    tenant.faults().on("indicators.import", Occurrence.nth(1), Fault.resetAfter());
    assertThat(indicators.importAll(addresses(3)).isComplete()).isTrue();
    assertThat(tenant.journal().of("indicators.import")).hasSize(2);
    assertThat(tenant.indicators().all()).as("updated by the second").hasSize(3);

    tenant.faults().clear().on("indicators.import", Occurrence.always(), Fault.resetAfter());
    ImportReport lost = indicators.importAll(addresses(3));
    assertThat(lost.items()).extracting(ImportReport.Item::outcome).containsOnly(UNKNOWN);
    assertThat(lost.firstError()).isPresent();
  }

  @Test
  void anErrorThatEveryCallWouldMeetEndsIt() {
    tenant.faults().on("indicators.import", Occurrence.from(2), Fault.status(403));
    ImportReport report = indicators.importAll(addresses(1_300));
    assertThat(report).hasToString("ImportReport{IMPORTED=500, REFUSED=500, NOT_SENT=300}");
    assertThat(report.items(NOT_SENT)).allSatisfy(i -> assertThat(i.error()).isNotNull());
    assertThat(tenant.journal().of("indicators.import")).hasSize(2);
  }

  @Test
  void theServicesOwnBoundIsTakenOver() {
    tenant
        .faults()
        .on(
            "indicators.import",
            Occurrence.nth(1),
            Fault.status(400)
                .code("MaximumBatchSizeExceeded")
                .message("Received: 500, allowed: 400")
                .acting(false));
    assertThat(indicators.importAll(addresses(900)).isComplete()).isTrue();
    assertThat(tenant.journal().of("indicators.import")).hasSize(1 + 3);
  }

  @Test
  void aBoundThatIsNotSaidIsFoundByHalves() {
    Fault tooMany =
        Fault.status(400).code("MaximumBatchSizeExceeded").message("Too many").acting(false);
    tenant.faults().on("indicators.import", Occurrence.first(2), tooMany);
    assertThat(indicators.importAll(addresses(500)).isComplete()).isTrue();
    assertThat(tenant.journal().of("indicators.import")).as("of 125").hasSize(2 + 4);
    tenant.faults().clear().on("indicators.import", Occurrence.always(), tooMany);
    assertThat(indicators.importAll(addresses(5)).counts()).containsOnlyKeys(REFUSED);
  }

  /** 30 a minute are waited for; what would take longer than the deadline is not sent. */
  @Test
  void theQuotaIsKept() {
    CallOptions hasty = CallOptions.defaults().deadline(Duration.ofSeconds(10));
    List<NewIndicator> given = addresses(31 * 500);
    tenant.indicators().capacity(20_000);
    ImportReport report = indicators.importAll(given, hasty);
    assertThat(report.counts()).containsEntry(IMPORTED, 15_000).containsEntry(NOT_SENT, 500);
    assertThat(report.firstError().orElseThrow().kind()).isEqualTo(ErrorKind.QUOTA);
    assertThat(indicators.importAll(given).isComplete()).isTrue();
    assertThat(tenant.journal().count(429)).isZero();
  }

  @Test
  void anInterruptEndsItAndIsKept() {
    Thread.currentThread().interrupt();
    ImportReport report = indicators.importAll(addresses(600));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(report.counts()).containsOnlyKeys(NOT_SENT);
    assertThat(tenant.indicators().all()).isEmpty();
  }

  @Test
  void durationsAreCountedFromTheBeginning() {
    List<NewIndicator> given =
        addresses(31 * 500).stream().map(i -> i.expiresAfter(Duration.ofHours(1))).toList();
    tenant.indicators().capacity(20_000);
    assertThat(indicators.importAll(given).isComplete()).as("over two minutes").isTrue();
    assertThat(tenant.indicators().all())
        .extracting(IndicatorView::expirationTime)
        .containsOnly(Tenants.NOW.plus(Duration.ofHours(1)));
  }
}
