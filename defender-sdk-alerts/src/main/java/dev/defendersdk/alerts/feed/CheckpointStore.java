package dev.defendersdk.alerts.feed;

import dev.defendersdk.core.argument.Check;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a feed keeps how far it has come: texts under names, each with a version by which one who
 * is late is told from one who is not. That is all that a feed needs, for a lease between replicas
 * too. Write one for what you have, such as a table of your database, and let {@link
 * CheckpointStoreContract} check it.
 *
 * <p>Calls may block. Implementations are safe for use by many threads, and by many processes where
 * replicas share them. What they throw otherwise than said here makes the feed wait and try again.
 *
 * <p>A checkpoint holds ids of alerts and times, and of alerts that are parked the message of the
 * failure: keep it as you keep those.
 */
public interface CheckpointStore {

  /**
   * What was saved last under a name; empty if nothing was.
   *
   * @param name 1 to 80 letters, digits, dots, hyphens and underscores
   */
  Optional<Saved> load(String name);

  /**
   * Saves a text in the place of the one before, if that is still the one that the caller knows.
   * When this returns, the text is safe: whatever becomes of the process then, {@link #load} has
   * it, whole. If it fails, or the process is killed meanwhile, {@link #load} has the new text or
   * the one before.
   *
   * @param text any characters, up to some megabytes
   * @param version what the caller knows: that of {@link Saved#version()} or of the last save; 0 if
   *     there was nothing
   * @return the text's version: greater than all before it under this name
   * @throws CheckpointConflictException if another one has been saved since; nothing is changed
   *     then
   */
  long save(String name, String text, long version);

  /**
   * What a store holds under a name.
   *
   * @param version 1 or more
   */
  record Saved(String text, long version) {

    /** Shows the version, no text. */
    @Override
    public String toString() {
      return "Saved[version " + version + ", " + text.length() + " characters]";
    }
  }

  /** A new store in memory: for tests, and for a feed that begins anew with each process. */
  static CheckpointStore memory() {
    return new MemoryCheckpointStore();
  }

  /**
   * A store in a folder, a file for each name. A text is written beside the one before, forced to
   * the disk and put in its place in one step, and the folder is forced too. The folder is made
   * where it is missing. Several processes of one machine may share it; over a network share that
   * needs locks of files that work there.
   */
  static CheckpointStore folder(Path folder) {
    return new FileCheckpointStore(Check.notNull(folder, "folder"), Disk.REAL);
  }
}
