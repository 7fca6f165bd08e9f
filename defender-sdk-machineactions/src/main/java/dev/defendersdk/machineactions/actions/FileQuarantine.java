package dev.defendersdk.machineactions.actions;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.argument.Ids;
import dev.defendersdk.machineactions.internal.Comments;
import org.jspecify.annotations.Nullable;

/** Which file to stop and quarantine, and why. Immutable. Page: stop-and-quarantine-file.md. */
public final class FileQuarantine {

  private final String sha1;
  private final String comment;
  private final @Nullable String externalId;

  private FileQuarantine(String sha1, String comment, @Nullable String externalId) {
    this.sha1 = Ids.sha1(sha1);
    this.comment = Comments.required(comment);
    this.externalId = externalId;
  }

  /**
   * The file with a SHA-1; the service takes no other hash here.
   *
   * @param sha1 40 hex digits
   * @param comment why; the service keeps it
   */
  public static FileQuarantine ofSha1(String sha1, String comment) {
    return new FileQuarantine(sha1, comment, null);
  }

  /**
   * An id of the caller's own, which the action then has as {@code externalId}. Preview: it is in
   * the service metadata, but on no page.
   */
  public FileQuarantine externalId(String externalId) {
    return new FileQuarantine(sha1, comment, Check.notBlank(externalId, "externalId"));
  }

  /** The file's SHA-1. */
  public String sha1() {
    return sha1;
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
    return "FileQuarantine[" + sha1 + "]";
  }
}
