package dev.defendersdk.machineactions.actions;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.machineactions.internal.Comments;
import org.jspecify.annotations.Nullable;

/**
 * Why an action is taken that needs no more than that, where the comment alone is not enough.
 * Immutable.
 */
public final class Reason {

  private final String comment;
  private final @Nullable String externalId;

  private Reason(String comment, @Nullable String externalId) {
    this.comment = Comments.required(comment);
    this.externalId = externalId;
  }

  /**
   * A comment, without an id of the caller's own.
   *
   * @param comment why; the service keeps it
   */
  public static Reason of(String comment) {
    return new Reason(comment, null);
  }

  /**
   * An id of the caller's own, which the action then has as {@code externalId}. Preview: it is in
   * the service metadata, but on no page.
   */
  public Reason externalId(String externalId) {
    return new Reason(comment, Check.notBlank(externalId, "externalId"));
  }

  /** Why. */
  public String comment() {
    return comment;
  }

  /** The caller's own id, or null. */
  public @Nullable String externalId() {
    return externalId;
  }

  /** Shows nothing of it. */
  @Override
  public String toString() {
    return "Reason[]";
  }
}
