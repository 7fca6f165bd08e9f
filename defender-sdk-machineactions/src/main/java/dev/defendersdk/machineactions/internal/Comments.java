package dev.defendersdk.machineactions.internal;

import dev.defendersdk.core.argument.Check;
import org.jspecify.annotations.Nullable;

/** The check of comments. */
public final class Comments {

  private Comments() {}

  /** The comment that every action needs. */
  public static String required(@Nullable String comment) {
    if (comment == null || comment.isBlank()) {
      throw new IllegalArgumentException(
          "comment is "
              + (comment == null ? "null" : Check.quote(comment))
              + ": the service requires one for every action, and keeps it. Say why it is done.");
    }
    return comment;
  }
}
