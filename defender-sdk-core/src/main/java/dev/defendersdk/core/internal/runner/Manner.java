package dev.defendersdk.core.internal.runner;

/** How a call stands to the quota and to the others of its tenant. */
public enum Manner {
  /** A caller's thread waits for it: for the quota too, up to the deadline. */
  BLOCKING,
  /** Nobody's thread waits: for the quota as long as it takes, but before all bulk work. */
  URGENT,
  /** As urgent, but it leaves a part of the quota to others, and few are on the wire at once. */
  BULK;

  /** True if waiting for the quota does not count against the deadline. */
  boolean isPatient() {
    return this != BLOCKING;
  }

  /** True if it needs a place in its tenant's lane to be sent. */
  boolean keepsToItsLane() {
    return this == BULK;
  }
}
