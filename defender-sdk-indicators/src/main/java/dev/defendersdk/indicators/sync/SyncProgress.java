package dev.defendersdk.indicators.sync;

import java.util.Map;

/**
 * How far a sync is.
 *
 * @param lines how many lines the plan has in all
 * @param outcomes what became of those that have ended
 * @param calls how many calls were made so far
 */
public record SyncProgress(int lines, Map<SyncOutcome, Integer> outcomes, int calls) {

  /** Keeps a copy. */
  public SyncProgress {
    outcomes = Map.copyOf(outcomes);
  }

  /** How many lines have ended. */
  public int ended() {
    return outcomes.values().stream().mapToInt(Integer::intValue).sum();
  }
}
