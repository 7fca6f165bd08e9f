package dev.defendersdk.alerts.external;

import dev.defendersdk.alerts.AlertCategory;
import dev.defendersdk.alerts.AlertSeverity;
import dev.defendersdk.alerts.NewAlert;
import dev.defendersdk.core.EventReference;
import dev.defendersdk.core.argument.Check;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a partner's product has found on a device: the alert that it shall become, and where to look
 * for the event that it is tied to. Immutable.
 *
 * <pre>{@code
 * Finding finding =
 *     Finding.builder("netshield-4711")
 *         .title("Beacon to a known C2 server")
 *         .description("NetShield saw 40 connections to 203.0.113.7 in an hour.")
 *         .recommendedAction("Isolate the device and collect an investigation package.")
 *         .category(AlertCategory.COMMAND_AND_CONTROL)
 *         .severity(AlertSeverity.HIGH)
 *         .confidence(95)
 *         .time(Instant.parse("2026-11-24T08:00:00Z"))
 *         .machineName("pc-1.contoso.com")
 *         .ipAddress("203.0.113.7")
 *         .build();
 * }</pre>
 */
public final class Finding {

  private static final int LONGEST_KEY = 500;
  // The page takes these three (create-alert-by-reference.md), though alerts have others too.
  private static final List<AlertSeverity> SEVERITIES =
      List.of(AlertSeverity.HIGH, AlertSeverity.MEDIUM, AlertSeverity.LOW);

  private final String key;
  private final String title;
  private final String description;
  private final String recommendedAction;
  private final AlertCategory category;
  private final AlertSeverity severity;
  private final @Nullable Integer confidence;
  private final Instant time;
  private final @Nullable EventReference event;
  private final Map<String, String> details;

  private Finding(Builder builder) {
    this.key = builder.key;
    this.title = given(builder.title, "title");
    this.description = given(builder.description, "description");
    this.recommendedAction = given(builder.recommendedAction, "recommendedAction");
    this.category = given(builder.category, "category");
    this.severity = given(builder.severity, "severity");
    this.confidence = builder.confidence;
    this.event = builder.event;
    Instant ofEvent = event == null ? null : event.eventTime();
    this.time = given(builder.time == null ? ofEvent : builder.time, "time");
    this.details = Collections.unmodifiableMap(new LinkedHashMap<>(builder.details));
  }

  private static <T> T given(@Nullable T value, String name) {
    if (value == null) {
      throw new IllegalArgumentException(
          name + " is missing: a finding needs it. Set it with " + name + "(…).");
    }
    return value;
  }

  /**
   * Begins a finding. Title, description, recommended action, category, severity and a time or an
   * event must be set.
   *
   * @param key the partner's own: the same finding has the same key whenever it is published, and
   *     no other has it. Up to 500 characters
   */
  public static Builder builder(String key) {
    return new Builder(key);
  }

  /** The partner's own key of it. */
  public String key() {
    return key;
  }

  /** The alert's title. An open alert of the same title on the same device absorbs the new one. */
  public String title() {
    return title;
  }

  /** The alert's description. */
  public String description() {
    return description;
  }

  /** What whoever reads the alert should do. */
  public String recommendedAction() {
    return recommendedAction;
  }

  /** The alert's category. */
  public AlertCategory category() {
    return category;
  }

  /** How severe it is: low, medium or high. Findings go in this order, high ones first. */
  public AlertSeverity severity() {
    return severity;
  }

  /** How sure the partner is, in percent, for the caller's own rules: the service has no place. */
  public OptionalInt confidence() {
    return confidence == null ? OptionalInt.empty() : OptionalInt.of(confidence);
  }

  /** When it happened, in UTC, as the partner saw it. */
  public Instant time() {
    return time;
  }

  /** The event, where the partner knows it; else an {@link EventLocator} looks for it. */
  public Optional<EventReference> event() {
    return Optional.ofNullable(event);
  }

  /** The machine's id in Defender. */
  public Optional<String> machineId() {
    return detail("machineId");
  }

  /** The machine's name. */
  public Optional<String> machineName() {
    return detail("machineName");
  }

  /** An IP address: the machine's own or the other end's, as the locator takes it. */
  public Optional<String> ipAddress() {
    return detail("ipAddress");
  }

  /** The account's name. */
  public Optional<String> userName() {
    return detail("userName");
  }

  /** The file's name. */
  public Optional<String> fileName() {
    return detail("fileName");
  }

