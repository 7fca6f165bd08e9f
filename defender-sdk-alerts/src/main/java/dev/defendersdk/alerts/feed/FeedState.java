package dev.defendersdk.alerts.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How far a feed has come: what is in its checkpoint. For one thread at a time, but for what is
 * parked.
 *
 * <p>Why nothing is lost that becomes visible within the window: windows are read from the oldest
 * to the newest, and what changes moves to the newer end. Of a poll that looks back far, each place
 * is read after the poll began. What was not to be seen there yet, and comes in time, was last
 * updated later than the poll's beginning less the window: the next such poll begins to read there,
 * or before. The poll's beginning is taken in the service's own time, of which the newest update
 * that was seen is a reading, so that a wrong clock of this machine loses nothing.
 */
final class FeedState {

  // Instants at which the service fails on the detail are read apart; with more of them, all is
  // read without it, and it is asked for one by one.
  private static final int MOST_SPOILT = 8;

  final FeedId id;
  final Instant origin;
  final Map<String, ParkedEntity> parked = new ConcurrentHashMap<>();

  /** By instant: true if it cannot be read at all, false if it can without the detail. */
  final TreeMap<Instant, Boolean> spoilt = new TreeMap<>();

  /** Which state of what has been handed over, as far back as any poll looks. */
  final Map<String, Instant> seen = new HashMap<>();

  /** Instants of which not all could be read, and that this is known of. Not in the checkpoint. */
  final TreeSet<Instant> unread = new TreeSet<>();

  /** What was read last at instants that are read one by one. Not in the checkpoint. */
  final TreeMap<Instant, Set<String>> around = new TreeMap<>();

  /** What bears no time and has been handed over. Not in the checkpoint. */
  final Set<String> untimed = new HashSet<>();

  final ServiceClock clock = new ServiceClock();

  /** True if the service fails on whatever asks for times far ahead. Not in the checkpoint. */
  boolean failsAhead;

  @Nullable Instant newest;
  Tier near;
  Tier far;

  /** Where a checkpoint belongs. */
  record FeedId(String tenant, String source, String name) {}

  FeedState(FeedId id, Instant origin) {
    this.id = id;
    this.origin = Window.floor(origin);
    this.near = Tier.startingAt(this.origin);
    this.far = near;
  }

  boolean isNew(String entity, Instant lastUpdate) {
    Instant known = seen.get(entity);
    return known == null || lastUpdate.isAfter(known);
  }

  /** Something is there, handed over or not. */
  void sees(Instant lastUpdate) {
    if (newest == null || lastUpdate.isAfter(newest)) {
      newest = lastUpdate;
    }
  }

  /** A state of an entity has been handed over. */
  void took(String entity, Instant lastUpdate) {
    known(entity, lastUpdate);
    ParkedEntity before = parked.get(entity);
    if (before != null && !lastUpdate.isBefore(before.lastUpdate())) {
      parked.remove(entity);
    }
  }

  /** A state of an entity could not be handed over, and need not be until it is asked for. */
  void parks(ParkedEntity entity) {
    known(entity.id(), entity.lastUpdate());
    parked.put(entity.id(), entity);
  }

  private void known(String entity, Instant lastUpdate) {
    sees(lastUpdate);
    seen.merge(entity, lastUpdate, (one, other) -> one.isAfter(other) ? one : other);
  }

  /** How late it is, seen for the first time now. */
  Lateness lateness(Instant lastUpdate, Instant now, long nanos) {
    Duration byNear = near.lateness(lastUpdate);
    Duration byFar = far.lateness(lastUpdate);
    Duration least = byNear.compareTo(byFar) > 0 ? byNear : byFar;
    if (least.isZero()) {
      return Lateness.NONE;
    }
    Instant byService = clock.at(nanos);
    Duration most = Duration.between(lastUpdate, byService == null ? now : byService);
    return new Lateness(least, most.compareTo(least) > 0 ? most : least);
  }

  /** How far back the next poll need not look, by what a poll that is under way has seen. */
  Instant bound(Instant began, Duration elapsed, Duration lookBack) {
    Instant seenLast = newest;
    if (seenLast == null) {
      return origin; // what comes first may bear any time
    }
    Instant byService = seenLast.minus(elapsed);
    Instant earlier = byService.isBefore(began) ? byService : began;
    return Window.floor(earlier.minus(lookBack));
  }

  /** Forgets what no poll looks back to. */
  void prune() {
    seen.values().removeIf(lastUpdate -> lastUpdate.isBefore(far.next()));
    spoilt.headMap(far.next()).clear();
    unread.headSet(far.next()).clear();
    around.headMap(far.next()).clear();
  }

  boolean readsAllWithoutDetail() {
    return spoilt.values().stream().filter(unreadable -> !unreadable).count() > MOST_SPOILT;
  }

  boolean isWithoutDetail(Window window) {
    return readsAllWithoutDetail() || (window.isInstant() && spoilt.containsKey(window.from()));
  }

  boolean isUnreadable(Window window) {
    return window.isInstant() && Boolean.TRUE.equals(spoilt.get(window.from()));
  }
}
