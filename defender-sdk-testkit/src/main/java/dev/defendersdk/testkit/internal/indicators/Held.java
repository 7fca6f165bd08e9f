package dev.defendersdk.testkit.internal.indicators;

import dev.defendersdk.testkit.internal.odata.Row;
import dev.defendersdk.testkit.internal.odata.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An indicator as the tenant holds it. Immutable: a change makes another of the same id. */
public record Held(long id, Row row) {

  /** Page: ti-indicator.md, get-ti-indicators-collection.md for what can be filtered by. */
  static final Schema SCHEMA =
      Schema.of(
          """
          id text
          indicatorValue text filter
          indicatorType text filter
          action text filter
          createdBy text filter
          severity text filter
          category number
          application text filter
          educateUrl text
          bypassDurationHours number
          title text filter
          description text
          recommendedActions text
          creationTimeDateTimeUtc time filter
          expirationTime time filter
          lastUpdateTime time
          lastUpdatedBy text
          rbacGroupNames texts filter
          rbacGroupIds other filter
          notificationId number
          notificationBody text
          version text
          mitreTechniques texts
          historicalDetection truth
          lookBackPeriod number
          generateAlert truth filter
          additionalInfo text
          createdByDisplayName text filter
          externalId text
          createdBySource text
          certificateInfo other
          """);

  /** What a submit must have in common with it to be an update of it, but for the device groups. */
  String key() {
    return key(row.text("indicatorType"), row.text("indicatorValue"));
  }

  static String key(String type, String value) {
    return type + " " + value.toLowerCase(Locale.ROOT);
  }

  public String createdBy() {
    return row.text("createdBy");
  }

  List<String> groups() {
    return row.texts("rbacGroupNames");
  }

  public @Nullable Instant expires() {
    return (Instant) row.get("expirationTime");
  }

  boolean isOfCloudApps() {
    return row.text("createdBySource").equals("MCAS");
  }

  /** A text; null if it has none. */
  public @Nullable String textOrNull(String name) {
    return (String) row.get(name);
  }

  /** A time that every indicator has. */
  public Instant time(String name) {
    return (Instant) Objects.requireNonNull(row.get(name), name);
  }
}
