package dev.defendersdk.indicators.arguments;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.indicators.NewIndicator;
import dev.defendersdk.indicators.sync.ActionChanges;
import dev.defendersdk.indicators.sync.ConflictPolicy;
import dev.defendersdk.indicators.sync.DesiredList;
import dev.defendersdk.indicators.sync.IndicatorSync;
import dev.defendersdk.indicators.sync.OwnerMark;
import dev.defendersdk.indicators.sync.SyncProgress;
import dev.defendersdk.testsupport.arguments.Cases;
import dev.defendersdk.testsupport.arguments.Cases.Row;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Wrong arguments of the sync. */
final class SyncCases {

  private static final NewIndicator BLOCKED = NewIndicator.domain("bad.example").block("t", "d");
  private static final NewIndicator PAST = BLOCKED.expiresAt(Instant.parse("2026-11-24T08:00:00Z"));
  private static final NewIndicator ALLOWED = NewIndicator.domain("bad.example").allow("t", "d");
  private static final NewIndicator SHA1 = NewIndicator.fileSha1("cd".repeat(20)).block("t", "d");
  private static final NewIndicator MD5 = NewIndicator.fileMd5("ef".repeat(16)).block("t", "d");

  private SyncCases() {}

  static void fill(Cases cases, DefenderClient defender) {
    marks(cases);
    lists(cases);
    building(cases, defender);
    planning(cases, defender);
    cases.none(
        "asks a plan or report, which holds no null",
        "SyncPlan.lines(SyncAction)",
        "SyncReport.items(SyncOutcome)");
    cases.none(
        "needs a plan, which makes calls: SyncApplyTest applies and prints one",
        "IndicatorSync.apply(SyncPlan)",
        "IndicatorSync.begin(SyncPlan)",
        "SyncPlan.print(Appendable)",
        "SyncReport.print(Appendable)",
        "SyncHandle.await(Duration)");
    cases.none(
        "handed out: its constructor is no promise",
        "new SyncProgress(int,Map,int)",
        "new SyncReport.Item(SyncLine,SyncOutcome,String,DefenderException)");
  }

  private static void marks(Cases cases) {
    cases.row("OwnerMark.inApplication(String)", null, "netshield").blank(0);
    cases.row("OwnerMark.inDescription(String)", null, "netshield").blank(0);
  }

  private static void lists(Cases cases) {
    cases.row("DesiredList.Builder.add(NewIndicator)", DesiredList.builder(), BLOCKED);
    cases
        .row("DesiredList.Builder.addAll(Iterable)", DesiredList.builder(), List.of(BLOCKED))
        .wrong(0, Arrays.asList(BLOCKED, null), "indicators[1] is null");
    cases
        .row("DesiredList.Builder.addAll(Stream)", DesiredList.builder(), Stream.of(BLOCKED))
        .wrong(0, Stream.of(BLOCKED, null), "indicator is null");
    cases
        .row(
            "DesiredList.Builder.file(NewIndicator[])",
            DesiredList.builder(),
            (Object) new NewIndicator[] {SHA1})
        .wrong(0, new NewIndicator[] {}, "hashes has 0 elements")
        .wrong(0, new NewIndicator[] {SHA1, null}, "hashes[1] is null")
        .wrong(0, new NewIndicator[] {BLOCKED}, "DomainName bad.example")
        .wrong(0, new NewIndicator[] {SHA1, SHA1}, "two of type FileSha1")
        .wrong(0, new NewIndicator[] {SHA1, MD5.externalId("x")}, "differ in more than the hash");
  }

  private static void building(Cases cases, DefenderClient defender) {
    cases.row("IndicatorSync.builder(DefenderClient)", null, defender);
    IndicatorSync.Builder builder = IndicatorSync.builder(defender);
    Consumer<SyncProgress> listener = progress -> {};
    cases.row("IndicatorSync.Builder.mark(OwnerMark)", builder, OwnerMark.inApplication("ns"));
    cases.row("IndicatorSync.Builder.createdBy(String)", builder, "0f").blank(0);
    cases.row(
        "IndicatorSync.Builder.priority(Comparator)",
        builder,
        Comparator.comparing(NewIndicator::title));
    cases.row("IndicatorSync.Builder.conflicts(ConflictPolicy)", builder, ConflictPolicy.LEAVE);
    cases.row("IndicatorSync.Builder.actionChanges(ActionChanges)", builder, ActionChanges.UPDATE);
    cases
        .row(
            "IndicatorSync.Builder.deviceGroups(String[])",
            builder,
            (Object) new String[] {"Servers"})
        .wrong(0, new String[] {" "}, "names is \" \"");
    cases
        .row("IndicatorSync.Builder.deviceGroups(Collection)", builder, List.of("Servers"))
        .wrong(0, Arrays.asList("Servers", null), "names[1] is null")
        .wrong(0, List.of(""), "names is \"\"");
    cases.row("IndicatorSync.Builder.capacity(int)", builder, 14_000).wrong(0, 0).wrong(0, 15_001);
    cases
        .row("IndicatorSync.Builder.renewBelow(double)", builder, 0.5)
        .wrong(0, -0.1)
        .wrong(0, 1.0)
        .wrong(0, Double.NaN);
    cases.row("IndicatorSync.Builder.callOptions(CallOptions)", builder, CallOptions.defaults());
    cases.row("IndicatorSync.Builder.onProgress(Consumer)", builder, listener);
  }

  private static void planning(Cases cases, DefenderClient defender) {
    IndicatorSync sync =
        IndicatorSync.builder(defender)
            .mark(OwnerMark.inApplication("netshield"))
            .deviceGroups("Servers")
            .build();
    wishes(cases.row("IndicatorSync.plan(Iterable)", sync, List.of(BLOCKED)))
        .wrong(0, Arrays.asList(BLOCKED, null), "indicators[1] is null");
    cases
        .row("IndicatorSync.plan(Stream)", sync, Stream.of(BLOCKED))
        .wrong(0, Stream.of(PAST), "must be after now");
    cases
        .row("IndicatorSync.plan(DesiredList)", sync, DesiredList.builder().build())
        .wrong(0, DesiredList.builder().add(PAST).build(), "desired[0]");
  }

  private static Row wishes(Row row) {
    return row.wrong(0, List.of(PAST), "must be after now")
        .wrong(0, List.of(BLOCKED, ALLOWED), "differ in action")
        .wrong(0, List.of(BLOCKED.rbacGroupNames("Labs")), "[Labs]")
        .wrong(0, List.of(BLOCKED.application("other")), "\"other\"");
  }
}
