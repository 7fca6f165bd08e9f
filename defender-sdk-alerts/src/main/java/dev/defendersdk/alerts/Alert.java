package dev.defendersdk.alerts;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.defendersdk.core.InvestigationState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An alert of Defender for Endpoint. Page: alerts.md; {@code loggedOnUsers} and {@code domains} are
 * observed, and in the service metadata. Times are UTC, with up to 7 digits of a second.
 *
 * @param id its id, opaque: several forms are seen
 * @param incidentId the incident that it is a part of
 * @param investigationId the automated investigation that it began
 * @param assignedTo who works on it, mostly a user principal name; null if nobody
 * @param severity how severe it is
 * @param status where the work on it stands
 * @param classification what it turned out to be; null if not said
 * @param determination what exactly it turned out to be; null if not said. Independent of the
 *     classification: samples have one without the other
 * @param investigationState where its automated investigation stands
 * @param detectionSource what detected it
 * @param detectorId which detector
 * @param category its category
 * @param threatFamilyName the family of the threat
 * @param title its title
 * @param description what it is about; may hold line breaks
 * @param alertCreationTime when it was created
 * @param firstEventTime the first event of it on the device
 * @param lastEventTime the last event of it on the device
 * @param lastUpdateTime when it last changed: what to poll by
 * @param resolvedTime when it was resolved; null if it is not
 * @param machineId the machine that it is on
 * @param computerDnsName the machine's fully qualified name
 * @param rbacGroupName the machine's device group
 * @param aadTenantId the tenant
 * @param relatedUser the user that it is about; null if none
 * @param threatName the name of the threat
 * @param mitreTechniques ids of MITRE ATT&amp;CK techniques, such as {@code T1064}
 * @param loggedOnUsers who was logged on to the machine
 * @param comments comments on it; no page states their order
 * @param evidence what it rests on. Lists have it only where they were asked to ({@link
 *     AlertQuery#expandEvidence}), and the answers to an update and to a creation not at all: empty
 *     does not mean that there is none
 * @param domains domains; always empty where it was seen
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record Alert(
    @Nullable String id,
    @Nullable Long incidentId,
    @Nullable Long investigationId,
    @Nullable String assignedTo,
    @Nullable AlertSeverity severity,
    @Nullable AlertStatus status,
    @Nullable AlertClassification classification,
    @Nullable AlertDetermination determination,
    @Nullable InvestigationState investigationState,
    @Nullable DetectionSource detectionSource,
    @Nullable String detectorId,
    @Nullable AlertCategory category,
    @Nullable String threatFamilyName,
    @Nullable String title,
    @Nullable String description,
    @Nullable Instant alertCreationTime,
    @Nullable Instant firstEventTime,
    @Nullable Instant lastEventTime,
    @Nullable Instant lastUpdateTime,
    @Nullable Instant resolvedTime,
    @Nullable String machineId,
    @Nullable String computerDnsName,
    @Nullable String rbacGroupName,
    @Nullable String aadTenantId,
    @Nullable RelatedUser relatedUser,
    @Nullable String threatName,
    List<String> mitreTechniques,
    List<LoggedOnUser> loggedOnUsers,
    List<AlertComment> comments,
    List<AlertEvidence> evidence,
    List<RelatedDomain> domains,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  /** Shows id and severity alone. */
  @Override
  public String toString() {
    return "Alert[" + id + ", " + severity + "]";
  }
}
