package dev.defendersdk.alerts.external;

import dev.defendersdk.core.argument.Check;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is kept of findings so that none is published twice: by their keys, for as long as one may
 * be published again. Calls may block; they come from the client's background threads. One {@link
 * ExternalAlerts} at a time uses a store, and calls it one call at a time.
 *
 * <p>A store of your own, in a database for example, keeps one row for a tenant and a key.
 */
public interface FindingStore {

  /** What was last put for a key; empty if nothing was. */
  Optional<FindingRecord> find(String tenantId, String key);

  /**
   * Keeps a record in place of the one before. It must be safe when this returns: whatever becomes
   * of the process then, {@link #find} has it.
   */
  void put(FindingRecord record);

  /** A store in memory: it protects from lost answers, and not from a restart. */
  static FindingStore memory() {
    return new MemoryFindingStore();
  }

  /**
   * A file that grows by up to four lines for each finding: a record is on the disk, forced, before
   * {@link #put} returns. Half a line at its end, from a process that was killed, is dropped. The
   * file and its folder are made where they are missing; its last records are held in memory. Begin
   * a new file when no finding of the old one will be published again.
   */
  static FindingStore file(Path file) {
    return new FileFindingStore(Check.notNull(file, "file"), Disk.REAL);
  }
}
