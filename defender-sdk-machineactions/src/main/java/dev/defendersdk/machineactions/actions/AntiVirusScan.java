package dev.defendersdk.machineactions.actions;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.machineactions.internal.Comments;
import org.jspecify.annotations.Nullable;

/** How to scan a machine, and why. Immutable. Page: run-av-scan.md. */
public final class AntiVirusScan {

  private final ScanType type;
  private final String comment;
  private final @Nullable String externalId;

  private AntiVirusScan(ScanType type, String comment, @Nullable String externalId) {
    this.type = Check.notNull(type, "type");
    this.comment = Comments.required(comment);
    this.externalId = externalId;
  }

  /**
   * A quick scan.
   *
   * @param comment why; the service keeps it
   */
  public static AntiVirusScan quick(String comment) {
    return of(ScanType.QUICK, comment);
  }

  /**
   * A full scan.
   *
   * @param comment why; the service keeps it
   */
  public static AntiVirusScan full(String comment) {
    return of(ScanType.FULL, comment);
  }

  /**
   * A scan of any type.
   *
   * @param comment why; the service keeps it
   */
  public static AntiVirusScan of(ScanType type, String comment) {
    return new AntiVirusScan(type, comment, null);
  }

  /**
   * An id of the caller's own, which the action then has as {@code externalId}. Preview: it is in
   * the service metadata, but on no page.
   */
  public AntiVirusScan externalId(String externalId) {
    return new AntiVirusScan(type, comment, Check.notBlank(externalId, "externalId"));
  }

  /** How much is scanned. */
  public ScanType type() {
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
    return "AntiVirusScan[" + type + "]";
  }
}
