package dev.defendersdk.core.internal.runner;

import dev.defendersdk.core.internal.waiting.Awaited;
import dev.defendersdk.core.internal.waiting.Look;
import dev.defendersdk.core.time.TimeSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** How many background calls of one tenant may be on the wire at once; the others wait in order. */
final class Lane {

  private final int width;
  private final TimeSource time;
  private final Deque<Place> row = new ArrayDeque<>();
  private int taken;

  Lane(int width, TimeSource time) {
    this.width = width;
    this.time = time;
  }

  /** A place in the lane, for one attempt. */
  final class Place implements Awaited<Place> {

    private final Runnable whenLeft;
    private boolean has;
    private boolean left;
    private @Nullable Runnable wake;

    /** One not yet taken. */
    Place(Runnable whenLeft) {
      this.whenLeft = whenLeft;
    }

    @Override
    public Look<Place> look(Runnable wakeUp) {
      synchronized (Lane.this) {
        Place first = row.peek();
        if (taken < width && (first == null || first == this)) {
          row.remove(this);
          taken++;
          has = true;
          wakeFirst();
          return Look.at(this);
        }
        if (!row.contains(this)) {
          row.add(this);
        }
        wake = wakeUp;
        return Look.againAt(time.nanos() + Long.MAX_VALUE / 2); // the wake says when
      }
    }

    /** Gives the place back, or gives up waiting for it; nothing the second time. */
    void leave() {
      synchronized (Lane.this) {
        if (left) {
          return;
        }
        left = true;
        row.remove(this);
        if (has) {
          has = false;
          taken--;
        }
        wakeFirst();
      }
      whenLeft.run();
    }

    private void wakeFirst() {
      Place next = row.peek();
      if (next != null && taken < width && next.wake != null) {
        next.wake.run();
      }
    }
  }
}
