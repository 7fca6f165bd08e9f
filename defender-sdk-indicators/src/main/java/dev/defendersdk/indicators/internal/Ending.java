package dev.defendersdk.indicators.internal;

import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.error.ErrorKind;
import org.jspecify.annotations.Nullable;

/**
 * When a run of many calls ends before its time: at an error that every other call would meet too,
 * and in an outage, where each would only wait for its deadline. Not for use by many threads.
 */
public final class Ending {

  // Each has been sent several times by then.
  private static final int UNANSWERED = 2;

  private int unanswered;
  private @Nullable DefenderException error;

  /** Takes note of a call that succeeded. */
  public void succeeded() {
    unanswered = 0;
  }

  /** Takes note of a call that failed. */
  public void failed(DefenderException e) {
    boolean isUnanswered = e.kind() == ErrorKind.CONNECTION || e.kind() == ErrorKind.DEADLINE;
    unanswered = isUnanswered ? unanswered + 1 : 0;
    if (Slices.isEnding(e) || unanswered == UNANSWERED) {
      endBy(e);
    }
  }

  /** Ends the run by this error. */
  public void endBy(DefenderException e) {
    if (error == null) {
      error = e;
    }
  }

  /** Whether the run is to send nothing more. */
  public boolean isReached() {
    return error != null;
  }

  /** What ended it; null if it goes on. */
  public @Nullable DefenderException error() {
    return error;
  }
}
