package dev.defendersdk.alerts;

import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.error.ErrorKind;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether calls that are made one after the other are to go on, by the errors that they met. */
final class ErrorsInARow {

  private static final int MOST = 3;

  /** The errors that every further call would meet too. */
  private static final Set<ErrorKind> ENDING =
      EnumSet.of(
          ErrorKind.SIGN_IN,
          ErrorKind.UNAUTHORIZED,
          ErrorKind.FORBIDDEN,
          ErrorKind.QUOTA,
          ErrorKind.THROTTLED,
          ErrorKind.CLOSED,
          ErrorKind.INTERRUPTED);

  /** The errors that say something of the one call alone. */
  private static final Set<ErrorKind> OF_ONE_CALL =
      EnumSet.of(ErrorKind.BAD_REQUEST, ErrorKind.NOT_FOUND, ErrorKind.CONFLICT);

  private int count;

  /**
   * Whether no more calls are to be made after this one.
   *
   * @param error what it met; null if it succeeded
   */
  boolean endWith(@Nullable DefenderException error) {
    if (error == null || OF_ONE_CALL.contains(error.kind())) {
      count = 0;
      return false;
    }
    count++;
    return count >= MOST || ENDING.contains(error.kind());
  }
}
