package dev.defendersdk.testkit.internal.wire;

import java.time.Duration;
import java.util.SplittableRandom;

/** How long requests and answers travel. */
public final class Transit {

  private final long shortest;
  private final long span;
  private final SplittableRandom random;

  public Transit(Duration shortest, Duration longest, long seed) {
    this.shortest = shortest.toNanos();
    this.span = longest.toNanos() - this.shortest;
    this.random = new SplittableRandom(seed);
  }

  /** Nanoseconds to the service and back. */
  public record Trip(long there, long back) {}

  public synchronized Trip next() {
    return new Trip(draw(), draw());
  }

  private long draw() {
    return span <= 0 ? shortest : shortest + random.nextLong(span + 1);
  }
}
