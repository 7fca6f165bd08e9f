package dev.defendersdk.hunting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.error.BadRequestException;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the simulated tenant knows of the query language, and that it refuses the rest. */
class SimulatedKqlTest {

  private final VirtualTime time = VirtualTime.startingAt(Tenants.NOW);
  private final SimulatedTenant tenant = Tenants.tenant(time);
  private final DefenderClient defender = Tenants.client(tenant);
  private final HuntingClient hunting = new HuntingClient(defender);

  @BeforeEach
  void events() {
    event(1, Duration.ofHours(3), "pc-one", "powershell -enc aGk=");
    event(2, Duration.ofHours(2), "pc-two", "tools/PowerShell.exe");
    event(3, Duration.ofHours(1), "srv-one", "mypowershell");
    event(4, Duration.ofMinutes(10), "srv-two", "cmd /c dir");
  }

  private void event(long reportId, Duration ago, String name, String command) {
    tenant
        .hunting()
        .event(
            "DeviceEvents",
            Map.of(
                "Timestamp",
                Tenants.NOW.minus(ago),
                "DeviceId",
                "0f",
                "DeviceName",
                name,
                "ReportId",
                reportId,
                "ProcessCommandLine",
                command));
  }

  @AfterEach
  void close() {
    defender.close();
  }

  private List<Long> found(String operators) {
    HuntingResult result = hunting.run(HuntingQuery.of("DeviceEvents | " + operators));
    return result.map(row -> row.number("ReportId"));
  }

  @Test
  void hasFindsAWholeTermInAnyCase() {
    assertThat(found("where ProcessCommandLine has 'powershell'")).containsExactly(1L, 2L);
    assertThat(found("where ProcessCommandLine !has 'powershell'")).containsExactly(3L, 4L);
    assertThat(found("where ProcessCommandLine has 'power'")).isEmpty();
    assertThat(found("where ProcessCommandLine contains 'power'")).containsExactly(1L, 2L, 3L);
  }

  @Test
  void inFindsOneOfAList() {
    assertThat(found("where DeviceName in ('pc-one', 'srv-two')")).containsExactly(1L, 4L);
    assertThat(found("where ReportId in (2, 3, 5)")).containsExactly(2L, 3L);
    assertThat(found("where DeviceName !in ('pc-one', 'srv-two')")).containsExactly(2L, 3L);
    assertThat(found("where DeviceName in ('PC-ONE')")).isEmpty();
    assertThat(found("where DeviceName in~ ('PC-ONE')")).containsExactly(1L);
  }

  @Test
  void betweenHasBothItsEnds() {
    assertThat(found("where ReportId between (2 .. 3)")).containsExactly(2L, 3L);
    assertThat(found("where ReportId !between (2 .. 3)")).containsExactly(1L, 4L);
    assertThat(
            found(
                "where Timestamp between (datetime(2026-11-24T06:00:00Z)"
                    + " .. datetime(2026-11-24T07:00:00Z))"))
        .containsExactly(2L, 3L);
    assertThat(found("where Timestamp between (ago(2h) .. ago(11m))")).containsExactly(2L, 3L);
  }

  @Test
  void agoCountsFromNow() throws Exception {
    assertThat(found("where Timestamp >= ago(2h)")).containsExactly(2L, 3L, 4L);
    assertThat(found("where Timestamp > ago(2h)")).containsExactly(3L, 4L);
    assertThat(found("where Timestamp > ago(1d)")).containsExactly(1L, 2L, 3L, 4L);
    time.call(() -> time.newSignal().await(time.nanos() + Duration.ofMinutes(50).toNanos()));
    assertThat(found("where Timestamp > ago(61m)")).as("50 minutes later").containsExactly(4L);
  }

  @Test
  void takeGivesSoManyRows() {
    assertThat(found("take 2")).hasSize(2);
    assertThat(found("limit 3")).hasSize(3);
    assertThat(found("take 5")).hasSize(4);
    assertThat(found("where ReportId > 2 | take 1")).containsExactly(3L);
  }

  @Test
  void orderBySortsDescendingUnlessSaidOtherwise() {
    assertThat(found("order by Timestamp")).containsExactly(4L, 3L, 2L, 1L);
    assertThat(found("sort by Timestamp asc")).containsExactly(1L, 2L, 3L, 4L);
    assertThat(found("order by DeviceName desc | take 1")).containsExactly(4L);
    event(5, Duration.ofHours(1), "srv-one", "cmd");
    assertThat(found("order by DeviceName asc, ReportId desc")).containsExactly(1L, 2L, 5L, 3L, 4L);
  }

  @Test
  void projectGivesTheseColumnsInThisOrder() {
    HuntingResult result =
        hunting.run(
            HuntingQuery.of("DeviceEvents | where ReportId == 1 | project ReportId, DeviceName"));
    assertThat(result.columns())
        .containsExactly(
            new HuntingColumn("ReportId", ColumnType.INT64),
            new HuntingColumn("DeviceName", ColumnType.STRING));
    assertThat(result.map(HuntingRow::toMap))
        .containsExactly(Map.of("ReportId", 1L, "DeviceName", "pc-one"));
  }

  /** Not known to the tenant, which so gives no wrong answer. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "summarize; summarize count() by DeviceName",
        "join; join kind=inner (DeviceProcessEvents) on DeviceId",
        "extend; extend Name = DeviceName",
        "union; union DeviceProcessEvents",
        "count; count",
        "distinct; distinct DeviceName",
        "top; top 3 by Timestamp",
        "render; render timechart",
        "invoke; invoke FileProfile()"
      })
  void anotherOperatorIsRefusedByItsName(String operator, String operators) {
    assertThat(refusal("DeviceEvents | " + operators))
        .contains("'" + operator + "' operator")
        .contains("Fix semantic errors in your query");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "union DeviceEvents, DeviceProcessEvents",
        "let name = 'pc-one'; DeviceEvents",
        "search 'pc-one'",
        "DeviceEvents | mv-expand DeviceName",
        "DeviceEvents | project-away DeviceName",
        "DeviceEvents | project Name = DeviceName",
        "DeviceEvents | project Missing",
        "DeviceEvents | order by Missing",
        "DeviceEvents | take all",
        "DeviceEvents | where DeviceName has_any ('pc', 'srv')",
        "DeviceEvents | where DeviceName matches regex 'pc.*'",
        "DeviceEvents | where strlen(DeviceName) > 3",
        "DeviceEvents | where not(ReportId == 1)",
        "DeviceEvents | where ReportId + 1 == 2",
        "DeviceEvents | where ReportId == 'one'",
        "DeviceEvents |",
        "MissingTable"
      })
  void whatElseItDoesNotKnowIsRefused(String query) {
    assertThat(refusal(query)).containsPattern("Fix (semantic|syntax) errors in your query");
  }

  private String refusal(String query) {
    BadRequestException thrown =
        catchThrowableOfType(BadRequestException.class, () -> hunting.run(HuntingQuery.of(query)));
    assertThat(thrown).as(query).isNotNull();
    return thrown.serviceMessage().orElseThrow();
  }
}
