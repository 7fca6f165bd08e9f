package dev.defendersdk.machineactions.response;

import java.util.ArrayDeque;
import java.util.ArrayList;
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

  synchronized void close() {
    closed = true;
  }

  void open() {
    synchronized (this) {
      closed = false;
    }
    letIn();
  }

  private void letIn() {
    List<Place> next = new ArrayList<>();
    synchronized (this) {
      while (!closed && free > 0 && !row.isEmpty()) {
        free--;
        Place place = row.remove();
        place.has = true;
        next.add(place);
      }
    }
    for (Place place : next) {
      if (!place.granted.complete(true)) { // its wish has left
        place.giveBack();
      }
    }
  }

  private final class Place implements Gate {

    private final CompletableFuture<Boolean> granted = new CompletableFuture<>();
    private boolean has;

    @Override
    public CompletableFuture<Boolean> enter() {
      synchronized (Places.this) {
        row.add(this);
      }
      letIn();
      return granted;
    }

    @Override
    public void sent() {
      if (!untilTheEnd) {
        giveBack();
      }
    }

    @Override
    public void leave() {
      if (!granted.cancel(true)) {
        giveBack();
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
