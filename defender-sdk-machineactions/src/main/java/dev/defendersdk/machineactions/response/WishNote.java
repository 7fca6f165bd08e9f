package dev.defendersdk.machineactions.response;

import dev.defendersdk.core.argument.Check;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What has to be kept of a wish, so that another process can take it up again: see {@link
 * WishOptions#journal} and {@link WishOptions#takeUp}.
 *
 * @param machineId the machine
 * @param marker by which the wish's own action is found again: it stands in the action's comment
 * @param time when this was noted, in UTC
 * @param actionId the action, once the service has answered; null as long as it is only being asked
 *     for, and may or may not have begun
 */
public record WishNote(String machineId, String marker, Instant time, @Nullable String actionId) {

  /** Refuses what cannot be taken up again. */
  public WishNote {
    Check.notBlank(machineId, "machineId");
    Check.notBlank(marker, "marker");
    Check.notNull(time, "time");
  }

  WishNote at(Instant now) {
    return new WishNote(machineId, marker, now, actionId);
  }

  WishNote withAction(String id, Instant now) {
    return new WishNote(machineId, marker, now, id);
  }
}
