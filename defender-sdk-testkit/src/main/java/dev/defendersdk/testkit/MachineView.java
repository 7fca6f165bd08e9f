package dev.defendersdk.testkit;

import java.util.List;

/**
 * What the owner of a simulated tenant sees of a machine: a snapshot.
 *
 * @param id 40 hex digits
 * @param name fully qualified
 * @param tags none if it has none
 * @param online whether an action can reach it now
 * @param isolation {@code None}, {@code Full}, {@code Selective} or {@code UnManagedDevice}: the
 *     newest isolation or release that succeeded
 * @param restricted whether it runs only what Microsoft signed: the newest restriction or its
 *     removal that succeeded
 * @param offboarded whether an offboarding succeeded; no action reaches it then
 */
public record MachineView(
    String id,
    String name,
    List<String> tags,
    boolean online,
    String isolation,
    boolean restricted,
    boolean offboarded) {

  /** Copies the tags. */
  public MachineView {
    tags = List.copyOf(tags);
  }

  /** Whether it is isolated in some way. */
  public boolean isIsolated() {
    return !isolation.equals("None");
  }
}
