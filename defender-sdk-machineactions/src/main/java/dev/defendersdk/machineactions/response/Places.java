package dev.defendersdk.machineactions.response;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * So many places for wishes that act: until the service has answered, or for as long as a session
 * lasts. The others wait in order.
 */
final class Places {

  private final boolean untilTheEnd;
  private final Deque<Place> row = new ArrayDeque<>();
  private int free;
  private boolean closed;
  private boolean over;

  /**
   * @param untilTheEnd true if a place is taken until the wish has ended
   */
  Places(int places, boolean untilTheEnd) {
    this.free = places;
    this.untilTheEnd = untilTheEnd;
  }

  /** The gate as one wish sees it. */
  Gate forOne() {
    return new Place();
  }

  /** Lets nobody in until it is opened. */
  synchronized void close() {
    closed = true;
  }

  void open() {
    synchronized (this) {
      closed = false;
    }
    letIn();
  }

  /** Lets nobody in any more, and says so to those who wait or come. */
  void end() {
    List<Place> waiting;
    synchronized (this) {
      over = true;
      waiting = List.copyOf(row);
      row.clear();
    }
    waiting.forEach(place -> place.asked.complete(false));
  }

  private void letIn() {
    while (true) {
      Place next;
      synchronized (this) {
        next = closed || free == 0 ? null : row.poll();
        if (next == null) {
          return;
        }
        free--;
        next.has = true;
      }
      if (!next.asked.complete(true)) { // its wish has left
        synchronized (this) {
          next.has = false;
          free++;
        }
      }
    }
  }

  private final class Place implements Gate {

    private CompletableFuture<Boolean> asked = CompletableFuture.completedFuture(true);
    private boolean has;

    @Override
    public CompletableFuture<Boolean> enter() {
      CompletableFuture<Boolean> mine = new CompletableFuture<>();
      synchronized (Places.this) {
        if (has) {
          return CompletableFuture.completedFuture(true);
        }
        if (over) {
          return CompletableFuture.completedFuture(false);
        }
        asked = mine;
        row.add(this);
      }
      letIn();
      return mine;
    }

    @Override
    public void sent() {
      if (!untilTheEnd) {
        giveBack();
      }
    }

    @Override
    public void leave() {
      if (!asked.cancel(true)) {
        giveBack();
      }
      synchronized (Places.this) {
        row.remove(this);
      }
    }

    private void giveBack() {
      synchronized (Places.this) {
        if (!has) {
          return;
        }
        has = false;
        free++;
      }
      letIn();
    }
  }
}
