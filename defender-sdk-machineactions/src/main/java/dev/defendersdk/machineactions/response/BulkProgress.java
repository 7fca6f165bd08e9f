package dev.defendersdk.machineactions.response;

import java.util.Map;

/**
 * How far a bulk is.
 *
 * @param machines how many there are in all
 * @param phases how many wishes stand where, {@link WishPhase#ENDED} included
 * @param outcomes how many have ended how
 */
public record BulkProgress(
    int machines, Map<WishPhase, Integer> phases, Map<WishOutcome, Integer> outcomes) {

  /** Keeps copies. */
  public BulkProgress {
    phases = Map.copyOf(phases);
    outcomes = Map.copyOf(outcomes);
  }

  /** How many wishes have ended. */
  public int ended() {
    return phases.getOrDefault(WishPhase.ENDED, 0);
  }

  /** How many machines are as wished for. */
  public int fulfilled() {
    return outcomes.entrySet().stream()
        .filter(entry -> entry.getKey().isFulfilled())
        .mapToInt(Map.Entry::getValue)
        .sum();
  }
}
