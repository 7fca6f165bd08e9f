package dev.defendersdk.indicators.arguments;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.odata.Filter;
import dev.defendersdk.indicators.IndicatorFields;
import dev.defendersdk.indicators.IndicatorQuery;
import dev.defendersdk.indicators.IndicatorsClient;
import dev.defendersdk.indicators.NewIndicator;
import dev.defendersdk.testsupport.arguments.Cases;
import dev.defendersdk.testsupport.arguments.Cases.Row;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Wrong arguments of the calls on indicators. */
final class IndicatorCases {

  private static final CallOptions OPTIONS = CallOptions.defaults();
  private static final NewIndicator BLOCKED = NewIndicator.domain("bad.example").block("t", "d");
  private static final NewIndicator PAST = BLOCKED.expiresAt(Instant.parse("2026-11-24T08:00:00Z"));

  private IndicatorCases() {}

  static void fill(Cases cases, DefenderClient defender) {
    cases.row("new IndicatorsClient(DefenderClient)", null, defender);
    IndicatorsClient indicators = new IndicatorsClient(defender);
    reading(cases, indicators);
    sending(cases, indicators);
    deleting(cases, indicators);
    queries(cases);
    cases
        .row("ImportReport.of(List,List)", null, List.of(BLOCKED), List.of())
        .wrong(0, Arrays.asList(BLOCKED, null), "sent[1] is null")
        .wrong(1, Arrays.asList((Object) null), "results[0] is null");
    cases.none(
        "asks a report, which holds no null",
        "ImportReport.items(ImportOutcome)",
        "BatchDeleteReport.items(BatchDeleteOutcome)");
    cases.none(
        "handed out: its constructor is no promise",
        "new ImportReport.Item(NewIndicator,ImportOutcome,String,String,DefenderException)",
        "new BatchDeleteReport.Item(String,BatchDeleteOutcome,DefenderException)");
  }

  private static void reading(Cases cases, IndicatorsClient indicators) {
    UnaryOperator<IndicatorQuery> all = q -> q;
    UnaryOperator<IndicatorQuery> nothing = q -> null;
    IndicatorQuery large = IndicatorQuery.all().pageSize(10_001);
    cases
        .row("IndicatorsClient.list(UnaryOperator)", indicators, all)
        .wrong(0, nothing, "query is null");
    cases
        .row("IndicatorsClient.list(IndicatorQuery)", indicators, IndicatorQuery.all())
        .wrong(0, large, "pageSize is 10001");
    cases
        .row(
            "IndicatorsClient.list(IndicatorQuery,CallOptions)",
            indicators,
            IndicatorQuery.all(),
            OPTIONS)
        .wrong(0, large, "pageSize is 10001");
  }

  private static void sending(Cases cases, IndicatorsClient indicators) {
    cases
        .row("IndicatorsClient.submit(NewIndicator)", indicators, BLOCKED)
        .wrong(0, PAST, "2026-11-24T08:00:00Z");
    cases
        .row("IndicatorsClient.submit(NewIndicator,CallOptions)", indicators, BLOCKED, OPTIONS)
        .wrong(0, PAST, "must be after now");
    many(cases.row("IndicatorsClient.importAll(Collection)", indicators, List.of(BLOCKED)));
    many(
        cases.row(
            "IndicatorsClient.importAll(Collection,CallOptions)",
            indicators,
            List.of(BLOCKED),
            OPTIONS));
  }

  private static Row many(Row row) {
    return row.wrong(0, List.of(), "indicators has 0 elements")
        .wrong(0, Arrays.asList(BLOCKED, null), "indicators[1] is null")
        .wrong(0, List.of(BLOCKED, PAST), "indicators[1] cannot be sent");
  }

  private static void deleting(Cases cases, IndicatorsClient indicators) {
    id(cases.row("IndicatorsClient.delete(String)", indicators, "1"));
    id(cases.row("IndicatorsClient.delete(String,CallOptions)", indicators, "1", OPTIONS));
    ids(cases.row("IndicatorsClient.batchDelete(Collection)", indicators, List.of("1")));
    ids(
        cases.row(
            "IndicatorsClient.batchDelete(Collection,CallOptions)",
            indicators,
            List.of("1"),
            OPTIONS));
  }

  private static Row id(Row row) {
    return row.blank(0).wrong(0, "a/b").wrong(0, "..").wrong(0, "a b").wrong(0, "-1");
  }

  private static Row ids(Row row) {
    return row.wrong(0, List.of(), "indicatorIds has 0 elements")
        .wrong(0, Arrays.asList("1", null), "indicatorIds[1] is null")
        .wrong(0, List.of("1", "a b"), "indicatorIds[1] is \"a b\"")
        .wrong(0, List.of("1", "abc"), "indicatorIds[1] is \"abc\"");
  }

  private static void queries(Cases cases) {
    Function<IndicatorFields, Filter> filter = i -> i.title().eq("t");
    Function<IndicatorFields, Filter> none = i -> null;
    IndicatorQuery query = IndicatorQuery.all();
    cases.row("IndicatorQuery.where(Function)", query, filter).wrong(0, none, "filter is null");
    cases.row("IndicatorQuery.whereRaw(String)", query, "id eq '1'").blank(0);
    cases
        .row("IndicatorQuery.pageSize(int)", query, 1)
        .wrong(0, 0)
        .wrong(0, -1)
        .wrong(0, 1_000_001);
    cases.row("IndicatorQuery.skip(long)", query, 0L).wrong(0, -1L);
    cases.row("IndicatorQuery.limit(long)", query, 1L).wrong(0, 0L).wrong(0, -1L);
  }
}
