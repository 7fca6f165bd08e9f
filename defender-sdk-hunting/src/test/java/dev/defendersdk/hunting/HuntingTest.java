package dev.defendersdk.hunting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.EventReference;
import dev.defendersdk.core.error.BadRequestException;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.error.ForbiddenException;
import dev.defendersdk.core.error.NotFoundException;
import dev.defendersdk.core.error.ThrottledException;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.VirtualTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Hunting in a simulated tenant. */
class HuntingTest {

  private static final Instant NOW = Tenants.NOW;
  private static final Instant SEEN = NOW.minusSeconds(3_600).plusNanos(123_456_700);
  private static final long BEYOND_DOUBLES = (1L << 53) + 1;

  private final VirtualTime time = VirtualTime.startingAt(NOW);
  private final SimulatedTenant tenant = Tenants.tenant(time);
  private final DefenderClient defender = Tenants.client(tenant);
  private final HuntingClient hunting = new HuntingClient(defender);

  @AfterEach
  void close() {
    defender.close();
  }

  @Test
  void aQueryFindsTheTenantsEvents() {
    tenant.hunting().event("DeviceEvents", Tenants.event(SEEN, "pc \"one\"", BEYOND_DOUBLES));
    tenant.hunting().event("DeviceEvents", Tenants.event(SEEN, "pc two", 7));

    HuntingResult result =
        hunting.run(
            HuntingQuery.of(
                    "DeviceEvents | where DeviceName == {name} and Timestamp > {since}"
                        + " | project Timestamp, DeviceId, ReportId")
                .with("name", "pc \"one\"")
                .with("since", SEEN.minusNanos(100)));

    assertThat(result.size()).isEqualTo(1);
    assertThat(result.isPerhapsMore()).isFalse();
    assertThat(result.columns())
        .containsExactly(
            new HuntingColumn("Timestamp", ColumnType.DATE_TIME),
            new HuntingColumn("DeviceId", ColumnType.STRING),
            new HuntingColumn("ReportId", ColumnType.INT64));
    assertThat(result.map(row -> row.eventReference().orElseThrow()))
        .as("exact to the last digit")
        .containsExactly(new EventReference("0f", SEEN, "9007199254740993"));
    assertThat(result.stream().map(row -> row.number("reportid")))
        .as("columns in any case")
        .containsExactly(BEYOND_DOUBLES);
  }

  @Test
  void everyMachineHasEventsWithReportIdsThatNoDoubleHolds() {
    HuntingResult result = hunting.run(HuntingQuery.of("DeviceProcessEvents"));
    assertThat(result.map(row -> row.text("DeviceId")))
        .containsExactlyInAnyOrderElementsOf(tenant.machines().ids());
    for (HuntingRow row : result) {
      long reportId = row.number("ReportId");
      assertThat((long) (double) reportId).isNotEqualTo(reportId);
    }
  }

