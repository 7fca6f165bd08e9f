package dev.defendersdk.hunting;

import dev.defendersdk.core.argument.Check;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The time that a query looks at. Where the query itself filters by time too, the shorter span
 * counts. Without one the service looks back 30 days, which is as far as its own data reach; older
 * ones are there only where a connected workspace keeps them. Instants are sent to seven digits of
 * a second. Immutable. Page: security-security-runhuntingquery.md.
 */
public final class HuntingTimespan {

  private final String text;

  private HuntingTimespan(String text) {
    this.text = text;
  }

  /** The time up to now. */
  public static HuntingTimespan last(Duration duration) {
    return new HuntingTimespan(text(duration));
  }

  /** From an instant to now. */
  public static HuntingTimespan since(Instant start) {
    return new HuntingTimespan(text(start, "start"));
  }

  /** From one instant to a later one. No page says whether the ends belong to it. */
  public static HuntingTimespan between(Instant start, Instant end) {
    String from = text(start, "start");
    String to = text(end, "end");
    if (!end.isAfter(start)) {
      throw new IllegalArgumentException(
          "end is " + end + ": it must be after the start, " + start + ". Pass a later one.");
    }
    return new HuntingTimespan(from + "/" + to);
  }

  /** So long from an instant on. */
  public static HuntingTimespan from(Instant start, Duration duration) {
    return new HuntingTimespan(text(start, "start") + "/" + text(duration));
  }

  /** So long up to an instant. */
  public static HuntingTimespan until(Instant end, Duration duration) {
    return new HuntingTimespan(text(duration) + "/" + text(end, "end"));
  }

  private static String text(Instant instant, String name) {
    Instant given = Check.notNull(instant, name);
    return Ticks.of(given).toString();
  }

  // Whole days as the page writes them.
  private static String text(Duration duration) {
    Duration given = Check.positive(duration, "duration");
    boolean wholeDays = given.equals(Duration.of(given.toDays(), ChronoUnit.DAYS));
    return wholeDays ? "P" + given.toDays() + "D" : given.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HuntingTimespan that && that.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** As it is sent: ISO 8601. */
  @Override
  public String toString() {
    return text;
  }
}
