package dev.defendersdk.indicators.internal;

import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.error.ErrorKind;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What calls that carry many elements have in common. */
public final class Slices {

  /** How many elements one call takes. */
  public static final int LARGEST = 500;

  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  private static final Set<ErrorKind> ENDING =
      EnumSet.of(
          ErrorKind.SIGN_IN,
          ErrorKind.UNAUTHORIZED,
          ErrorKind.FORBIDDEN,
          ErrorKind.QUOTA,
          ErrorKind.THROTTLED,
          ErrorKind.CLOSED,
          ErrorKind.INTERRUPTED);

  private static final Set<ErrorKind> REFUSING =
      EnumSet.of(
          ErrorKind.BAD_REQUEST,
          ErrorKind.UNAUTHORIZED,
          ErrorKind.FORBIDDEN,
          ErrorKind.NOT_FOUND,
          ErrorKind.CONFLICT,
          ErrorKind.THROTTLED);

  private Slices() {}

  /** Whether every further call would meet this error too. */
  public static boolean isEnding(DefenderException error) {
    return ENDING.contains(error.kind());
  }

  /** Whether the service says by it that it did nothing, and did nothing before, unheard. */
  public static boolean isRefusing(DefenderException error) {
    return REFUSING.contains(error.kind()) && !error.mayHaveActed();
  }

  /**
   * How many elements the service takes, if it says that these were too many; else 0. Its message
   * gives what it received and what it allows, in words that may change (common-errors.md): the
   * largest number below what was sent, and half of that where there is none.
   */
  public static int allowed(DefenderException error, int sent) {
    if (!error.code().orElse("").equalsIgnoreCase("MaximumBatchSizeExceeded")) {
      return 0;
    }
    return NUMBER
        .matcher(error.serviceMessage().orElse(""))
        .results()
        .map(MatchResult::group)
        .mapToInt(Integer::parseInt)
        .filter(number -> number > 0 && number < sent)
        .max()
        .orElse(sent / 2);
  }
}
