package dev.defendersdk.alerts;

import dev.defendersdk.core.EventReference;
import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.argument.Ids;
import dev.defendersdk.core.call.Call;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An alert to raise on an event that Defender recorded. All parts are required. Immutable: every
 * method returns a new one. Page: create-alert-by-reference.md.
 *
 * <pre>{@code
 * NewAlert found =
 *     NewAlert.on(event)
 *         .severity(AlertSeverity.MEDIUM)
 *         .title("Beacon to a known host")
 *         .description("NetShield saw 12 connections in an hour.")
 *         .recommendedAction("Isolate the machine, then look at the process.")
 *         .category(AlertCategory.COMMAND_AND_CONTROL);
 * }</pre>
 */
public final class NewAlert {

  private static final int TICK = 100;

  private final EventReference event;
  private final @Nullable AlertSeverity severity;
  private final @Nullable String title;
  private final @Nullable String description;
  private final @Nullable String recommendedAction;
  private final @Nullable AlertCategory category;

  private NewAlert(
      EventReference event,
      @Nullable AlertSeverity severity,
      @Nullable String title,
      @Nullable String description,
      @Nullable String recommendedAction,
      @Nullable AlertCategory category) {
    this.event = event;
    this.severity = severity;
    this.title = title;
    this.description = description;
    this.recommendedAction = recommendedAction;
    this.category = category;
  }

  /**
   * An alert on this event.
   *
   * @param event as hunting found it: the service knows no other time than the exact one
   */
  public static NewAlert on(EventReference event) {
    Check.notNull(event, "event");
    String unused = Ids.machine(event.deviceId());
    Instant time = event.eventTime();
    if (time.get(ChronoField.NANO_OF_SECOND) % TICK != 0) {
      throw new IllegalArgumentException(
          "eventTime is "
              + time
              + ": the service has times to 100 nanoseconds, and finds the exact one alone."
              + " Pass the time as hunting returned it.");
    }
    return new NewAlert(event, null, null, null, null, null);
  }

  /** How severe it is: low, medium or high. */
  public NewAlert severity(AlertSeverity severity) {
    if (Check.notNull(severity, "severity").equals(AlertSeverity.INFORMATIONAL)
        || severity.equals(AlertSeverity.UNSPECIFIED)) {
      throw new IllegalArgumentException(
          "severity is " + severity + ": an alert by reference has none such. Pass LOW or higher.");
    }
    return new NewAlert(event, severity.sent(), title, description, recommendedAction, category);
  }

  /**
   * Its title. An open alert on the same machine with the same title takes up a new one: say the
   * finding, not its date or number.
   */
  public NewAlert title(String title) {
    return new NewAlert(
        event, severity, Check.notBlank(title, "title"), description, recommendedAction, category);
  }

  /** What it is about. */
  public NewAlert description(String description) {
    return new NewAlert(
        event,
        severity,
        title,
        Check.notBlank(description, "description"),
        recommendedAction,
        category);
  }

  /** What to do about it. */
  public NewAlert recommendedAction(String recommendedAction) {
    return new NewAlert(
        event,
        severity,
        title,
        description,
        Check.notBlank(recommendedAction, "recommendedAction"),
        category);
  }

  /** Its category. Required by the page, though not by the service metadata. */
  public NewAlert category(AlertCategory category) {
    return new NewAlert(
        event,
        severity,
        title,
        description,
        recommendedAction,
        Check.notNull(category, "category").sent());
  }

  /** The event that it is raised on. */
  public EventReference event() {
    return event;
  }

  /** How severe it is; null if not said yet. */
  public @Nullable AlertSeverity severity() {
    return severity;
  }

  /** Its title; null if not said yet. */
  public @Nullable String title() {
    return title;
  }

  /** What it is about; null if not said yet. */
  public @Nullable String description() {
    return description;
  }

  /** What to do about it; null if not said yet. */
  public @Nullable String recommendedAction() {
    return recommendedAction;
  }

  /** Its category; null if not said yet. */
  public @Nullable AlertCategory category() {
    return category;
  }

  <T> Call<T> applyTo(Call<T> call) {
    return call.member("machineId", event.deviceId())
        .member("eventTime", event.eventTime())
        .member("reportId", event.reportId())
        .member("severity", given(severity, "severity"))
        .member("title", given(title, "title"))
        .member("description", given(description, "description"))
        .member("recommendedAction", given(recommendedAction, "recommendedAction"))
        .member("category", given(category, "category"));
  }

  private static Object given(@Nullable Object value, String name) {
    if (value == null) {
      throw new IllegalArgumentException(
          name + " is missing: an alert by reference needs it. Set it with " + name + "(…).");
    }
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NewAlert that
        && that.event.equals(event)
        && Objects.equals(severity, that.severity)
        && Objects.equals(title, that.title)
        && Objects.equals(description, that.description)
        && Objects.equals(recommendedAction, that.recommendedAction)
        && Objects.equals(category, that.category);
  }

  @Override
  public int hashCode() {
    return Objects.hash(event, severity, title, description, recommendedAction, category);
  }

  /** Shows event and severity alone. */
  @Override
  public String toString() {
    return "NewAlert[" + event + ", " + severity + "]";
  }
}
