package dev.defendersdk.indicators;

import dev.defendersdk.core.argument.Check;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An indicator to submit or to import; {@link Indicator} is one as the tenant holds it. Begun by
 * kind, so that each has only the actions that its kind allows. The value is checked at once, and
 * brought into the form that the service wants. Immutable: every method returns a new one. Pages:
 * post-ti-indicator.md, import-ti-indicators.md.
 *
 * <pre>{@code
 * NewIndicator beacon =
 *     NewIndicator.ipAddress("203.0.113.7")
 *         .block("Beacon of case 4711", "Seen by NetShield in 12 connections.")
 *         .severity(IndicatorSeverity.HIGH)
 *         .expiresAfter(Duration.ofDays(30));
 * }</pre>
 *
 * <p>All of these methods throw {@link IllegalArgumentException} for what the service would not
 * take, with the value, the rule and the fix.
 */
public final class NewIndicator {

  private static final String APPLICATION = "application";
  private static final String EXPIRATION_TIME = "expirationTime";
  private static final String SEVERITY = "severity";
  private static final String RECOMMENDED_ACTIONS = "recommendedActions";
  private static final String RBAC_GROUP_NAMES = "rbacGroupNames";
  private static final String RBAC_GROUP_IDS = "rbacGroupIds";
  private static final String EDUCATE_URL = "educateUrl";
  private static final String GENERATE_ALERT = "generateAlert";
  private static final String EXTERNAL_ID = "externalId";

  private final IndicatorType indicatorType;
  private final String indicatorValue;
  private final IndicatorAction action;
  private final String title;
  private final String description;
  private final @Nullable Duration expiresAfter;
  // The members that may be left out, by name, with the values that are sent.
  private final Map<String, Object> options;

  private NewIndicator(
      IndicatorType indicatorType,
      String indicatorValue,
      IndicatorAction action,
      String title,
      String description,
      @Nullable Duration expiresAfter,
      Map<String, Object> options) {
    this.indicatorType = indicatorType;
    this.indicatorValue = indicatorValue;
    this.action = action;
    this.title = title;
    this.description = description;
    this.expiresAfter = expiresAfter;
    this.options = options;
  }

  /** A file by its SHA-256, of 64 hex digits. */
  public static IndicatorStart.File fileSha256(String sha256) {
    return file(IndicatorType.FILE_SHA256, sha256);
  }

  /** A file by its SHA-1, of 40 hex digits. */
  public static IndicatorStart.File fileSha1(String sha1) {
    return file(IndicatorType.FILE_SHA1, sha1);
  }

  /** A file by its MD5, of 32 hex digits. The weakest: a SHA-256 of the same file beats it. */
  public static IndicatorStart.File fileMd5(String md5) {
    return file(IndicatorType.FILE_MD5, md5);
  }

  /**
   * A leaf certificate by its thumbprint, of 40 or 64 hex digits. No page says which hash the
   * service wants.
   */
  public static IndicatorStart.Certificate certificate(String thumbprint) {
    return new IndicatorStart.Certificate(
        IndicatorType.CERTIFICATE_THUMBPRINT.canonical(thumbprint));
  }

  /**
   * One external IPv4 or IPv6 address: no range, and none that is not reachable from everywhere,
   * such as one of an internal network. Those of documentation pass, for examples.
   */
  public static IndicatorStart.Network ipAddress(String address) {
    return network(IndicatorType.IP_ADDRESS, address);
  }

  /** A domain, with every domain below it. */
  public static IndicatorStart.Network domain(String domain) {
    return network(IndicatorType.DOMAIN_NAME, domain);
  }

  /**
   * All that lies below a URL. Over HTTPS a path is seen by Microsoft Edge alone; elsewhere the
   * indicator of a path does nothing, and that of a host holds. Its host is a name with a dot, or
   * an external address; it has no wildcards.
   */
  public static IndicatorStart.Network url(String url) {
    return network(IndicatorType.URL, url);
  }

