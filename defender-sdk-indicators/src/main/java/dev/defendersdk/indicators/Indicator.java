package dev.defendersdk.indicators;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.defendersdk.core.RequestSource;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An indicator as the tenant holds it; {@link NewIndicator} is one to send. Page: ti-indicator.md.
 * What is marked as observed is seen in answers and in the service metadata, and on no page. Times
 * are UTC, with up to 7 digits of a second.
 *
 * @param id its id: decimal digits. What else identifies it is not stated: several of one type and
 *     value are seen, with other actions and device groups
 * @param indicatorValue the hash, thumbprint, address, domain or URL, as it was given
 * @param indicatorType what the value is
 * @param action what Defender does; entries of old hold retired actions
 * @param application the application, as its creator named it
 * @param externalId an id of its creator's own
 * @param source the name of who created it; in samples alone
 * @param sourceType who created it, in the older form; newer answers do not have it
 * @param createdBySource through what it was created
 * @param createdBy who created it: the id of an application, or a user principal name
 * @param createdByDisplayName the name of who created it; observed
 * @param lastUpdatedBy who last changed it; null if nobody
 * @param creationTimeDateTimeUtc when it was created
 * @param expirationTime when it is deleted; null if never
 * @param lastUpdateTime when it last changed
 * @param severity how severe its alert is
 * @param title the title of its alert
 * @param description what it is about
 * @param recommendedActions what to do about it
 * @param rbacGroupNames the device groups that it holds for; empty means all devices
 * @param rbacGroupIds the ids of these; empty means all devices
 * @param generateAlert whether it raises alerts
 * @param educateUrl a page that the user is led to
 * @param category a number; observed
 * @param bypassDurationHours how long a warning that was passed over stays so, in hours; observed
 * @param notificationId a number from 0 to 255; observed
 * @param notificationBody what the user is told; observed
 * @param version observed
 * @param mitreTechniques ids of MITRE ATT&amp;CK techniques; observed
 * @param historicalDetection whether the past is searched too; observed
 * @param lookBackPeriod how far back; observed, its unit is not known
 * @param additionalInfo observed
 * @param certificateInfo the certificate, for a thumbprint; observed
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record Indicator(
    @Nullable String id,
    @Nullable String indicatorValue,
    @Nullable IndicatorType indicatorType,
    @Nullable IndicatorAction action,
    @Nullable String application,
    @Nullable String externalId,
    @Nullable String source,
    @Nullable SourceType sourceType,
    @Nullable RequestSource createdBySource,
    @Nullable String createdBy,
    @Nullable String createdByDisplayName,
    @Nullable String lastUpdatedBy,
    @Nullable Instant creationTimeDateTimeUtc,
    @Nullable Instant expirationTime,
    @Nullable Instant lastUpdateTime,
    @Nullable IndicatorSeverity severity,
    @Nullable String title,
    @Nullable String description,
    @Nullable String recommendedActions,
    List<String> rbacGroupNames,
    List<Integer> rbacGroupIds,
    @Nullable Boolean generateAlert,
    @Nullable String educateUrl,
    @Nullable Integer category,
    @Nullable Integer bypassDurationHours,
    @Nullable Integer notificationId,
    @Nullable String notificationBody,
    @Nullable String version,
    List<String> mitreTechniques,
    @Nullable Boolean historicalDetection,
    @Nullable Integer lookBackPeriod,
    @Nullable String additionalInfo,
    @Nullable CertificateInfo certificateInfo,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  /** Shows id, type, value and action alone. */
  @Override
  public String toString() {
    return "Indicator[" + id + ", " + indicatorType + " " + indicatorValue + ", " + action + "]";
  }
}
