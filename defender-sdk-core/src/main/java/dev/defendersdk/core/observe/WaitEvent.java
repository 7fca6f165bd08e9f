package dev.defendersdk.core.observe;

import java.time.Duration;

/**
 * A wait within a call.
 *
 * @param operation the operation's id
 * @param tenantId the tenant
 * @param clientRequestId the id of the call
 * @param reason why it waits
 * @param expected how long it will take at the least
 */
public record WaitEvent(
    String operation, String tenantId, String clientRequestId, Reason reason, Duration expected) {

  /** Why a call waits. */
  public enum Reason {
    /** The quota has no permit yet. */
    QUOTA,
    /** The service asked to be left alone for a while (429). */
    THROTTLED,
    /** A passing failure, before the next attempt. */
    RETRY,
    /** The sign-in service asked to be left alone for a while. */
    SIGN_IN
  }
}