  @Test
  void valuesAreTypedByTheSchema() {
    tenant
        .hunting()
        .event(
            "DeviceEvents",
            Map.of(
                "Timestamp",
                SEEN,
                "Elevated",
                true,
                "Score",
                new BigDecimal("0.10"),
                "Port",
                443L,
                "Fields",
                Map.of("Names", List.of("a", "b"), "Size", BEYOND_DOUBLES),
                "AdditionalFields",
                "{\"Size\":1}"));

    HuntingRow row = hunting.run(HuntingQuery.of("DeviceEvents")).iterator().next();

    assertThat(row.value("Timestamp")).isEqualTo(SEEN);
    assertThat(row.instant("Timestamp")).isEqualTo(SEEN);
    assertThat(row.truth("Elevated")).isTrue();
    assertThat(row.decimal("Score")).isEqualTo(new BigDecimal("0.10"));
    assertThat(row.number("Port")).isEqualTo(443);
    assertThat(row.decimal("Port")).isEqualTo(new BigDecimal("443"));
    assertThat(row.text("Port")).isEqualTo("443");
    assertThat(row.dynamic("Fields"))
        .isEqualTo(Map.of("Names", List.of("a", "b"), "Size", BEYOND_DOUBLES));
    assertThat(row.value("AdditionalFields")).isEqualTo("{\"Size\":1}");
    assertThat(row.dynamic("AdditionalFields")).isEqualTo(Map.of("Size", 1L));
    assertThat(row.text("DeviceId")).as("a value that is not there").isNull();
    assertThat(row.eventReference()).as("without device and report").isEmpty();
    assertThat(row.toMap()).containsEntry("Port", 443L).containsEntry("FileName", null);
    assertThatThrownBy(() -> row.text("Prot"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"Prot\"")
        .hasMessageContaining("Port");
    assertThatThrownBy(() -> row.instant("Port"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Int64")
        .hasMessageContaining("not an instant");
  }

  @Test
  void aTimeSpanBoundsWhatIsFound() {
    for (int day = 0; day < 40; day++) {
      tenant
          .hunting()
          .event("DeviceEvents", Tenants.event(NOW.minus(Duration.ofDays(day)), "pc", day));
    }
    HuntingQuery all = HuntingQuery.of("DeviceEvents");
    Instant ago = NOW.minus(Duration.ofDays(10));
    assertThat(hunting.run(all).size()).as("30 days by default").isEqualTo(31);
    assertThat(days(HuntingTimespan.last(Duration.ofDays(3)))).isEqualTo(4);
    assertThat(days(HuntingTimespan.since(ago))).isEqualTo(11);
    assertThat(days(HuntingTimespan.between(ago, NOW.minus(Duration.ofDays(8))))).isEqualTo(3);
    assertThat(days(HuntingTimespan.from(ago, Duration.ofHours(36)))).isEqualTo(2);
    assertThat(days(HuntingTimespan.until(ago, Duration.ofDays(1)))).isEqualTo(2);
    assertThat(days(HuntingTimespan.last(Duration.ofDays(90)))).as("no further back").isEqualTo(31);
  }

  private int days(HuntingTimespan timespan) {
    return hunting.run(HuntingQuery.of("DeviceEvents").timespan(timespan)).size();
  }

  @Test
  void aQueryThatIsWrongIsToldInTheServicesWords() {
    BadRequestException thrown =
        catchThrowableOfType(
            BadRequestException.class,
            () -> hunting.run(HuntingQuery.of("DeviceEvents | where DeviceNmae == 'pc'")));
    assertThat(thrown.serviceMessage())
        .hasValueSatisfying(text -> assertThat(text).contains("DeviceNmae"));
    assertThat(thrown.requestId()).as("one level below on Graph").isPresent();
    assertThat(HuntingLimit.of(thrown)).isEmpty();
  }

  @Test
  void thePermissionThatIsMissingIsNamed() {
    SimulatedTenant bare =
        SimulatedTenant.builder().time(time).roles("AdvancedQuery.Read.All").build();
    try (DefenderClient client = Tenants.client(bare)) {
      assertThatThrownBy(() -> new HuntingClient(client).run(HuntingQuery.of("DeviceEvents")))
          .isInstanceOf(ForbiddenException.class)
          .hasMessageContaining("ThreatHunting.Read.All");
    }
  }

  @Test
  void quotasAreToldApartWithTheWait() {
    tenant.hunting().useUpCpu().useUpRunTime();
    HuntingQuery query = HuntingQuery.of("DeviceEvents");
    ThrottledException cpu =
        catchThrowableOfType(ThrottledException.class, () -> hunting.run(query));
    assertThat(HuntingLimit.of(cpu)).contains(HuntingLimit.CPU);
    assertThat(HuntingLimit.CPU.waitAfter(cpu)).isEqualTo(Duration.ofMinutes(15));
    ThrottledException runTime =
        catchThrowableOfType(ThrottledException.class, () -> hunting.runOnDefender(query));
    assertThat(HuntingLimit.of(runTime)).contains(HuntingLimit.RUN_TIME);
    assertThat(HuntingLimit.RUN_TIME.waitAfter(runTime)).isEqualTo(Duration.ofHours(1));
    assertThat(tenant.journal().of("graph.hunting.run")).as("no wait is begun").hasSize(1);
  }

  @Test
  void callsBeyondTheQuotaAreNotSent() {
    HuntingQuery query = HuntingQuery.of("DeviceEvents | take 1");
    CallOptions hasty = CallOptions.defaults().deadline(Duration.ofSeconds(5));
    for (int i = 0; i < 45; i++) {
      hunting.run(query, hasty);
    }
    DefenderException thrown =
        catchThrowableOfType(DefenderException.class, () -> hunting.run(query, hasty));
    assertThat(HuntingLimit.of(thrown)).contains(HuntingLimit.CALLS);
    assertThat(HuntingLimit.CALLS.waitAfter(thrown)).isPositive();
    assertThat(tenant.journal().of("graph.hunting.run")).hasSize(45);
  }

  @Test
  void theOldRouteIsTakenOnlyWhenAskedForAndEnds() {
    tenant.hunting().event("DeviceEvents", Tenants.event(SEEN, "pc", BEYOND_DOUBLES));
    HuntingQuery query = HuntingQuery.of("DeviceEvents");
    assertThat(hunting.runOnDefender(query).map(row -> row.number("ReportId")))
        .containsExactly(BEYOND_DOUBLES);
    assertThatThrownBy(
            () -> hunting.runOnDefender(query.timespan(HuntingTimespan.last(Duration.ofDays(1)))))
        .isInstanceOf(IllegalArgumentException.class);

    tenant.hunting().defenderRouteEnds(NOW);
    assertThatThrownBy(() -> hunting.runOnDefender(query)).isInstanceOf(NotFoundException.class);
    assertThat(tenant.journal().of("graph.hunting.run")).as("no silent fallback").isEmpty();
  }

  @Test
  void afterItsEndTheOldRouteNamesWhatReplacesIt() throws Exception {
    VirtualTime later = VirtualTime.startingAt(Instant.parse("2027-02-01T00:00:00Z"));
    SimulatedTenant retired = SimulatedTenant.builder().time(later).build();
    try (DefenderClient client = Tenants.client(retired)) {
      assertThatThrownBy(
              () -> new HuntingClient(client).runOnDefender(HuntingQuery.of("DeviceEvents")))
          .hasMessageContaining("use graph.hunting.run instead")
          .hasMessageContaining("ThreatHunting.Read.All");
    }
  }

  @Test
  void slicesAreHalvedUntilEachIsWhole() throws Exception {
    Instant from = NOW.minus(Duration.ofDays(1));
    IntStream.range(0, 500)
        .forEach(
            i ->
                tenant
                    .hunting()
                    // Denser towards the end, and some at one instant.
                    .event(
                        "DeviceEvents",
                        Tenants.event(NOW.minusSeconds(1 + (long) (i / 2) * (i / 2)), "pc", i)));
    tenant.hunting().largestResult(100_000, 10_000);
    HuntingQuery query =
        HuntingQuery.of(
            "DeviceEvents | where Timestamp >= {from} and Timestamp < {to}"
                + " | project Timestamp, ReportId");

    List<SlicedResults.Part> parts = new ArrayList<>();
    time.call(
        () -> {
          hunting.runSliced(query, TimeSlices.between(from, NOW)).forEach(parts::add);
          return null;
        });

    assertThat(
            parts.stream().flatMap(part -> part.result().stream()).map(r -> r.number("ReportId")))
        .as("each event once")
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 500).mapToObj(Long::valueOf).toList());
    assertThat(parts).hasSizeGreaterThan(2);
    Instant end = from;
    for (SlicedResults.Part part : parts) {
      assertThat(part.from()).as("no gap and no overlap").isEqualTo(end);
      assertThat(part.result().isPerhapsMore()).isFalse();
      end = part.to();
    }
    assertThat(end).isEqualTo(NOW);
  }

  @Test
  void aSliceWaitsUntilTheShareOfCpuComesAgain() throws Exception {
    tenant.hunting().event("DeviceEvents", Tenants.event(SEEN, "pc", 1)).useUpCpu();
    HuntingQuery query =
        HuntingQuery.of("DeviceEvents | where Timestamp >= {from} and Timestamp < {to}");
    long rows =
        time.call(() -> hunting.runSliced(query, TimeSlices.between(SEEN, NOW)).rows().count());
    assertThat(rows).isEqualTo(1);
    assertThat(Duration.between(NOW, time.now())).isGreaterThanOrEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void aResultOfAHundredThousandRowsIsPerhapsNotAll() {
    IntStream.range(0, 100_000)
        .forEach(i -> tenant.hunting().event("DeviceEvents", Map.of("Timestamp", NOW)));
    HuntingResult result =
        hunting.run(HuntingQuery.of("DeviceEvents | project Timestamp | take 100000"));
    assertThat(result.isPerhapsMore()).isTrue();
    assertThat(hunting.run(HuntingQuery.of("DeviceEvents | take 99999")).isPerhapsMore()).isFalse();
  }

  @Test
  void aResultOfFiftyMegabytesIsPerhapsNotAll() {
    String text = "x".repeat(100_000);
    for (int i = 0; i < 500; i++) {
      tenant.hunting().event("DeviceEvents", Map.of("Timestamp", NOW, "ProcessCommandLine", text));
    }
    tenant.hunting().largestResult(100_000, 60_000_000);
    String query = "DeviceEvents | project ProcessCommandLine | take ";
    assertThat(hunting.run(HuntingQuery.of(query + 500)).isPerhapsMore()).isTrue();
    assertThat(hunting.run(HuntingQuery.of(query + 499)).isPerhapsMore()).isFalse();
  }
}
