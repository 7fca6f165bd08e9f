package dev.defendersdk.hunting;

import dev.defendersdk.core.argument.Check;
import java.time.Duration;
import java.time.Instant;

/**
 * How a time is cut into slices, each with a query of its own. Slices are half open: an event at
 * the end of one belongs to the next, so that none is lost or found twice. Immutable: every method
 * returns a new one.
 */
public final class TimeSlices {

  private static final Duration LEAST = Duration.ofMillis(1);

  private final Slice whole;
  private final Duration each;
  private final Duration least;

  private TimeSlices(Slice whole, Duration each, Duration least) {
    this.whole = whole;
    this.each = each;
    this.least = least;
  }

  /**
   * One slice, which is halved where its result may have been cut off.
   *
   * @param from when it begins, to 100 nanoseconds
   * @param to when it ends: not part of it
   */
  public static TimeSlices between(Instant from, Instant to) {
    Instant begin = Ticks.of(Check.notNull(from, "from"));
    Instant end = Ticks.of(Check.notNull(to, "to"));
    if (!end.isAfter(begin)) {
      throw new IllegalArgumentException(
          "to is " + to + ": it must be after the beginning, " + from + ". Pass a later one.");
    }
    return new TimeSlices(new Slice(begin, end), Duration.between(begin, end), LEAST);
  }

  /** Begins with slices of this length, where one is known to be too much at once. */
  public TimeSlices each(Duration length) {
    Duration given = Check.positive(length, "length");
    if (given.compareTo(LEAST) < 0) {
      throw new IllegalArgumentException(
          "length is " + given + ": it must be at least a millisecond. Pass a longer one.");
    }
    return new TimeSlices(whole, given, least);
  }

  /**
   * The length below which a slice is not halved any more; a millisecond by default. What may then
   * still be cut off says so by {@link HuntingResult#isPerhapsMore()}.
   */
  public TimeSlices least(Duration length) {
    Duration given = Check.positive(length, "length");
    if (given.compareTo(LEAST) < 0) {
      throw new IllegalArgumentException(
          "length is " + given + ": it must be at least a millisecond. Pass a longer one.");
    }
    return new TimeSlices(whole, each, given);
  }

  Slice whole() {
    return whole;
  }

  Duration each() {
    return each;
  }

  Duration least() {
    return least;
  }

  @Override
  public String toString() {
    return "TimeSlices[" + whole.from() + " to " + whole.to() + " by " + each + "]";
  }

  /**
   * One slice.
   *
   * @param from when it begins
   * @param to when it ends: not part of it
   */
  record Slice(Instant from, Instant to) {

    Duration length() {
      return Duration.between(from, to);
    }

    Slice firstHalf() {
      return new Slice(from, middle());
    }

    Slice secondHalf() {
      return new Slice(middle(), to);
    }

    private Instant middle() {
      return Ticks.of(from.plus(length().dividedBy(2)));
    }
  }
}
