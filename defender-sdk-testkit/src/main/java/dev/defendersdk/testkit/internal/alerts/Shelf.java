package dev.defendersdk.testkit.internal.alerts;

import dev.defendersdk.testkit.internal.odata.Bounds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Things that change, found by id and by when they changed last as clients see it. A million fit: a
 * look at a span of time costs what lies in it. Guarded by the cloud's lock.
 */
final class Shelf<V extends Changing.Version, T extends Changing<V>> {

  private final NavigableMap<String, T> byId = new TreeMap<>();
  private final NavigableMap<Placed, T> byUpdate = new TreeMap<>();

  void add(T thing) {
    if (byId.putIfAbsent(thing.id(), thing) != null) {
      throw new IllegalArgumentException(
          thing.id() + " is there already: ids are unique; give another");
    }
  }

  /** Shows a version, unless a newer one is shown. Says whether it did. */
  boolean show(T thing, V version, int change) {
    if (!thing.isNews(change)) {
      return false;
    }
    if (thing.shown() != null) {
      byUpdate.remove(thing);
    }
    thing.show(version, change);
    byUpdate.put(thing, thing);
    return true;
  }

  /** Whether clients see it or not; null if there is none. */
  @Nullable T find(String id) {
    return byId.get(id);
  }

  Collection<T> all() {
    return Collections.unmodifiableCollection(byId.values());
  }

  /** Those that clients see and whose last update is within bounds, the oldest first. */
  Collection<T> oldestFirst(Bounds bounds) {
    return within(bounds).values();
  }

  /** Those that clients see and whose last update is within bounds, the newest first. */
  Collection<T> newestFirst(Bounds bounds) {
    return within(bounds).descendingMap().values();
  }

  /** The same in the order of ids. */
  Iterable<T> inOrderOfId(Bounds bounds) {
    if (!bounds.isOpen()) {
      // A few are sorted; where most are within, it is cheaper to pass over the others.
      int few = byId.size() / 8 + 16;
      List<T> some = new ArrayList<>();
      for (T thing : oldestFirst(bounds)) {
        if (some.size() == few) {
          return this::visible;
        }
        some.add(thing);
      }
      some.sort(Comparator.comparing(Changing::id));
      return some;
    }
    return this::visible;
  }

  private Iterator<T> visible() {
    return byId.values().stream().filter(thing -> thing.shown() != null).iterator();
  }

  private NavigableMap<Placed, T> within(Bounds bounds) {
    Instant from = bounds.from();
    Instant to = bounds.to();
    NavigableMap<Placed, T> rest = byUpdate;
    if (from != null) {
      rest = rest.tailMap(new Placed("", Ticks.of(from)), true);
    }
    if (to != null) {
      Placed end = new Placed("", Ticks.of(to) + 1);
      // Bounds that exclude each other leave nothing.
      rest =
          from != null && Ticks.of(from) > Ticks.of(to)
              ? Collections.emptyNavigableMap()
              : rest.headMap(end, false);
    }
    return rest;
  }
}
