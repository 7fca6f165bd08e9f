package dev.defendersdk.alerts.external;

import dev.defendersdk.core.EventReference;
import dev.defendersdk.core.argument.Check;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a finding so that it is not published twice.
 *
 * @param tenantId the tenant
 * @param key the finding's own
 * @param stage how far it had come
 * @param time when it was last asked for, in UTC
 * @param event the event that it was asked for with
 * @param title the title that it was asked for with
 * @param alertId the alert, once it is known
 */
public record FindingRecord(
    String tenantId,
    String key,
    Stage stage,
    Instant time,
    EventReference event,
    String title,
    @Nullable String alertId) {

  /** Refuses what nothing could be found by. */
  public FindingRecord {
    Check.notBlank(tenantId, "tenantId");
    Check.notBlank(key, "key");
    Check.notNull(stage, "stage");
    Check.notNull(time, "time");
    Check.notNull(event, "event");
    Check.notBlank(title, "title");
    if (stage.isPublished()) {
      Check.notBlank(alertId, "alertId");
    }
  }

  FindingRecord at(Stage next) {
    return new FindingRecord(tenantId, key, next, time, event, title, alertId);
  }

  FindingRecord asked(Instant now, String its) {
    return new FindingRecord(tenantId, key, stage, now, event, its, alertId);
  }

  FindingRecord published(String id) {
    return new FindingRecord(tenantId, key, Stage.PUBLISHED, time, event, title, id);
  }

  /** Tenant, key and stage. */
  @Override
  public String toString() {
    return "FindingRecord[" + tenantId + ", " + key + ", " + stage + "]";
  }

  /** How far a finding had come. */
  public enum Stage {
    /** It is being asked for, and there may or may not be an alert. */
    SENDING,
    /** There is no alert: it may be published anew. */
    NOT_PUBLISHED,
    /** There is an alert; what follows from it may be under way. */
    PUBLISHED,
    /** There is an alert, and the response to it has ended. */
    RESPONDED;

    boolean isPublished() {
      return this == PUBLISHED || this == RESPONDED;
    }
  }
}
