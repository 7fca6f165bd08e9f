package dev.defendersdk.testkit.internal.time;

import java.util.ArrayList;
import java.util.List;

/** What one thread has under way. Guarded by the room's lock. */
final class Presence {

  /** Tracked tasks that this thread is in, one inside the other. */
  int tasks;

  /** Spans that this thread opened and nobody has closed. */
  final List<VirtualSpan> spans = new ArrayList<>(1);
}
