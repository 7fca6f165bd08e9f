package dev.defendersdk.testkit.alerts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An alert to be raised: what is not said is invented. Immutable: every method returns a new one.
 */
public final class NewTenantAlert {

  /**
   * Something that the alert is about.
   *
   * @param entityType as the Defender API has it, such as {@code File}
   * @param members by their names in the Defender API, such as {@code sha1}
   */
  public record Evidence(String entityType, Map<String, Object> members) {

    /** Copies the members. */
    public Evidence {
      Objects.requireNonNull(entityType, "entityType");
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }
  }

  private final String machineId;
  private final Map<String, Object> properties;
  private final @Nullable List<Evidence> evidence;

  private NewTenantAlert(
      String machineId, Map<String, Object> properties, @Nullable List<Evidence> evidence) {
    this.machineId = machineId;
    this.properties = properties;
    this.evidence = evidence;
  }

  /**
   * An alert on a machine.
   *
   * @param machineId its id or its name, in any case
   */
  public static NewTenantAlert on(String machineId) {
    return new NewTenantAlert(Objects.requireNonNull(machineId, "machineId"), Map.of(), null);
  }

  /** Its title. */
  public NewTenantAlert title(String value) {
    return with("title", value);
  }

  /** Its description. */
  public NewTenantAlert description(String value) {
    return with("description", value);
  }

  /** What to do about it: Graph's {@code recommendedActions}. */
  public NewTenantAlert recommendedAction(String value) {
    return with("recommendedActions", value);
  }

  /** Its severity, such as {@code High}. */
  public NewTenantAlert severity(String value) {
    return with("severity", value);
  }

  /** Its category, such as {@code Malware}. */
  public NewTenantAlert category(String value) {
    return with("category", value);
  }

  /** What found it, as the Defender API has it, such as {@code WindowsDefenderAv}. */
  public NewTenantAlert detectionSource(String value) {
    return with("detectionSource", value);
  }

  /**
   * The product that raised it, as Microsoft Graph has it, such as {@code microsoftSentinel}. What
   * another than {@code microsoftDefenderForEndpoint} raises is on Graph only.
   */
  public NewTenantAlert serviceSource(String value) {
    return with("serviceSource", value);
  }

  /**
   * The user that it is about.
   *
   * @param account {@code domain\name}
   */
  public NewTenantAlert user(String account) {
    return with("user", account);
  }

  /** With an automated investigation, which starts by itself and walks. */
  public NewTenantAlert investigated() {
    return with("investigated", true);
  }

  /** In no incident: Graph's list of alerts may leave it out. */
  public NewTenantAlert withoutIncident() {
    return with("withoutIncident", true);
  }

  /** Stamped now, but visible in both services only after this time. */
  public NewTenantAlert visibleAfter(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException(
          "visibleAfter is " + time + ": nothing is seen before it is raised; give zero or more");
    }
    return with("visibleAfter", time);
  }

  /** Adds a file to the evidence. */
  public NewTenantAlert file(String sha1, String fileName) {
    return evidence("File", Map.of("sha1", sha1, "fileName", fileName));
  }

  /** Adds an IP address to the evidence. */
  public NewTenantAlert ip(String address) {
    return evidence("Ip", Map.of("ipAddress", address));
  }

  /** Adds a URL to the evidence. */
  public NewTenantAlert url(String url) {
    return evidence("Url", Map.of("url", url));
  }

  /**
   * Adds evidence; without any, it is invented.
   *
   * @param entityType as the Defender API has it, such as {@code Registry}
   * @param members texts, whole numbers and instants by their names in the Defender API
   */
  public NewTenantAlert evidence(String entityType, Map<String, ?> members) {
    List<Evidence> more = new ArrayList<>(evidence == null ? List.of() : evidence);
    more.add(new Evidence(entityType, new LinkedHashMap<>(members)));
    return new NewTenantAlert(machineId, properties, List.copyOf(more));
  }

  private NewTenantAlert with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(properties);
    more.put(name, Objects.requireNonNull(value, "value"));
    return new NewTenantAlert(machineId, Collections.unmodifiableMap(more), evidence);
  }

  /** The machine that it is on: an id or a name. */
  public String machineId() {
    return machineId;
  }

  /** A text that was said; null if it was not. */
  public @Nullable String text(String name) {
    return properties.get(name) instanceof String text ? text : null;
  }

  /** Whether an automated investigation starts. */
  public boolean isInvestigated() {
    return properties.containsKey("investigated");
  }

  /** Whether it is in no incident. */
  public boolean isWithoutIncident() {
    return properties.containsKey("withoutIncident");
  }

  /** How long after it is raised it becomes visible. */
  public Duration visibleAfter() {
    return properties.get("visibleAfter") instanceof Duration time ? time : Duration.ZERO;
  }

  /** The evidence that was said; null if it is to be invented. */
  public @Nullable List<Evidence> evidence() {
    return evidence;
  }
}
