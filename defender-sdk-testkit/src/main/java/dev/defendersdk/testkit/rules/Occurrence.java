package dev.defendersdk.testkit.rules;

import java.util.SplittableRandom;
import java.util.function.LongPredicate;

/** Which of the requests that a fault is meant for it hits. Immutable. */
public final class Occurrence {

  private final String text;
  private final LongPredicate hits;

  private Occurrence(String text, LongPredicate hits) {
    this.text = text;
    this.hits = hits;
  }

  /** Every one. */
  public static Occurrence always() {
    return new Occurrence("always", n -> true);
  }

  /**
   * One of them.
   *
   * @param which counted from 1
   */
  public static Occurrence nth(long which) {
    check("which", which);
    return new Occurrence("nth " + which, n -> n == which);
  }

  /**
   * The first ones.
   *
   * @param count how many, at least 1
   */
  public static Occurrence first(long count) {
    check("count", count);
    return new Occurrence("first " + count, n -> n <= count);
  }

  /**
   * All from one on.
   *
   * @param which counted from 1
   */
  public static Occurrence from(long which) {
    check("which", which);
    return new Occurrence("from " + which, n -> n >= which);
  }

  /**
   * Every second, third and so on.
   *
   * @param step at least 1
   */
  public static Occurrence every(long step) {
    check("step", step);
    return new Occurrence("every " + step, n -> n % step == 0);
  }

  /**
   * By chance, the same for the same seed.
   *
   * @param probability from 0 to 1
   * @param seed of the draws
   */
  public static Occurrence withProbability(double probability, long seed) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "probability is " + probability + ": it goes from 0 to 1; give one of these");
    }
    return new Occurrence(
        "probability " + probability,
        n -> new SplittableRandom(seed * 31 + n).nextDouble() < probability);
  }

  /**
   * Whether the fault hits.
   *
   * @param occurrence of a request that the fault is meant for, counted from 1
   */
  public boolean hits(long occurrence) {
    return hits.test(occurrence);
  }

  @Override
  public String toString() {
    return text;
  }

  private static void check(String name, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          name + " is " + value + ": occurrences are counted from 1; give 1 or more");
    }
  }
}
