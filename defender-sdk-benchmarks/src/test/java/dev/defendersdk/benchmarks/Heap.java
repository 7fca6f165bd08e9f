package dev.defendersdk.benchmarks;

import java.lang.management.ManagementFactory;

/** What is held in memory. */
final class Heap {

  private Heap() {}

  /** Bytes that are left after all that is no longer reachable was collected. */
  static long usedAfterCollection() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      System.gc();
      least = Math.min(least, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }
    return least;
  }
}
