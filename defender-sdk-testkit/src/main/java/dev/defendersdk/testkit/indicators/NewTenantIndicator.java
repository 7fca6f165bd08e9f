package dev.defendersdk.testkit.indicators;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An indicator that somebody other than the tester's client made: a person in the portal unless
 * said otherwise. Values are those of the Defender API, and any other text that a client is to
 * meet: nothing is checked. Immutable: every method returns a new one.
 */
public final class NewTenantIndicator {

  private final Map<String, @Nullable Object> members;

  private NewTenantIndicator(Map<String, @Nullable Object> members) {
    this.members = members;
  }

  /**
   * An indicator of {@code analyst@contoso.com}, made in the portal.
   *
   * @param indicatorType such as {@code FileSha256}
   * @param action such as {@code Block}
   */
  public static NewTenantIndicator of(String indicatorType, String indicatorValue, String action) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("indicatorType", Objects.requireNonNull(indicatorType, "indicatorType"));
    members.put("indicatorValue", Objects.requireNonNull(indicatorValue, "indicatorValue"));
    members.put("action", Objects.requireNonNull(action, "action"));
    members.put("title", "by hand");
    members.put("description", "made in the portal");
    members.put("severity", "Informational");
    members.put("generateAlert", action.equals("Audit"));
    members.put("createdBy", "analyst@contoso.com");
    members.put("createdByDisplayName", "Analyst");
    members.put("createdBySource", "Portal");
    return new NewTenantIndicator(members);
  }

  /** Made by this person, in the portal. */
  public NewTenantIndicator byPerson(String userPrincipalName) {
    return by(userPrincipalName, userPrincipalName, "Portal");
  }

  /** Made by this application, through the API. */
  public NewTenantIndicator byApplication(String clientId, String name) {
    return by(clientId, name, "PublicApi");
  }

  /**
   * Made by Defender for Cloud Apps, which writes it again where a client changes or deletes it.
   */
  public NewTenantIndicator byCloudApps() {
    return by("MCAS", "Microsoft Defender for Cloud Apps", "MCAS");
  }

  private NewTenantIndicator by(String createdBy, String name, String source) {
    return with("createdBy", createdBy)
        .with("createdByDisplayName", name)
        .with("createdBySource", source);
  }

  /** Its title. */
  public NewTenantIndicator title(String value) {
    return with("title", value);
  }

  /** What it is about. */
  public NewTenantIndicator description(String value) {
    return with("description", value);
  }

  /** The application that it names. */
  public NewTenantIndicator application(String value) {
    return with("application", value);
  }

  /** Its severity, such as {@code High}. */
  public NewTenantIndicator severity(String value) {
    return with("severity", value);
  }

  /** When it is deleted; never if this is not said. */
  public NewTenantIndicator expirationTime(Instant value) {
    return with("expirationTime", value);
  }

  /** The device groups that it holds for; all devices if this is not said. */
  public NewTenantIndicator rbacGroupNames(String... values) {
    return with("rbacGroupNames", List.of(values));
  }

  /** An id of its creator's own. */
  public NewTenantIndicator externalId(String value) {
    return with("externalId", value);
  }

  private NewTenantIndicator with(String name, Object value) {
    Map<String, @Nullable Object> changed = new LinkedHashMap<>(members);
    changed.put(name, Objects.requireNonNull(value, name));
    return new NewTenantIndicator(Collections.unmodifiableMap(changed));
  }

  /** What it has, by the names of the Defender API. */
  public Map<String, @Nullable Object> members() {
    return members;
  }

  /** Shows type, value and action. */
  @Override
  public String toString() {
    return "NewTenantIndicator["
        + members.get("indicatorType")
        + " "
        + members.get("indicatorValue")
        + ", "
        + members.get("action")
        + "]";
  }
}
