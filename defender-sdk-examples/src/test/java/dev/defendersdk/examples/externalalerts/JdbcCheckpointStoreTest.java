package dev.defendersdk.examples.externalalerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.alerts.feed.CheckpointStore;
import dev.defendersdk.alerts.feed.CheckpointStoreContract;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The store on JDBC keeps the contract of such stores, in a database that lies in a file. */
class JdbcCheckpointStoreTest {

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> keepsTheContract() {
    return CheckpointStoreContract.of(() -> new JdbcCheckpointStore(database())).rules().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.name(), rule::verify));
  }

  @Test
  void whatIsSavedOutlivesTheDatabasesProcess() throws Exception {
    JdbcDataSource database = database();
    long version = new JdbcCheckpointStore(database).save("alerts", "up to here", 0);
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("SHUTDOWN");
    }
    assertThat(new JdbcCheckpointStore(database()).load("alerts"))
        .contains(new CheckpointStore.Saved("up to here", version));
  }

  private JdbcDataSource database() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:" + folder.resolve("checkpoints").toAbsolutePath());
    return database;
  }
}
