package dev.defendersdk.alerts.graph;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An incident: alerts that belong to one attack. Page: security-incident.md. Times are UTC, with up
 * to 7 digits of a second. National clouds leave out some of its members (graph-security.md,
 * section 1).
 *
 * @param id its id, digits: opaque
 * @param displayName its name
 * @param status how far the work on it is
 * @param severity how severe it is
 * @param classification what people found it to be; {@code unknown} if nobody has yet
 * @param determination what was behind it; {@code unknown} if nobody has said yet
 * @param assignedTo who works on it, free text; null for nobody
 * @param description what happened: rich text
 * @param summary an overview of the attack
 * @param resolvingComment why it was closed
 * @param priorityScore how soon it should be looked at, 0 to 100: above 85 at once, below 15 late
 * @param customTags tags that people gave it; a sample of an older page calls them {@code tags},
 *     which is then among the additional properties
 * @param systemTags tags that the service gave it
 * @param redirectIncidentId the incident that it was merged into; null if it was not: see {@link
 *     IncidentsClient#getFollowingRedirects(String)}
 * @param incidentWebUrl its page in the portal
 * @param lastModifiedBy who last changed it
 * @param tenantId the tenant
 * @param createdDateTime when it was created
 * @param lastUpdateDateTime when it was last changed
 * @param comments what people wrote about it
 * @param alerts its alerts; empty unless they were asked for
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record Incident(
    @Nullable String id,
    @Nullable String displayName,
    @Nullable IncidentStatus status,
    @Nullable SecurityAlertSeverity severity,
    @Nullable SecurityAlertClassification classification,
    @Nullable SecurityAlertDetermination determination,
    @Nullable String assignedTo,
    @Nullable String description,
    @Nullable String summary,
    @Nullable String resolvingComment,
    @Nullable Integer priorityScore,
    List<String> customTags,
    List<String> systemTags,
    @Nullable String redirectIncidentId,
    @Nullable String incidentWebUrl,
    @Nullable String lastModifiedBy,
    @Nullable String tenantId,
    @Nullable Instant createdDateTime,
    @Nullable Instant lastUpdateDateTime,
    List<SecurityAlertComment> comments,
    List<SecurityAlert> alerts,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  /** Shows id and status alone: its name can be that of people and machines. */
  @Override
  public String toString() {
    return "Incident[" + id + ", " + status + "]";
  }
}
