package dev.defendersdk.alerts.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a feed hands over across kills, and what of that breaks its promise: after a kill only what
 * was not committed at it may come again, and nothing follows a version of an alert that is as old,
 * or older, but where that one was lost at a kill.
 */
final class HandedOver {

  private final Map<String, Instant> last = new HashMap<>();
  private final Map<String, Instant> committed = new HashMap<>();
  private final Map<String, Instant> uncommitted = new HashMap<>(); // since the last kill
  private final Map<String, Instant> lost = new HashMap<>(); // not committed at some kill
  private final List<String> broken = new ArrayList<>();
  private int total;
  private int again;

  /** A version of an alert is handed over. */
  synchronized void takes(String id, Instant lastUpdate) {
    total++;
    if (follows(lastUpdate, committed.get(id))) {
      broken.add(id + " of " + lastUpdate + " came after it, or a later one, was committed");
    } else if (follows(lastUpdate, uncommitted.get(id))) {
      broken.add(id + " of " + lastUpdate + " came after it, or a later one, without a kill");
    } else if (follows(lastUpdate, lost.get(id))) {
      again++;
    }
    uncommitted.merge(id, lastUpdate, HandedOver::later);
    last.put(id, lastUpdate);
  }

  private static boolean follows(Instant lastUpdate, @Nullable Instant before) {
    return before != null && !lastUpdate.isAfter(before);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** What came until now is in the checkpoint. */
  synchronized void commits() {
    uncommitted.forEach((id, lastUpdate) -> committed.merge(id, lastUpdate, HandedOver::later));
    uncommitted.clear();
  }

  /** The process is killed; returns of how many alerts something may come again. */
  synchronized int isKilled() {
    int count = uncommitted.size();
    uncommitted.forEach((id, lastUpdate) -> lost.merge(id, lastUpdate, HandedOver::later));
    uncommitted.clear();
    return count;
  }

  /** The version of each that came last. */
  synchronized Map<String, Instant> last() {
    return Map.copyOf(last);
  }

  /** What broke the promise. */
  synchronized List<String> broken() {
    return List.copyOf(broken);
  }

  /** How many came again. */
  synchronized int again() {
    return again;
  }

  @Override
  public synchronized String toString() {
    return total + " handed over, " + again + " of them again";
  }
}
