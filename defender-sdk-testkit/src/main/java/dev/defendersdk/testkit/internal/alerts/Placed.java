package dev.defendersdk.testkit.internal.alerts;

/** A place in the order of last updates: by instant, and by id within one. */
class Placed implements Comparable<Placed> {

  private final String id;
  private long place;

  Placed(String id, long place) {
    this.id = id;
    this.place = place;
  }

  public final String id() {
    return id;
  }

  /** Only while it is in no order. */
  final void place(long other) {
    place = other;
  }

  @Override
  public final int compareTo(Placed other) {
    int byTime = Long.compare(place, other.place);
    return byTime != 0 ? byTime : id.compareTo(other.id);
  }

  // An order of places holds each thing once, and nothing else compares them.
  @Override
  public final boolean equals(Object other) {
    return this == other;
  }

  @Override
  public final int hashCode() {
    return id.hashCode();
  }
}
