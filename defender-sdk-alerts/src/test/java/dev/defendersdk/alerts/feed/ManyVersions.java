package dev.defendersdk.alerts.feed;

import dev.defendersdk.testkit.alerts.AlertVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * Versions of alerts over days, in the order in which they become visible: of the alerts, 20 %
 * change several times; of the versions, 30 % share an instant with the one before, and 5 % become
 * visible late, within the window. Made one after the other, so that a million need little memory.
 */
final class ManyVersions implements Iterator<AlertVersion> {

  private final SplittableRandom random;
  private final int count;
  private final Duration step;
  private final Duration window;
  private final PriorityQueue<AlertVersion> coming =
      new PriorityQueue<>(Comparator.comparing(AlertVersion::visibleAt));
  private final PriorityQueue<AlertVersion> changes =
      new PriorityQueue<>(Comparator.comparing(AlertVersion::lastUpdateTime));
  private final Map<String, Instant> last = new HashMap<>();
  private Instant at;
  private Instant stampBefore = Instant.MIN;
  private int made;
  private int alerts;
  private int late;
  private int changed;
  private int sharing;
  private int changedOften;
  private final Map<String, Integer> changesOf = new HashMap<>();

  ManyVersions(long seed, int count, Instant start, Duration span, Duration window) {
    this.random = new SplittableRandom(seed);
    this.count = count;
    this.at = start;
    this.step = span.dividedBy(count);
    this.window = window;
  }

  /** When each alert was last updated, of all that have been made. */
  Map<String, Instant> last() {
    return last;
  }

  int late() {
    return late;
  }

  /** Of the alerts, which share changed several times. */
  double changedOften() {
    return (double) changedOften / alerts;
  }

  /** Of the versions, which share bears the instant of the one before. */
  double sharing() {
    return (double) sharing / made;
  }

  @Override
  public boolean hasNext() {
    return made < count || !coming.isEmpty();
  }

  @Override
  public AlertVersion next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    // What is made from now on is seen at its own time, or later.
    while (made < count && (coming.isEmpty() || at.isBefore(coming.peek().visibleAt()))) {
      make();
    }
    return coming.remove();
  }

  private void make() {
    if (random.nextInt(10) >= 3) {
      long mean = step.toNanos() * 10 / 7;
      at = at.plusNanos(random.nextLong(1, 2 * mean) / 100 * 100);
    }
    AlertVersion planned = changes.peek();
    boolean change = planned != null && !planned.lastUpdateTime().isAfter(at);
    String id;
    if (change) {
      id = changes.remove().alertId();
      changed++;
      changedOften += changesOf.merge(id, 1, Integer::sum) == 2 ? 1 : 0;
    } else {
      // Their order says nothing of the time.
      id = "da" + Integer.toHexString(alerts * 0x9E3779B1) + "_" + alerts++;
    }
    boolean again = change && (changesOf.get(id) == 1 || random.nextInt(3) > 0);
    if (change ? again : random.nextInt(5) == 0) {
      Instant next = at.plusNanos(random.nextLong(Duration.ofHours(10).toNanos()) / 100 * 100);
      changes.add(new AlertVersion(id, next, next, "High", "InProgress"));
    }
    Instant known = last.get(id);
    Instant stamp = known != null && !known.isBefore(at) ? known.plusNanos(100) : at;
    sharing += stamp.equals(stampBefore) ? 1 : 0;
    stampBefore = stamp;
    at = stamp;
    boolean delayed = random.nextInt(20) == 0;
    late += delayed ? 1 : 0;
    Instant visible = delayed ? stamp.plusNanos(random.nextLong(window.toNanos())) : stamp;
    last.put(id, stamp);
    made++;
    coming.add(
        new AlertVersion(
            id, stamp, visible, change ? "High" : "Low", change ? "InProgress" : "New"));
  }

  @Override
  public String toString() {
    return made + " versions of " + alerts + " alerts, " + changed + " changes, " + late + " late";
  }
}
