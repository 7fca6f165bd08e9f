package dev.defendersdk.machineactions.response;

import dev.defendersdk.core.argument.Check;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a bulk keeps its state, line by line, so that another process can go on with it. Calls may
 * block. Implementations are safe for use by many threads; one bulk at a time uses a store.
 *
 * <p>It holds ids of machines and actions, the wish with its comment, and of a live response
 * session the commands with their arguments: keep it as you keep those.
 */
public interface BulkStore {

  /** All lines that were appended, in order; none at first. */
  List<String> load();

  /**
   * Appends lines. They must be safe when this returns: whatever becomes of the process then,
   * {@link #load()} has them, whole and in order. A line holds printable ASCII only.
   */
  void append(List<String> lines);

  /**
   * A file that grows: lines are on the disk, forced, before {@link #append} returns. Half a line
   * at its end, from a process that was killed, is dropped. The file and its folder are made where
   * they are missing.
   */
  static BulkStore file(Path file) {
    return new FileBulkStore(Check.notNull(file, "file"));
  }
}
