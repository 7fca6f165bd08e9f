package dev.defendersdk.examples.externalalerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.alerts.Alert;
import dev.defendersdk.alerts.feed.AlertFeeds;
import dev.defendersdk.alerts.feed.CheckpointStore;
import dev.defendersdk.alerts.feed.CheckpointStoreContract;
import dev.defendersdk.alerts.feed.FeedBuilder;
import dev.defendersdk.alerts.feed.FeedEnd;
import dev.defendersdk.alerts.feed.FeedHandle;
import dev.defendersdk.alerts.feed.FeedStart;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.testkit.AlertView;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testkit.alerts.NewTenantAlert;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The store on JDBC keeps the contract of such stores, in a database that lies in a file. */
class JdbcCheckpointStoreTest {

  private static final Instant START = Instant.parse("2026-11-24T09:00:00Z");
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

  @TempDir Path folder;

  private final VirtualTime time = VirtualTime.startingAt(START);
  private final SimulatedTenant tenant = SimulatedTenant.builder().time(time).machines(4).build();

  @TestFactory
  Stream<DynamicTest> keepsTheContract() {
    return CheckpointStoreContract.of(() -> new JdbcCheckpointStore(database())).rules().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.name(), rule::verify));
  }

  @Test
  void whatIsSavedOutlivesTheDatabasesProcess() throws Exception {
    JdbcDataSource database = database();
    long version = new JdbcCheckpointStore(database).save("alerts", "up to here", 0);
    execute("SHUTDOWN");
    assertThat(new JdbcCheckpointStore(database()).load("alerts"))
        .contains(new CheckpointStore.Saved("up to here", version));
  }

  /** What came while nothing ran comes then, and nothing comes twice. */
  @Test
  @Timeout(300)
  void aFeedThatWasStoppedGoesOnInTheNextProcess() throws Exception {
    tenant.alerts().generate(40);
    List<String> first = new ArrayList<>();
    time.call(
        () -> {
          try (DefenderClient defender = client()) {
            FeedHandle feed = feed(defender).start(alert -> first.add(seen(alert)));
            pass(TEN_MINUTES);
            raise("while it ran");
            pass(TEN_MINUTES);
            assertThat(feed.stop(TEN_MINUTES).reason()).isEqualTo(FeedEnd.Reason.STOPPED);
          }
          return null;
        });
    assertThat(first).containsExactlyInAnyOrderElementsOf(all());

    execute("SHUTDOWN");
    AlertView changed = tenant.alerts().all().get(7);
    tenant.alerts().update(changed.id(), change -> change.assignedTo("jane"));
    AlertView raised = raise("while it did not");
    List<String> second = new ArrayList<>();
    time.call(
        () -> {
          try (DefenderClient defender = client()) {
            FeedHandle feed = feed(defender).start(alert -> second.add(seen(alert)));
            pass(TEN_MINUTES);
            assertThat(feed.stop(TEN_MINUTES).reason()).isEqualTo(FeedEnd.Reason.STOPPED);
          }
          return null;
        });
    assertThat(second).containsExactlyInAnyOrder(changed.id() + " jane", raised.id() + " null");
  }

  /** What was handed over and not yet saved comes once more, and all else once. */
  @Test
  @Timeout(300)
  void aFeedWhoseDatabaseFailedGoesOnWhereItWasSaved() throws Exception {
    tenant.alerts().generate(40);
    List<String> first = new ArrayList<>();
    time.call(
        () -> {
          try (DefenderClient defender = client()) {
            FeedHandle feed =
                feed(defender)
                    .batchSize(10)
                    .start(
                        alert -> {
                          first.add(seen(alert));
                          if (first.size() == 25) {
                            execute("ALTER TABLE checkpoint RENAME TO put_away");
                          }
                        });
            pass(TEN_MINUTES);
            assertThat(feed.stop(Duration.ofMinutes(1)).reason())
                .isNotEqualTo(FeedEnd.Reason.STOPPED);
          }
          return null;
        });
    execute("ALTER TABLE put_away RENAME TO checkpoint");
    List<String> second = new ArrayList<>();
    time.call(
        () -> {
          try (DefenderClient defender = client()) {
            feed(defender).start(alert -> second.add(seen(alert)));
            pass(TEN_MINUTES);
          }
          return null;
        });
    assertThat(first.subList(0, 20)).as("saved").doesNotContainAnyElementsOf(second);
    List<String> both = new ArrayList<>(first.subList(0, 20));
    both.addAll(second);
    assertThat(both).containsExactlyInAnyOrderElementsOf(all());
  }

  private DefenderClient client() {
    return tenant.connect(DefenderClient.builder()).partner("Contoso", "Test", "1.0.0").build();
  }

  private FeedBuilder<Alert> feed(DefenderClient defender) {
    return AlertFeeds.alerts(defender)
        .name("siem")
        .store(new JdbcCheckpointStore(database()))
        .start(FeedStart.checkpointOr(START.minus(Duration.ofDays(60))));
  }

  private AlertView raise(String title) {
    String machineId = tenant.machines().ids().get(0);
    return tenant.alerts().raise(NewTenantAlert.on(machineId).title(title));
  }

  private void pass(Duration span) throws InterruptedException {
    time.newSignal().await(time.nanos() + span.toNanos());
  }

  private List<String> all() {
    return tenant.alerts().all().stream()
        .map(alert -> alert.id() + " " + alert.assignedTo())
        .toList();
  }

  private static String seen(Alert alert) {
    return alert.id() + " " + alert.assignedTo();
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private JdbcDataSource database() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:" + folder.resolve("checkpoints").toAbsolutePath());
    return database;
  }
}
