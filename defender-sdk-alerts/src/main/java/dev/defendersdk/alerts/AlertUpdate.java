package dev.defendersdk.alerts;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.call.Call;
import java.time.Instant;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What to change of an alert; what is not said stays as it is, or is set anew by the service where
 * it follows from another change. Known values are sent in the spelling of the service's schema,
 * all others as they are. Immutable: every method returns a new one. Pages: update-alert.md,
 * batch-update-alerts.md.
 */
public final class AlertUpdate {

  private static final AlertUpdate NOTHING = new AlertUpdate(null, null, false, null, null, null);

  private final @Nullable AlertStatus status;
  private final @Nullable String assignedTo;
  private final boolean unassigned;
  private final @Nullable AlertClassification classification;
  private final @Nullable AlertDetermination determination;
  private final @Nullable String comment;

  private AlertUpdate(
      @Nullable AlertStatus status,
      @Nullable String assignedTo,
      boolean unassigned,
      @Nullable AlertClassification classification,
      @Nullable AlertDetermination determination,
      @Nullable String comment) {
    this.status = status;
    this.assignedTo = assignedTo;
    this.unassigned = unassigned;
    this.classification = classification;
    this.determination = determination;
    this.comment = comment;
  }

  /** Changes nothing yet. */
  public static AlertUpdate nothing() {
    return NOTHING;
  }

  /** Where the work stands: {@code New}, {@code InProgress} or {@code Resolved}. */
  public AlertUpdate status(AlertStatus status) {
    return new AlertUpdate(
        Check.notNull(status, "status").sent(),
        assignedTo,
        unassigned,
        classification,
        determination,
        comment);
  }

  /** Who works on it, mostly a user principal name. */
  public AlertUpdate assignedTo(String assignedTo) {
    return new AlertUpdate(
        status,
        Check.notBlank(assignedTo, "assignedTo"),
        false,
        classification,
        determination,
        comment);
  }

  /** Nobody works on it any more. No page says how; null is sent, as alerts without one have it. */
  public AlertUpdate unassigned() {
    return new AlertUpdate(status, null, true, classification, determination, comment);
  }

  /** What it turned out to be. */
  public AlertUpdate classification(AlertClassification classification) {
    return new AlertUpdate(
        status,
        assignedTo,
        unassigned,
        Check.notNull(classification, "classification").sent(),
        determination,
        comment);
  }

  /**
   * What exactly it turned out to be. Which fits which classification is told by {@link
   * AlertDetermination}; the service's own sample does not hold to it, so nothing is refused here.
   */
  public AlertUpdate determination(AlertDetermination determination) {
    return new AlertUpdate(
        status,
        assignedTo,
        unassigned,
        classification,
        Check.notNull(determination, "determination").sent(),
        comment);
  }

  /**
   * A comment to add. It cannot be changed or removed later, so an update with one is not sent
   * again where it may have been carried out: {@link
   * dev.defendersdk.core.error.OutcomeUnknownException} says so.
   */
  public AlertUpdate comment(String comment) {
    return new AlertUpdate(
        status,
        assignedTo,
        unassigned,
        classification,
        determination,
        Check.notBlank(comment, "comment"));
  }

  /** Whether it changes nothing. */
  public boolean isEmpty() {
    return equals(NOTHING);
  }

  /** Refuses an update that changes nothing. */
  static AlertUpdate change(@Nullable AlertUpdate update) {
    AlertUpdate given = Check.notNull(update, "update");
    if (given.isEmpty()) {
      throw new IllegalArgumentException(
          "update is " + given + ": it changes nothing. Set status, assignedTo or another.");
    }
    return given;
  }

  <T> Call<T> applyTo(Call<T> call) {
    Call<T> changing =
        call.member("status", status)
            .member("assignedTo", assignedTo)
            .member("classification", classification)
            .member("determination", determination)
            .member("comment", comment);
    changing = unassigned ? changing.clear("assignedTo") : changing;
    return isSentOnce() ? changing.once() : changing;
  }

  /** Whether it is not sent again where it may have been carried out. */
  boolean isSentOnce() {
    return comment != null;
  }

  /**
   * Whether an alert is as this update leaves it, whoever wrote the comment.
   *
   * @param since before it the same comment was that of another update
   */
  boolean isSeenIn(Alert alert, Instant since) {
    return (status == null || Objects.equals(status, alert.status()))
        && (assignedTo == null || assignedTo.equalsIgnoreCase(alert.assignedTo()))
        && (!unassigned || alert.assignedTo() == null)
        && (classification == null || Objects.equals(classification, alert.classification()))
        && (determination == null || Objects.equals(determination, alert.determination()))
        && (comment == null || alert.comments().stream().anyMatch(other -> isOwn(other, since)));
  }

  private boolean isOwn(AlertComment other, Instant since) {
    Instant created = other.created();
    return Objects.equals(comment, other.comment()) && created != null && !created.isBefore(since);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AlertUpdate that
        && Objects.equals(status, that.status)
        && Objects.equals(assignedTo, that.assignedTo)
        && unassigned == that.unassigned
        && Objects.equals(classification, that.classification)
        && Objects.equals(determination, that.determination)
        && Objects.equals(comment, that.comment);
  }

  @Override
  public int hashCode() {
    return Objects.hash(status, assignedTo, unassigned, classification, determination, comment);
  }

  /** Shows which properties it changes, not how. */
  @Override
  public String toString() {
    StringJoiner names = new StringJoiner(" ", "AlertUpdate[", "]");
    add(names, "status", status != null);
    add(names, "assignedTo", assignedTo != null || unassigned);
    add(names, "classification", classification != null);
    add(names, "determination", determination != null);
    add(names, "comment", comment != null);
    return names.toString();
  }

  private static void add(StringJoiner names, String name, boolean isSet) {
    if (isSet) {
      names.add(name);
    }
  }
}
