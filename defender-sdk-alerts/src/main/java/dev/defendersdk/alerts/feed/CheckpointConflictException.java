package dev.defendersdk.alerts.feed;

/** Another one has saved a checkpoint since: whoever gets this is late, and must not go on. */
public final class CheckpointConflictException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param name of what was to be saved
   * @param expected the version that the caller knew
   * @param found the version that is there; 0 if nothing is, or it is not known
   */
  public CheckpointConflictException(String name, long expected, long found) {
    super(
        name
            + " was to follow version "
            + expected
            + ", and "
            + (found == 0 ? "another one" : "version " + found)
            + " is there: another process goes on with it.");
  }
}
