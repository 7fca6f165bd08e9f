package dev.defendersdk.alerts.external;

import dev.defendersdk.alerts.Alert;
import dev.defendersdk.core.EventReference;
import dev.defendersdk.core.error.DefenderException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of a finding, and how. Immutable. */
public final class FindingResult {

  private final Finding finding;
  private final FindingOutcome outcome;
  private final @Nullable EventReference event;
  private final @Nullable String alertId;
  private final @Nullable Alert alert;
  private final @Nullable String response;
  private final @Nullable Throwable error;
  private final List<String> steps;

  FindingResult(
      Finding finding,
      FindingOutcome outcome,
      @Nullable EventReference event,
      @Nullable String alertId,
      @Nullable Alert alert,
      @Nullable String response,
      @Nullable Throwable error,
      List<String> steps) {
    this.finding = finding;
    this.outcome = outcome;
    this.event = event;
    this.alertId = alertId;
    this.alert = alert;
    this.response = response;
    this.error = error;
    this.steps = List.copyOf(steps);
  }

  /** The finding. */
  public Finding finding() {
    return finding;
  }

  /** What became of it. */
  public FindingOutcome outcome() {
    return outcome;
  }

  /** True if there is an alert of it. */
  public boolean isPublished() {
    return outcome.isPublished();
  }

  /** The event that it is tied to; empty where there is none. Its device is the one to act on. */
  public Optional<EventReference> event() {
    return Optional.ofNullable(event);
  }

  /** The alert's id; empty where it was not published. */
  public Optional<String> alertId() {
    return Optional.ofNullable(alertId);
  }

  /**
   * The alert as it was last seen, without evidence; with it the state of its investigation. Empty
   * where it was not published, or before and not seen since.
   */
  public Optional<Alert> alert() {
    return Optional.ofNullable(alert);
  }

  /** What became of the response; empty where the rule asked for none, or it did not end. */
  public Optional<String> response() {
    return Optional.ofNullable(response);
  }

  /**
   * Why it was not published, where a call failed; of a published one, why it was not followed or
   * not responded to.
   */
  public Optional<DefenderException> error() {
    return error instanceof DefenderException known ? Optional.of(known) : Optional.empty();
  }

  /** What was done, in order, in words for a person: never a secret. */
  public List<String> steps() {
    return steps;
  }

  /** The outcome and its reason in one line. */
  public String summary() {
    String reason = error == null ? "" : ": " + error.getMessage();
    return outcome + (steps.isEmpty() ? "" : " (" + steps.get(steps.size() - 1) + ")") + reason;
  }

  @Override
  public String toString() {
    return "FindingResult[" + finding.key() + ", " + outcome + "]";
  }
}
