package dev.defendersdk.alerts.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a page of a window shows: what of it is new, and when all of it was last updated.
 *
 * @param <T> the entity
 */
final class Scan<T> {

  private final Source<T> source;
  private final Window window;
  private final FeedState state;
  private final int asked;
  private final List<Item<T>> fresh = new ArrayList<>();
  private final List<Instant> times = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private boolean sorted = true;
  private boolean last = true;
  private int size;

  /**
   * A state of an entity.
   *
   * @param lastUpdate where the window begins, if it bears no time
   * @param timed true if it bears a time
   */
  record Item<T>(T entity, Instant lastUpdate, boolean timed) {}

  /**
   * @param asked how many were asked for
   */
  Scan(Source<T> source, Window window, FeedState state, int asked) {
    this.source = source;
    this.window = window;
    this.state = state;
    this.asked = asked;
  }

  /**
   * @param now when it came
   * @param nanos the same by the steady clock
   */
  void take(Source.Batch<T> page, Instant now, long nanos) {
    last = page.isLast();
    for (T entity : page.entities()) {
      size++;
      Instant lastUpdate = source.lastUpdate(entity);
      if (lastUpdate == null) {
        takeUntimed(entity);
      } else if (window.holds(lastUpdate)) {
        boolean isNew = state.isNew(source.id(entity), lastUpdate);
        state.clock.sees(lastUpdate, isNew, now, nanos);
        take(entity, lastUpdate, isNew);
      } // what does not belong here was not asked for, and is found where it belongs
    }
  }

  private void take(T entity, Instant lastUpdate, boolean isNew) {
    state.sees(lastUpdate);
    if (!times.isEmpty() && lastUpdate.isBefore(newest())) {
      sorted = false;
    }
    times.add(lastUpdate);
    ids.add(source.id(entity));
    if (isNew) {
      fresh.add(new Item<>(entity, lastUpdate, true));
    }
  }

  // Its changes cannot be told apart: it comes once.
  private void takeUntimed(T entity) {
    ids.add(source.id(entity));
    if (!state.seen.containsKey(source.id(entity)) && !state.untimed.contains(source.id(entity))) {
      fresh.add(new Item<>(entity, window.from(), false));
    }
  }

  boolean isEmpty() {
    return size == 0;
  }

  int size() {
    return size;
  }

  /** True if nothing comes after it: a list may end early, so what is full is not taken for it. */
  boolean isLast() {
    return last && size < asked;
  }

  /** True if they show that they come in the order of their times: all at one time show nothing. */
  boolean isSorted() {
    return sorted && !times.isEmpty() && times.get(0).isBefore(newest());
  }

  List<Instant> times() {
    return times;
  }

  Set<String> ids() {
    return ids;
  }

  /** The last one's time, where they are sorted. */
  Instant newest() {
    return times.get(times.size() - 1);
  }

  /** True if all that is there was last updated at one instant. */
  boolean isOfOneInstant() {
    return new HashSet<>(times).size() == 1;
  }

  /** What is new, the oldest first. */
  List<Item<T>> fresh() {
    fresh.sort(Comparator.comparing(Item::lastUpdate));
    return fresh;
  }
}
