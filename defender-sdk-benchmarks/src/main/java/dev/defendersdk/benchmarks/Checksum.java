package dev.defendersdk.benchmarks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Of all that a program reads of what it lists: two that read the same have the same. */
public final class Checksum {

  private long sum;
  private long values;

  /** Adds a text; null counts too. */
  public Checksum add(@Nullable String text) {
    return add(text == null ? 0 : text.hashCode());
  }

  /** Adds a time with all its digits; null counts too. */
  public Checksum add(@Nullable Instant time) {
    return time == null ? add(0) : add(time.getEpochSecond()).add(time.getNano());
  }

  /** Adds a number; null counts too. */
  public Checksum add(@Nullable Long number) {
    return add(number == null ? 0 : number.longValue());
  }

  private Checksum add(long value) {
    sum = sum * 31 + value;
    values++;
    return this;
  }

  /** The sum, and of how many values it is. */
  @Override
  public String toString() {
    return values + ":" + Long.toHexString(sum);
  }
}
