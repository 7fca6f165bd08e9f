package dev.defendersdk.hunting;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.error.ErrorReport;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testsupport.arguments.Cases;
import dev.defendersdk.testsupport.arguments.Cases.Row;
import dev.defendersdk.testsupport.arguments.WrongArgumentChecks;
import dev.defendersdk.testsupport.facts.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Every public method of this module answers a wrong argument before any call. */
class WrongArgumentsTest extends WrongArgumentChecks {

  private static final Instant NOW = Tenants.NOW;
  private static final Duration LONG = Duration.ofDays(40_000);
  private static final CallOptions OPTIONS = CallOptions.defaults();

  private final DefenderClient defender = Tenants.client(tenant());

  WrongArgumentsTest() {
    super(Tenants.tenant(VirtualTime.startingAt(NOW)), HuntingClient.class);
  }

  @Override
  protected void fill(Cases cases) {
    clients(cases);
    queries(cases);
    spans(cases);
    results(cases);
    errors(cases);
    cases.none(
        "what was found in one slice: handed out by the iterator",
        "new SlicedResults.Part(Instant,Instant,HuntingResult)");
  }

  private void clients(Cases cases) {
    HuntingClient hunting = new HuntingClient(defender);
    HuntingQuery query = HuntingQuery.of("T | where A == {a}");
    HuntingQuery sliced = HuntingQuery.of("T | where A > {from} and A < {to}");
    HuntingQuery right = query.with("a", 1);
    HuntingQuery spanned = right.timespan(HuntingTimespan.since(NOW));
    TimeSlices slices = TimeSlices.between(NOW.minusSeconds(1), NOW);
    cases.row("new HuntingClient(DefenderClient)", null, defender);
    cases.row("HuntingClient.run(HuntingQuery)", hunting, right).wrong(0, query, "a is missing");
    cases
        .row("HuntingClient.run(HuntingQuery,CallOptions)", hunting, right, OPTIONS)
        .wrong(0, query, "a is missing");
    cases
        .row("HuntingClient.runOnDefender(HuntingQuery)", hunting, right)
        .wrong(0, query, "a is missing")
        .wrong(0, spanned, "2026-11-24T08:00:00Z");
    cases
        .row("HuntingClient.runOnDefender(HuntingQuery,CallOptions)", hunting, right, OPTIONS)
        .wrong(0, query, "a is missing")
        .wrong(0, spanned, "2026-11-24T08:00:00Z")
        .wrong(0, right.workspaceId("0c6c2f0e-7d06-4f2e-9a5c-1f0a3b1c2d3e"), "0c6c2f0e");
    cases
        .row("HuntingClient.runSliced(HuntingQuery,TimeSlices)", hunting, sliced, slices)
        .wrong(0, query, "{from}")
        .wrong(0, sliced.with("from", NOW), "from")
        .wrong(0, sliced.timespan(HuntingTimespan.since(NOW)), "2026-11-24T08:00:00Z");
    cases
        .row(
            "HuntingClient.runSliced(HuntingQuery,TimeSlices,CallOptions)",
            hunting,
            sliced,
            slices,
            OPTIONS)
        .wrong(0, right, "{from}")
        .wrong(
            0, HuntingQuery.of("T | where A > {from} and A < {to} and A != {b}"), "b is missing");
  }

  private static void queries(Cases cases) {
    HuntingQuery query = HuntingQuery.of("T | where A == {a}");
    Object object = new Object();
    cases.row("HuntingQuery.of(String)", null, "T").wrong(0, "").wrong(0, " ");
    cases
        .row("HuntingQuery.with(String,Object)", query, "a", 1)
        .wrong(0, "")
        .wrong(0, "b")
        .wrong(1, object, "Object")
        .wrong(1, Double.NaN)
        .wrong(1, List.of(), "a")
        .wrong(1, List.of(1.5), "java.lang.Double")
        .wrong(1, "\ud83d", "a")
        .wrong(1, Duration.ofNanos(-1));
    cases.row("HuntingQuery.timespan(HuntingTimespan)", query, HuntingTimespan.since(NOW));
    cases
        .row("HuntingQuery.workspaceId(String)", query, "0c6c2f0e-7d06-4f2e-9a5c-1f0a3b1c2d3e")
        .wrong(0, "")
        .wrong(0, "main");
  }

  private static void spans(Cases cases) {
    Duration day = Duration.ofDays(1);
    Instant before = NOW.minusSeconds(1);
    length(cases.row("HuntingTimespan.last(Duration)", null, day), 0).wrong(0, LONG);
    cases.row("HuntingTimespan.since(Instant)", null, NOW);
    cases.row("HuntingTimespan.between(Instant,Instant)", null, before, NOW).wrong(0, NOW);
    length(cases.row("HuntingTimespan.from(Instant,Duration)", null, NOW, day), 1);
    length(cases.row("HuntingTimespan.until(Instant,Duration)", null, NOW, day), 1);
    TimeSlices slices = TimeSlices.between(before, NOW);
    cases.row("TimeSlices.between(Instant,Instant)", null, before, NOW).wrong(0, NOW);
    for (String method : List.of("each", "least")) {
      length(cases.row("TimeSlices." + method + "(Duration)", slices, day), 0)
          .wrong(0, Duration.ofNanos(1))
          .wrong(0, LONG);
    }
  }

  private static Row length(Row row, int place) {
    return row.wrong(place, Duration.ZERO);
  }

  private static void results(Cases cases) {
    cases.row("ColumnType.of(String)", null, "DateTime").wrong(0, "");
    cases.row("new HuntingColumn(String,ColumnType)", null, "A", ColumnType.STRING).wrong(0, "");
    Wire wire =
        Wire.answering(
            200, "{\"schema\":[{\"name\":\"A\",\"type\":\"Object\"}],\"results\":[{\"A\":{}}]}");
    HuntingResult result = new HuntingClient(wire.client()).run(HuntingQuery.of("T"));
    Function<HuntingRow, String> function = HuntingRow::toString;
    cases.row("HuntingResult.map(Function)", result, function);
    HuntingRow row = result.iterator().next();
    for (String accessor : List.of("text", "number", "decimal", "truth", "instant")) {
      cases
          .row("HuntingRow." + accessor + "(String)", row, "A")
          .wrong(0, "")
          .wrong(0, "B")
          .wrong(0, "A");
    }
    cases.row("HuntingRow.value(String)", row, "A").wrong(0, "").wrong(0, "B");
    cases.row("HuntingRow.dynamic(String)", row, "A").wrong(0, "").wrong(0, "B");
  }

  private static void errors(Cases cases) {
    Exception error = ErrorReport.of(ErrorKind.SERVER).toException();
    cases.row("HuntingLimit.of(DefenderException)", null, error);
    cases.row("HuntingLimit.waitAfter(DefenderException)", HuntingLimit.CPU, error);
  }
}
