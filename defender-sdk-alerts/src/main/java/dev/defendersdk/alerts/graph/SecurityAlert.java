package dev.defendersdk.alerts.graph;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.defendersdk.alerts.graph.evidence.Evidence;
import dev.defendersdk.core.argument.Check;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An alert of any product of Defender, as Microsoft Graph has it ({@code alerts_v2}). Page:
 * security-alert.md. Times are UTC, with up to 7 digits of a second. National clouds leave out some
 * of its members (graph-security.md, section 1).
 *
 * @param id its id: for one of Defender for Endpoint the same text as there (by samples)
 * @param providerAlertId its id in the product that raised it
 * @param incidentId the incident that it belongs to, digits: opaque
 * @param status how far the work on it is
 * @param severity how severe it is
 * @param classification what people found it to be; {@code unknown} if nobody has yet
 * @param determination what was behind it; {@code unknown} if nobody has said yet
 * @param serviceSource the product that it comes from
 * @param detectionSource the sensor or technology that raised it
 * @param productName the product's name
 * @param detectorId the detector that raised it: the nearest thing to a type of alert
 * @param alertPolicyId the policy that raised it, if one did
 * @param tenantId the tenant
 * @param title its title
 * @param description what happened
 * @param recommendedActions what to do about it: free text, with tabs and line breaks
 * @param category the stage of the attack, such as {@code DefenseEvasion}; the service removes it
 *     on 18 March 2028: read {@code categories}
 * @param categories the stages of the attack
 * @param assignedTo who works on it; null for nobody
 * @param alertWebUrl its page in the portal
 * @param incidentWebUrl its incident's page in the portal
 * @param actorDisplayName the group of attackers, if it is known
 * @param threatDisplayName the threat
 * @param threatFamilyName the family of the threat
 * @param mitreTechniques techniques of MITRE ATT&amp;CK, such as {@code T1564.001}
 * @param investigationState where its automated investigation stands
 * @param createdDateTime when it was raised
 * @param lastUpdateDateTime when it was last changed
 * @param resolvedDateTime when it was closed; null while it is open
 * @param firstActivityDateTime when what it tells of began
 * @param lastActivityDateTime when what it tells of was last seen; the page says "oldest", which
 *     the samples contradict
 * @param comments what people wrote about it
 * @param evidence the entities that it is about
 * @param systemTags tags that the service gave it, such as {@code Defender Experts}
 * @param customDetails what a custom detection or an analytics rule adds, by names of its own
 * @param additionalData what the product adds, by names of its own
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record SecurityAlert(
    @Nullable String id,
    @Nullable String providerAlertId,
    @Nullable String incidentId,
    @Nullable SecurityAlertStatus status,
    @Nullable SecurityAlertSeverity severity,
    @Nullable SecurityAlertClassification classification,
    @Nullable SecurityAlertDetermination determination,
    @Nullable ServiceSource serviceSource,
    @Nullable SecurityAlertDetectionSource detectionSource,
    @Nullable String productName,
    @Nullable String detectorId,
    @Nullable String alertPolicyId,
    @Nullable String tenantId,
    @Nullable String title,
    @Nullable String description,
    @Nullable String recommendedActions,
    @Nullable String category,
    List<String> categories,
    @Nullable String assignedTo,
    @Nullable String alertWebUrl,
    @Nullable String incidentWebUrl,
    @Nullable String actorDisplayName,
    @Nullable String threatDisplayName,
    @Nullable String threatFamilyName,
    List<String> mitreTechniques,
    @Nullable SecurityAlertInvestigationState investigationState,
    @Nullable Instant createdDateTime,
    @Nullable Instant lastUpdateDateTime,
    @Nullable Instant resolvedDateTime,
    @Nullable Instant firstActivityDateTime,
    @Nullable Instant lastActivityDateTime,
    List<SecurityAlertComment> comments,
    List<Evidence> evidence,
    List<String> systemTags,
    Map<String, @Nullable Object> customDetails,
    Map<String, @Nullable Object> additionalData,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  /** The evidence of one kind, such as {@code DeviceEvidence.class}, in the service's order. */
  public <E extends Evidence> List<E> evidenceOf(Class<E> kind) {
    Check.notNull(kind, "kind");
    return evidence.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Shows id and severity alone: its title can name people and machines. */
  @Override
  public String toString() {
    return "SecurityAlert[" + id + ", " + severity + "]";
  }
}
