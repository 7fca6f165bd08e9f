package dev.defendersdk.alerts.external;

import java.util.Map;

/**
 * How far publishing is.
 *
 * @param findings how many there are in all
 * @param waiting how many have not been asked for: they wait for their event or their turn
 * @param underWay how many have been asked for, or are followed
 * @param outcomes how many have ended how
 */
public record PublishProgress(
    int findings, int waiting, int underWay, Map<FindingOutcome, Integer> outcomes) {

  /** Keeps a copy. */
  public PublishProgress {
    outcomes = Map.copyOf(outcomes);
  }

  /** How many have ended. */
  public int ended() {
    return findings - waiting - underWay;
  }

  /** Of how many that have ended there is an alert. */
  public int published() {
    return outcomes.entrySet().stream()
        .filter(entry -> entry.getKey().isPublished())
        .mapToInt(Map.Entry::getValue)
        .sum();
  }
}
