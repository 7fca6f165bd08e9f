package dev.defendersdk.machineactions.actions;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.machineactions.internal.Comments;
import org.jspecify.annotations.Nullable;

/** How to isolate a machine, and why. Immutable. Page: isolate-machine.md. */
public final class Isolation {

  private final IsolationType type;
  private final String comment;
  private final @Nullable String externalId;

  private Isolation(IsolationType type, String comment, @Nullable String externalId) {
    this.type = Check.notNull(type, "type");
    this.comment = Comments.required(comment);
    this.externalId = externalId;
  }

  /**
   * Only the connection to the Defender service stays.
   *
   * @param comment why; the service keeps it
   */
  public static Isolation full(String comment) {
    return new Isolation(IsolationType.FULL, comment, null);
  }

  /**
   * A limited set of applications stays connected, such as Outlook and Teams.
   *
   * @param comment why; the service keeps it
   */
  public static Isolation selective(String comment) {
    return new Isolation(IsolationType.SELECTIVE, comment, null);
  }

  /**
   * For a machine that is not onboarded: the onboarded ones block its traffic (containment).
   * Whether {@code release} lifts it no page says.
   *
   * @param comment why; the service keeps it
   */
  public static Isolation unmanagedDevice(String comment) {
    return new Isolation(IsolationType.UN_MANAGED_DEVICE, comment, null);
  }

  /**
   * An id of the caller's own, which the action then has as {@code externalId}. Preview: it is in
   * the service metadata, but on no page.
   */
  public Isolation externalId(String externalId) {
    return new Isolation(type, comment, Check.notBlank(externalId, "externalId"));
  }

  /** How the machine is isolated. */
  public IsolationType type() {
    return type;
  }

  /** Why. */
  public String comment() {
    return comment;
  }

  /** The caller's own id, or null. */
  public @Nullable String externalId() {
    return externalId;
  }

  @Override
  public String toString() {
    return "Isolation[" + type + "]";
  }
}