  /**
   * An indicator whose kind is data, such as a row of a feed.
   *
   * @param action one that the type allows ({@link IndicatorType#actions()}), and none that is
   *     retired
   */
  public static NewIndicator of(
      IndicatorType indicatorType,
      String indicatorValue,
      IndicatorAction action,
      String title,
      String description) {
    IndicatorType type = Check.notNull(indicatorType, "indicatorType").sent();
    String value = type.canonical(indicatorValue);
    IndicatorAction sent = NewIndicatorRules.allowed(type, Check.notNull(action, "action").sent());
    return new NewIndicator(
        type,
        value,
        sent,
        Check.notBlank(title, "title"),
        Check.notBlank(description, "description"),
        null,
        // An audit must say so: ti-indicator.md.
        sent.equals(IndicatorAction.AUDIT) ? Map.of(GENERATE_ALERT, true) : Map.of());
  }

  private static IndicatorStart.File file(IndicatorType type, String hash) {
    return new IndicatorStart.File(type, type.canonical(hash));
  }

  private static IndicatorStart.Network network(IndicatorType type, String value) {
    return new IndicatorStart.Network(type, type.canonical(value));
  }

  /** The same with another description. */
  public NewIndicator description(String description) {
    return new NewIndicator(
        indicatorType,
        indicatorValue,
        action,
        title,
        Check.notBlank(description, "description"),
        expiresAfter,
        options);
  }

  /**
   * The application, as it is to show. Taken when the indicator is new: an update does not change
   * it.
   */
  public NewIndicator application(String application) {
    return with(APPLICATION, Check.notBlank(application, APPLICATION));
  }

  /**
   * When the service is to delete it, to the second, rounded up, and up to the year 9999; never if
   * this is not said. Must not be past when it is sent.
   */
  public NewIndicator expiresAt(Instant expirationTime) {
    return with(null, EXPIRATION_TIME, NewIndicatorRules.toTheSecond(expirationTime));
  }

  /** How long it is to hold, counted from when it is sent: up to 100 years. */
  public NewIndicator expiresAfter(Duration duration) {
    Map<String, Object> changed = new LinkedHashMap<>(options);
    changed.remove(EXPIRATION_TIME);
    return with(Check.positive(duration, "duration"), changed);
  }

  /** How severe its alert is. An alert of {@code Block} is informational whatever is said. */
  public NewIndicator severity(IndicatorSeverity severity) {
    return with(SEVERITY, Check.notNull(severity, SEVERITY).sent());
  }

  /** What to do about it. */
  public NewIndicator recommendedActions(String recommendedActions) {
    return with(RECOMMENDED_ACTIONS, Check.notBlank(recommendedActions, RECOMMENDED_ACTIONS));
  }

  /** The device groups that it holds for, by name; all devices if this is not said. */
  public NewIndicator rbacGroupNames(String... rbacGroupNames) {
    return rbacGroupNames(Arrays.asList(Check.notNull(rbacGroupNames, RBAC_GROUP_NAMES)));
  }

  /** The device groups that it holds for, by name; empty means all devices. */
  public NewIndicator rbacGroupNames(Collection<String> rbacGroupNames) {
    List<String> names = Check.noNulls(rbacGroupNames, RBAC_GROUP_NAMES);
    names.forEach(name -> Check.notBlank(name, RBAC_GROUP_NAMES));
    return with(RBAC_GROUP_NAMES, names);
  }

  /** The ids of these groups. On no page: an application of note sends both. */
  public NewIndicator rbacGroupIds(Collection<Integer> rbacGroupIds) {
    return with(RBAC_GROUP_IDS, Check.noNulls(rbacGroupIds, RBAC_GROUP_IDS));
  }

  /**
   * A page of http or https that the user is led to. For indicators of URLs that are blocked or
   * warned of.
   */
  public NewIndicator educateUrl(String educateUrl) {
    return with(EDUCATE_URL, NewIndicatorRules.educateUrl(educateUrl, indicatorType, action));
  }

  /**
   * Whether it raises alerts. What holds if this is not said is on no page; {@code Audit} always
   * does.
   */
  public NewIndicator generateAlert(boolean generateAlert) {
    if (action.equals(IndicatorAction.AUDIT) && !generateAlert) {
      throw new IllegalArgumentException(
          "generateAlert is false: an indicator with Audit must raise alerts, which is all that it"
              + " does. Leave it out, or allow it in place of Audit.");
    }
    return with(GENERATE_ALERT, generateAlert);
  }

