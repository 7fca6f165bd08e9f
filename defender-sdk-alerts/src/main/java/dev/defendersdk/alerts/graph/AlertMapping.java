package dev.defendersdk.alerts.graph;

import static dev.defendersdk.alerts.graph.MemberMapping.object;
import static dev.defendersdk.alerts.graph.MemberMapping.objects;

import dev.defendersdk.alerts.Alert;
import dev.defendersdk.alerts.AlertClassification;
import dev.defendersdk.alerts.AlertDetermination;
import dev.defendersdk.core.Json;
import dev.defendersdk.core.argument.Check;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Turns Defender's alerts into those of Microsoft Graph and back, for a move from the one service
 * to the other. By graph-security.md, section 12; what that only infers is marked by a star here.
 *
 * <table>
 *   <caption>What is what</caption>
 *   <tr><th>{@link Alert}</th><th>{@link SecurityAlert}</th></tr>
 *   <tr><td>id*, title, description, detectorId, threatFamilyName, assignedTo, mitreTechniques</td>
 *       <td>the same</td></tr>
 *   <tr><td>incidentId</td><td>the same, as text; one that is no number has none on Defender</td></tr>
 *   <tr><td>severity, status, investigationState</td><td>the same words, beginning small; {@code
 *       UnSpecified}, {@code Hidden}, {@code Disabled} and the like are {@code unknown}*</td></tr>
 *   <tr><td>classification, determination</td><td>the same words, beginning small, and {@code
 *       notEnoughDataToValidate}; absent is {@code unknown}</td></tr>
 *   <tr><td>detectionSource</td><td>the same source by its other name*; {@code unknown} where it has
 *       none</td></tr>
 *   <tr><td>category</td><td>categories and category</td></tr>
 *   <tr><td>alertCreationTime, lastUpdateTime, resolvedTime</td><td>createdDateTime,
 *       lastUpdateDateTime, resolvedDateTime</td></tr>
 *   <tr><td>firstEventTime, lastEventTime</td><td>firstActivityDateTime,
 *       lastActivityDateTime</td></tr>
 *   <tr><td>aadTenantId, threatName</td><td>tenantId, threatDisplayName</td></tr>
 *   <tr><td>machineId, computerDnsName, rbacGroupName, loggedOnUsers</td><td>the evidence of the main
 *       device*, which comes first</td></tr>
 *   <tr><td>relatedUser</td><td>the evidence of the first user, or the first user that was logged on
 *       to the main device. Where Defender has no evidence of this user, Graph's evidence of one
 *       tells of name and domain alone; such evidence of the first user is none on the way back</td></tr>
 *   <tr><td>comments</td><td>the same, with their author and time by other names</td></tr>
 *   <tr><td>evidence of files, processes, users, addresses, URLs and the registry</td><td>evidence of
 *       these kinds</td></tr>
 *   <tr><td>–</td><td>serviceSource: Defender for Endpoint, as Defender's list has no other</td></tr>
 * </table>
 *
 * <p>Without counterpart, and left out: on Defender's side investigationId, domains and evidence of
 * other kinds; on Graph's providerAlertId, productName, recommendedActions, the links to the
 * portal, categories behind the first, actorDisplayName, alertPolicyId, tags, custom details and
 * additional data, evidence of other kinds and further devices, and of evidence its verdict,
 * remediation, roles and tags; and on both sides the additional properties. What Graph hides behind
 * {@code unknownFutureValue} is taken for {@code unknown}.
 */
public final class AlertMapping {

  private static final Pattern DIGITS = Pattern.compile("\\d{1,19}");

  private static final MemberMapping ALERT =
      new MemberMapping()
          .same("id", "title", "description", "detectorId", "threatFamilyName", "assignedTo")
          .same("mitreTechniques")
          .changed("incidentId", "incidentId", Object::toString, AlertMapping::number)
          .values("severity", ValueMapping.SEVERITY)
          .values("status", ValueMapping.STATUS)
          .values("classification", ValueMapping.CLASSIFICATION)
          .values("determination", ValueMapping.DETERMINATION)
          .values("investigationState", ValueMapping.INVESTIGATION_STATE)
          .values("detectionSource", ValueMapping.DETECTION_SOURCE)
          .renamed("alertCreationTime", "createdDateTime")
          .renamed("lastUpdateTime", "lastUpdateDateTime")
          .renamed("resolvedTime", "resolvedDateTime")
          .renamed("firstEventTime", "firstActivityDateTime")
          .renamed("lastEventTime", "lastActivityDateTime")
          .renamed("aadTenantId", "tenantId")
          .renamed("threatName", "threatDisplayName");

