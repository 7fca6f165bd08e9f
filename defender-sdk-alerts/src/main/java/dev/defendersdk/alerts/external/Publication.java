package dev.defendersdk.alerts.external;

import dev.defendersdk.alerts.external.FindingRun.Phase;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Findings that were given together: how far they are, and what became of them. */
final class Publication {

  private final Desk desk;
  private final PublishOptions options;
  private final List<FindingRun> runs = new ArrayList<>();
  private final Map<FindingRun, FindingResult> results = new HashMap<>();
  private final Map<FindingOutcome, Integer> outcomes = new EnumMap<>(FindingOutcome.class);
  private final CompletableFuture<PublishReport> end = new CompletableFuture<>();
  private CompletableFuture<?> told = CompletableFuture.completedFuture(true);
  private int underWay;
  private volatile PublishProgress progress;

  Publication(List<Finding> findings, PublishOptions options, Desk desk) {
    this.desk = desk;
    this.options = options;
    findings.forEach(finding -> runs.add(new FindingRun(finding, options, desk, this)));
    this.progress = new PublishProgress(runs.size(), runs.size(), 0, Map.of());
  }

  void begin() {
    desk.inbox().enter(() -> desk.take(runs));
  }

  void stop(boolean atOnce) {
    desk.inbox().enter(() -> runs.forEach(run -> run.guarded(() -> run.stop(atOnce))));
  }

  PublishProgress progress() {
    return progress;
  }

  CompletableFuture<PublishReport> end() {
    return end;
  }

  /** A finding stands elsewhere now. Within the inbox. */
  void moved(Phase from, Phase to) {
    underWay += (to == Phase.UNDER_WAY ? 1 : 0) - (from == Phase.UNDER_WAY ? 1 : 0);
    count();
  }

  /** A finding has ended. Within the inbox. */
  void ended(FindingRun run, FindingResult result) {
    results.put(run, result);
    outcomes.merge(result.outcome(), 1, Integer::sum);
    count();
    Consumer<PublishProgress> listener = options.listener();
    PublishProgress now = progress;
    if (listener != null) {
      CompletableFuture<?> unused = outside(() -> listener.accept(now));
    }
    if (results.size() == runs.size()) {
      PublishReport report =
          new PublishReport(
              runs.stream().map(each -> Objects.requireNonNull(results.get(each))).toList());
      CompletableFuture<?> unused =
          outside(() -> {}).whenComplete((done, closed) -> end.complete(report));
    }
  }

  private void count() {
    int waiting = runs.size() - results.size() - underWay;
    progress = new PublishProgress(runs.size(), waiting, underWay, outcomes);
  }

  /** What is the caller's own runs one after the other, and does not keep the inbox. */
  private CompletableFuture<?> outside(Runnable task) {
    CompletableFuture<?> next =
        told.handle((before, failure) -> true)
            .thenCompose(
                before ->
                    desk.effects()
                        .blocking(
                            () -> {
                              task.run();
                              return true;
                            }));
    told = next;
    return next;
  }
}
