package dev.defendersdk.testkit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of a simulated tenant knows of an indicator: a snapshot.
 *
 * @param id digits
 * @param application null if it names none
 * @param externalId null if it has none
 * @param createdBy the id of an application, or a user principal name
 * @param createdBySource such as {@code PublicApi}, {@code Portal} or {@code MCAS}
 * @param expirationTime null if it never expires
 * @param rbacGroupNames empty for all devices
 * @param creationTime in the tenant's time, UTC
 * @param lastUpdateTime in the tenant's time, UTC
 */
public record IndicatorView(
    String id,
    String indicatorType,
    String indicatorValue,
    String action,
    String title,
    String description,
    @Nullable String application,
    @Nullable String externalId,
    String severity,
    String createdBy,
    String createdBySource,
    boolean generateAlert,
    @Nullable Instant expirationTime,
    List<String> rbacGroupNames,
    Instant creationTime,
    Instant lastUpdateTime) {

  /** Copies the list. */
  public IndicatorView {
    rbacGroupNames = List.copyOf(rbacGroupNames);
  }
}
