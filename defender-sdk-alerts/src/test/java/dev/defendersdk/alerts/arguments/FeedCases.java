package dev.defendersdk.alerts.arguments;

import dev.defendersdk.alerts.Alert;
import dev.defendersdk.alerts.feed.AlertFeeds;
import dev.defendersdk.alerts.feed.CheckpointConflictException;
import dev.defendersdk.alerts.feed.CheckpointStore;
import dev.defendersdk.alerts.feed.FailurePolicy;
import dev.defendersdk.alerts.feed.FeedBuilder;
import dev.defendersdk.alerts.feed.FeedHandle;
import dev.defendersdk.alerts.feed.FeedHandler;
import dev.defendersdk.alerts.feed.FeedNotice;
import dev.defendersdk.alerts.feed.FeedStart;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.testsupport.arguments.Cases;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Wrong arguments of feeds. */
final class FeedCases {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private FeedCases() {}

  static void fill(Cases cases, DefenderClient defender) {
    cases.row("AlertFeeds.alerts(DefenderClient)", null, defender);
    cases.row("AlertFeeds.alertsWithoutEvidence(DefenderClient)", null, defender);
    cases.row("AlertFeeds.securityAlerts(DefenderClient)", null, defender);
    cases.row("AlertFeeds.incidents(DefenderClient)", null, defender);
    cases.row("AlertFeeds.incidentsWithoutAlerts(DefenderClient)", null, defender);
    building(cases, AlertFeeds.alerts(defender));
    values(cases);
    handle(cases, defender);
    cases.none(
        "implemented by the caller",
        "FeedHandler.accept(Object)",
        "CheckpointStore.load(String)",
        "CheckpointStore.save(String,String,long)");
    cases.none(
        "handed out, or thrown by a store: its constructor checks nothing",
        "new CheckpointStore.Saved(String,long)",
        "new CheckpointConflictException(String,long,long)",
        "new FeedEnd(Reason,Throwable,boolean,FeedProgress)",
        "new FeedNotice(Kind,String,Instant,Duration,Throwable)",
        "new FeedProgress(FeedPhase,Instant,Duration,long,long,Duration,long,int,long)",
        "new ParkedEntity(String,Instant,Instant,String)");
  }

  private static void building(Cases cases, FeedBuilder<Alert> feed) {
    Consumer<FeedNotice> listener = notice -> {};
    FeedHandler<Alert> handler = alert -> {};
    cases
        .row("FeedBuilder.name(String)", feed, "siem")
        .blank(0)
        .wrong(0, "a b")
        .wrong(0, "../siem")
        .wrong(0, "a".repeat(65));
    cases.row("FeedBuilder.store(CheckpointStore)", feed, CheckpointStore.memory());
    cases.row("FeedBuilder.start(FeedStart)", feed, FeedStart.now());
    cases
        .row("FeedBuilder.overlap(Duration)", feed, MINUTE)
        .wrong(0, Duration.ZERO)
        .wrong(0, Duration.ofMillis(999))
        .wrong(0, Duration.ofDays(8));
    cases.row("FeedBuilder.onFailure(FailurePolicy)", feed, FailurePolicy.park());
    cases.row("FeedBuilder.pageSize(int)", feed, 100).wrong(0, 0).wrong(0, 10_001);
    cases.row("FeedBuilder.batchSize(int)", feed, 100).wrong(0, 0).wrong(0, 100_001);
    cases
        .row("FeedBuilder.pollEvery(Duration,Duration)", feed, MINUTE, MINUTE)
        .wrong(0, Duration.ofMillis(999))
        .wrong(0, Duration.ofMinutes(2))
        .wrong(1, Duration.ofDays(2));
    cases
        .row("FeedBuilder.lease(String,Duration)", feed, "a", MINUTE)
        .blank(0)
        .wrong(0, "a b")
        .wrong(1, Duration.ofSeconds(4))
        .wrong(1, Duration.ofHours(2));
    cases.row("FeedBuilder.onNotice(Consumer)", feed, listener);
    cases.row("FeedBuilder.start(FeedHandler)", feed, handler);
  }

  private static void values(Cases cases) {
    Supplier<CheckpointStore> opening = CheckpointStore::memory;
    cases.row("FeedStart.at(Instant)", null, Instant.EPOCH);
    cases.row("FeedStart.checkpointOr(Instant)", null, Instant.EPOCH);
    cases.row("FailurePolicy.after(int)", FailurePolicy.stop(), 3).wrong(0, 0).wrong(0, 1_001);
    cases
        .row("FailurePolicy.pauses(Duration,Duration)", FailurePolicy.stop(), MINUTE, MINUTE)
        .wrong(0, Duration.ZERO)
        .wrong(1, Duration.ofSeconds(1));
    cases.row("CheckpointStore.folder(Path)", null, Path.of("checkpoints"));
    cases.row("CheckpointStoreContract.of(Supplier)", null, opening);
  }

  private static void handle(Cases cases, DefenderClient defender) {
    // It never gets its lease, and is stopped: nothing is asked of the service.
    CheckpointStore store =
        new CheckpointStore() {
          @Override
          public Optional<Saved> load(String name) {
            return Optional.empty();
          }

          @Override
          public long save(String name, String text, long version) {
            throw new CheckpointConflictException(name, version, 0);
          }
        };
    FeedHandle feed =
        AlertFeeds.alerts(defender)
            .name("siem")
            .store(store)
            .lease("a", Duration.ofHours(1))
            .start(alert -> {});
    feed.stop();
    cases.row("FeedHandle.stop(Duration)", feed, MINUTE).wrong(0, Duration.ZERO);
    cases.row("FeedHandle.await(Duration)", feed, MINUTE).wrong(0, Duration.ZERO);
  }
}
