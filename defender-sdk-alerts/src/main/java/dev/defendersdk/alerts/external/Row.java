package dev.defendersdk.alerts.external;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Findings that wait for their turn, the most severe first and then as they came. So many of high
 * severity may be at it at once, and so many others: one that is high overtakes all others, also
 * those that are at it and wait for the quota. Used within the inbox alone.
 */
final class Row {

  private record Waiting(FindingRun run, Runnable turn, int rank, long number) {}

  private final int places;
  private final Inbox inbox;
  private final TreeSet<Waiting> row =
      new TreeSet<>(Comparator.comparingInt(Waiting::rank).thenComparingLong(Waiting::number));
  private final Map<FindingRun, Waiting> waiting = new HashMap<>();
  private final Set<FindingRun> high = new HashSet<>();
  private final Set<FindingRun> others = new HashSet<>();
  private long numbers;

  Row(int places, Inbox inbox) {
    this.places = places;
    this.inbox = inbox;
  }

  /** Waits for a turn. */
  void enter(FindingRun run, Runnable turn) {
    Waiting next = new Waiting(run, turn, run.finding().rank(), numbers++);
    row.add(next);
    waiting.put(run, next);
    letIn();
  }

  /** Is at it no more, or waits no more; nothing the second time. */
  void leave(FindingRun run) {
    Waiting gone = waiting.remove(run);
    if (gone != null) {
      row.remove(gone);
    } else if (high.remove(run) || others.remove(run)) {
      letIn();
    }
  }

  private static void begin(Waiting next, Set<FindingRun> its) {
    if (its.contains(next.run())) { // it may have left meanwhile
      next.run().guarded(next.turn());
    }
  }

  private void letIn() {
    while (!row.isEmpty()) {
      Waiting next = row.first();
      Set<FindingRun> its = next.run().finding().isHigh() ? high : others;
      if (its.size() >= places) {
        return;
      }
      row.remove(next);
      waiting.remove(next.run());
      its.add(next.run());
      inbox.enter(() -> begin(next, its)); // not from here: it may come back at once
    }
  }
}
