package dev.defendersdk.indicators.match;

import dev.defendersdk.core.argument.Check;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where and when something was seen: what decides which indicators hold for it. Immutable and
 * thread-safe; one can serve many look-ups.
 */
public final class MatchContext {

  private final Instant at;
  private final @Nullable String groupName;
  private final @Nullable Integer groupId;
  private final boolean edge;

  private MatchContext(
      Instant at, @Nullable String groupName, @Nullable Integer groupId, boolean edge) {
    this.at = at;
    this.groupName = groupName;
    this.groupId = groupId;
    this.edge = edge;
  }

  /**
   * At an instant, on a device of no group, not in Edge. An indicator is deleted at its expiration
   * time: at that instant it no longer holds. Page: indicator-manage.md.
   *
   * @throws IllegalArgumentException if it is null
   */
  public static MatchContext at(Instant at) {
    return new MatchContext(Check.notNull(at, "at"), null, null, false);
  }

  /**
   * On a device of this group, by its name, as {@code Machine.rbacGroupName()} has it; compared
   * without case. Null or blank, as a device has it that is of no group: no group is known by its
   * name. An indicator that names its groups by their ids alone is not found by it: give the id
   * too.
   */
  public MatchContext groupName(@Nullable String name) {
    return new MatchContext(at, name == null || name.isBlank() ? null : name, groupId, edge);
  }

  /** On a device of this group, by its id, as {@code Machine.rbacGroupId()} has it. */
  public MatchContext groupId(int id) {
    return new MatchContext(at, groupName, id, edge);
  }

  /**
   * In Microsoft Edge, the only one that sees the paths of HTTPS. Pages: indicators-overview.md,
   * indicator-ip-domain.md.
   */
  public MatchContext inEdge() {
    return new MatchContext(at, groupName, groupId, true);
  }

  Instant at() {
    return at;
  }

  @Nullable String groupName() {
    return groupName;
  }

  @Nullable Integer groupId() {
    return groupId;
  }

  boolean isEdge() {
    return edge;
  }

  @Override
  public String toString() {
    return "MatchContext["
        + at
        + (groupName == null ? "" : ", group " + groupName)
        + (groupId == null ? "" : ", group " + groupId)
        + (edge ? ", Edge" : "")
        + "]";
  }
}
