package dev.defendersdk.testkit.internal.odata;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Between which instants a filter lets a property be: never narrower than the filter. By these, a
 * list with an index need not look at all that it holds.
 *
 * @param from the earliest, itself included; null for no bound
 * @param to the latest, itself included; null for no bound
 */
public record Bounds(@Nullable Instant from, @Nullable Instant to) {

  public static final Bounds NONE = new Bounds(null, null);

  /** Whether they leave nothing out. */
  public boolean isOpen() {
    return from == null && to == null;
  }

  Bounds and(Bounds other) {
    Instant start =
        from == null || (other.from != null && other.from.isAfter(from)) ? other.from : from;
    Instant end = to == null || (other.to != null && other.to.isBefore(to)) ? other.to : to;
    return new Bounds(start, end);
  }

  Bounds or(Bounds other) {
    Instant start = from;
    if (other.from == null || (start != null && other.from.isBefore(start))) {
      start = other.from;
    }
    Instant end = to;
    if (other.to == null || (end != null && other.to.isAfter(end))) {
      end = other.to;
    }
    return new Bounds(start, end);
  }
}