  // Each side has a second name for one of them.
  private static final MemberMapping COMMENT =
      new MemberMapping()
          .same("comment")
          .renamed("createdBy", "createdByDisplayName")
          .alsoFromGraph("createdBy", "createdBy")
          .renamed("createdTime", "createdDateTime")
          .alsoFromDefender("createTime", "createdDateTime")
          .alsoFromGraph("createdTime", "createdTime");

  private AlertMapping() {}

  /**
   * Defender's alert as Microsoft Graph would have it. Defender's lists leave out the evidence
   * unless they are asked for it ({@link dev.defendersdk.alerts.AlertQuery#expandEvidence}), and
   * nothing in an alert tells that from one without: what comes of it has the main device and the
   * related user alone.
   */
  public static SecurityAlert toGraph(Alert alert) {
    Map<String, Object> from = members(Check.notNull(alert, "alert"));
    Map<String, Object> to = ALERT.toGraph(from);
    to.put("serviceSource", ServiceSource.MICROSOFT_DEFENDER_FOR_ENDPOINT.value());
    to.putIfAbsent("classification", SecurityAlertClassification.UNKNOWN.value());
    to.putIfAbsent("determination", SecurityAlertDetermination.UNKNOWN.value());
    Object category = from.get("category");
    if (category != null) {
      to.put("category", category);
      to.put("categories", List.of(category));
    }
    to.put("comments", objects(from.get("comments")).stream().map(COMMENT::toGraph).toList());
    to.put("evidence", EvidenceMapping.toGraph(from));
    return Json.read(SecurityAlert.class, Json.write(to));
  }

  /**
   * Microsoft Graph's alert as Defender would have it. One of another product than Defender for
   * Endpoint is refused: Defender's list has none of those.
   */
  public static Alert toDefender(SecurityAlert alert) {
    refuseOfAnotherProduct(Check.notNull(alert, "alert"));
    Map<String, Object> from = members(alert);
    Map<String, Object> to = ALERT.toDefender(from);
    to.remove("classification", AlertClassification.UNKNOWN.value());
    to.remove("determination", AlertDetermination.NOT_AVAILABLE.value());
    String category = alert.categories().isEmpty() ? alert.category() : alert.categories().get(0);
    if (category != null) {
      to.put("category", category);
    }
    to.put("comments", objects(from.get("comments")).stream().map(COMMENT::toDefender).toList());
    to.putAll(EvidenceMapping.toDefender(objects(from.get("evidence"))));
    return Json.read(Alert.class, Json.write(to));
  }

  // Defender's are of 63 bits.
  private static Object number(Object id) {
    try {
      return id instanceof String text && DIGITS.matcher(text).matches()
          ? (Object) Long.valueOf(text)
          : MemberMapping.NO_VALUE;
    } catch (NumberFormatException e) {
      return MemberMapping.NO_VALUE;
    }
  }

  // It would pass for one of the product whose alerts Defender's own list has.
  private static void refuseOfAnotherProduct(SecurityAlert alert) {
    ServiceSource source = alert.serviceSource();
    if (source != null
        && !source.equals(ServiceSource.MICROSOFT_DEFENDER_FOR_ENDPOINT)
        && !source.equals(ServiceSource.UNKNOWN)) {
      throw new IllegalArgumentException(
          "alert is of "
              + source
              + ": only those of Defender for Endpoint are also Defender's. Leave out those of"
              + " another serviceSource.");
    }
  }

  /** What an entity holds, by the names of its JSON. */
  private static Map<String, Object> members(Object entity) {
    return object(Json.readPlain(Json.write(entity)));
  }
}