  /** An id of your own, to know it by. */
  public NewIndicator externalId(String externalId) {
    return with(EXTERNAL_ID, Check.notBlank(externalId, EXTERNAL_ID));
  }

  /**
   * The same, with its duration counted from this time; what is sent is always so.
   *
   * @throws IllegalArgumentException if it has expired by then
   */
  public NewIndicator asOf(Instant now) {
    Check.notNull(now, "now");
    NewIndicatorRules.checkExpiry(expirationTime(), now);
    return expiresAfter == null ? this : expiresAt(now.plus(expiresAfter));
  }

  /** The type of the value. */
  public IndicatorType indicatorType() {
    return indicatorType;
  }

  /** The value, in the form in which it is sent. */
  public String indicatorValue() {
    return indicatorValue;
  }

  /** What Defender does. */
  public IndicatorAction action() {
    return action;
  }

  /** The title of its alert. */
  public String title() {
    return title;
  }

  /** What it is about. */
  public String description() {
    return description;
  }

  /** The application; null if not said. */
  public @Nullable String application() {
    return (String) options.get(APPLICATION);
  }

  /** When the service is to delete it; null if never, or after a duration. */
  public @Nullable Instant expirationTime() {
    return (Instant) options.get(EXPIRATION_TIME);
  }

  /** How long it is to hold from when it is sent; null if ever, or up to an instant. */
  public @Nullable Duration expiresAfter() {
    return expiresAfter;
  }

  /** How severe its alert is; null if not said. */
  public @Nullable IndicatorSeverity severity() {
    return (IndicatorSeverity) options.get(SEVERITY);
  }

  /** What to do about it; null if not said. */
  public @Nullable String recommendedActions() {
    return (String) options.get(RECOMMENDED_ACTIONS);
  }

  /** The device groups that it holds for; empty means all devices. */
  @SuppressWarnings("unchecked")
  public List<String> rbacGroupNames() {
    return (List<String>) options.getOrDefault(RBAC_GROUP_NAMES, List.of());
  }

  /** The ids of these groups; empty if not said. */
  @SuppressWarnings("unchecked")
  public List<Integer> rbacGroupIds() {
    return (List<Integer>) options.getOrDefault(RBAC_GROUP_IDS, List.of());
  }

  /** A page that the user is led to; null if not said. */
  public @Nullable String educateUrl() {
    return (String) options.get(EDUCATE_URL);
  }

  /** Whether it raises alerts; null if not said. */
  public @Nullable Boolean generateAlert() {
    return (Boolean) options.get(GENERATE_ALERT);
  }

  /** An id of the creator's own; null if not said. */
  public @Nullable String externalId() {
    return (String) options.get(EXTERNAL_ID);
  }

  private NewIndicator with(String name, Object value) {
    return with(expiresAfter, name, value);
  }

  private NewIndicator with(@Nullable Duration duration, String name, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(options);
    changed.put(name, value);
    return with(duration, changed);
  }

  private NewIndicator with(@Nullable Duration duration, Map<String, Object> changed) {
    return new NewIndicator(
        indicatorType,
        indicatorValue,
        action,
        title,
        description,
        duration,
        Collections.unmodifiableMap(changed));
  }

  /**
   * What is sent, by the names of the service. A duration is not in it before {@link #asOf} has
   * counted it.
   */
  public Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("indicatorValue", indicatorValue);
    members.put("indicatorType", indicatorType);
    members.put("action", action);
    members.put("title", title);
    members.put("description", description);
    members.putAll(options);
    return Collections.unmodifiableMap(members);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NewIndicator that
        && that.members().equals(members())
        && Objects.equals(that.expiresAfter, expiresAfter);
  }

  @Override
  public int hashCode() {
    return Objects.hash(indicatorType, indicatorValue, action);
  }

  /** Shows type, value and action alone. */
  @Override
  public String toString() {
    return "NewIndicator[" + indicatorType + " " + indicatorValue + ", " + action + "]";
  }
}
