package dev.defendersdk.core.observe;

import dev.defendersdk.core.error.ErrorKind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The end of a call.
 *
 * @param operation the operation's id
 * @param tenantId the tenant
 * @param clientRequestId the id of the call
 * @param attempts how often it was sent
 * @param error the kind of error, or null for success
 * @param duration from the call to its end, waits included
 */
public record CallEvent(
    String operation,
    String tenantId,
    String clientRequestId,
    int attempts,
    @Nullable ErrorKind error,
    Duration duration) {}