  /** The file's SHA-256, or another hash of it. */
  public Optional<String> fileHash() {
    return detail("fileHash");
  }

  /** What else is known of it, by name, for an {@link EventLocator}. */
  public Optional<String> detail(String name) {
    return Optional.ofNullable(details.get(Check.notBlank(name, "name")));
  }

  /** The alert that it becomes. */
  NewAlert alertOn(EventReference reference) {
    return NewAlert.on(reference)
        .severity(severity)
        .title(title)
        .description(description)
        .recommendedAction(recommendedAction)
        .category(category);
  }

  /** Its place by severity: 0 for the highest. */
  int rank() {
    return SEVERITIES.indexOf(severity);
  }

  boolean isHigh() {
    return rank() == 0;
  }

  /** Key, title and severity. */
  @Override
  public String toString() {
    return "Finding[" + key + ", " + title + ", " + severity + "]";
  }

  /** Collects a finding. For one thread. */
  public static final class Builder {

    private final String key;
    private @Nullable String title;
    private @Nullable String description;
    private @Nullable String recommendedAction;
    private @Nullable AlertCategory category;
    private @Nullable AlertSeverity severity;
    private @Nullable Integer confidence;
    private @Nullable Instant time;
    private @Nullable EventReference event;
    private final Map<String, String> details = new LinkedHashMap<>();

    private Builder(String key) {
      this.key = Check.notBlank(key, "key");
      if (key.length() > LONGEST_KEY) {
        throw new IllegalArgumentException(
            "key has "
                + key.length()
                + " characters: it may have up to "
                + LONGEST_KEY
                + ". Pass a shorter one, or a hash of it.");
      }
    }

    /** The alert's title, the same for all findings that may become one alert of a device. */
    public Builder title(String title) {
      this.title = Check.notBlank(title, "title");
      return this;
    }

    /** The alert's description; it may have several lines. */
    public Builder description(String description) {
      this.description = Check.notBlank(description, "description");
      return this;
    }

    /** What whoever reads the alert should do. */
    public Builder recommendedAction(String recommendedAction) {
      this.recommendedAction = Check.notBlank(recommendedAction, "recommendedAction");
      return this;
    }

    /** The alert's category. */
    public Builder category(AlertCategory category) {
      this.category = Check.notNull(category, "category");
      return this;
    }

    /**
     * How severe it is.
     *
     * @throws IllegalArgumentException if it is not low, medium or high
     */
    public Builder severity(AlertSeverity severity) {
      if (!SEVERITIES.contains(Check.notNull(severity, "severity"))) {
        throw new IllegalArgumentException(
            "severity is "
                + Check.quote(severity.value())
                + ": an alert by reference takes Low, Medium and High. Pass one of these.");
      }
      this.severity = severity;
      return this;
    }

    /** How sure the partner is, from 0 to 100 percent. */
    public Builder confidence(int percent) {
      this.confidence = Check.between(percent, 0, 100, "confidence");
      return this;
    }

    /** When it happened, in UTC, as the partner saw it; the event's time if that is given. */
    public Builder time(Instant time) {
      this.time = Check.notNull(time, "time");
      return this;
    }

    /**
     * The event itself, where the partner knows it.
     *
     * @throws IllegalArgumentException if no event can be so: see {@link NewAlert#on}
     */
    public Builder event(EventReference event) {
      this.event = NewAlert.on(event).event();
      return this;
    }

    /** The machine's id in Defender. */
    public Builder machineId(String machineId) {
      return detail("machineId", machineId);
    }

    /** The machine's name. */
    public Builder machineName(String machineName) {
      return detail("machineName", machineName);
    }

    /** An IP address: the machine's own or the other end's, as the locator takes it. */
    public Builder ipAddress(String ipAddress) {
      return detail("ipAddress", ipAddress);
    }

    /** The account's name. */
    public Builder userName(String userName) {
      return detail("userName", userName);
    }

    /** The file's name. */
    public Builder fileName(String fileName) {
      return detail("fileName", fileName);
    }

    /** The file's SHA-256, or another hash of it. */
    public Builder fileHash(String fileHash) {
      return detail("fileHash", fileHash);
    }

    /** What else is known of it, for an {@link EventLocator}. */
    public Builder detail(String name, String value) {
      details.put(Check.notBlank(name, "name"), Check.notBlank(value, name));
      return this;
    }

    /**
     * The finding.
     *
     * @throws IllegalArgumentException if something is missing
     */
    public Finding build() {
      return new Finding(this);
    }
  }
}
