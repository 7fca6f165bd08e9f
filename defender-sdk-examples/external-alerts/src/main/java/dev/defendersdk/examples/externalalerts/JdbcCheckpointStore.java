package dev.defendersdk.examples.externalalerts;

import dev.defendersdk.alerts.feed.CheckpointConflictException;
import dev.defendersdk.alerts.feed.CheckpointStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The checkpoints of alert feeds in a table of a database, which replicas in several places can
 * share. It is written for H2 and needs nothing but plain SQL: for another database look at the
 * type of the column {@code text}, and whether a key that is there already is told as {@link
 * SQLIntegrityConstraintViolationException}. Its test is the published contract of such stores.
 */
public final class JdbcCheckpointStore implements CheckpointStore {

  private static final String TABLE =
      "CREATE TABLE IF NOT EXISTS checkpoint ("
          + "name VARCHAR(80) PRIMARY KEY, version BIGINT NOT NULL, text CLOB NOT NULL)";
  private static final String LOAD = "SELECT text, version FROM checkpoint WHERE name = ?";
  private static final String FIRST =
      "INSERT INTO checkpoint (text, name, version) VALUES (?, ?, 1)";
  private static final String NEXT =
      "UPDATE checkpoint SET text = ?, version = version + 1 WHERE name = ? AND version = ?";

  private final DataSource database;

  /** In this database, whose table is made where it is missing. */
  public JdbcCheckpointStore(DataSource database) {
    this.database = database;
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(TABLE);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  @Override
  public Optional<Saved> load(String name) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(LOAD)) {
      statement.setString(1, name);
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(new Saved(row.getString(1), row.getLong(2)))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  @Override
  public long save(String name, String text, long version) {
    // One statement, which the database commits by itself: all of it is there afterwards, or none.
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(version == 0 ? FIRST : NEXT)) {
      statement.setString(1, text);
      statement.setString(2, name);
      if (version != 0) {
        statement.setLong(3, version);
      }
      if (statement.executeUpdate() == 0) {
        throw new CheckpointConflictException(name, version, 0);
      }
      return version + 1;
    } catch (SQLIntegrityConstraintViolationException there) {
      throw new CheckpointConflictException(name, version, 0);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  // The feed waits and tries again.
  private static IllegalStateException failure(SQLException cause) {
    return new IllegalStateException("the table of checkpoints: " + cause.getMessage(), cause);
  }
}
