package dev.defendersdk.core.observe;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a call.
 *
 * @param operation the operation's id
 * @param tenantId the tenant
 * @param clientRequestId the id of the call, the same on all its attempts
 * @param attempt 1 for the first
 * @param status the HTTP status, or 0 if there was no answer
 * @param requestId the service's id of the request, or null
 * @param failure what went wrong below HTTP, or null
 * @param bytes bytes of the body on the wire
 * @param duration from sending to the end of the body
 */
public record AttemptEvent(
    String operation,
    String tenantId,
    String clientRequestId,
    int attempt,
    int status,
    @Nullable String requestId,
    @Nullable String failure,
    long bytes,
    Duration duration) {}
