package dev.defendersdk.testkit.internal.time;

import dev.defendersdk.core.time.TimeSource;

/** Something under way. Guarded by the room's lock. */
final class VirtualSpan implements TimeSource.Span {

  private final WaitingRoom room;
  final Presence opener;
  boolean closed;
  boolean stalled;
  boolean holdsTime;

  VirtualSpan(WaitingRoom room, Presence opener) {
    this.room = room;
    this.opener = opener;
  }

  @Override
  public void close() {
    room.close(this);
  }
}
