package dev.defendersdk.testkit.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request as the tenant saw it. Times are the tenant's, in UTC.
 *
 * @param number counted from 1 over the whole cloud
 * @param sent when it left the client; equal to {@code arrived} where no transit is simulated
 * @param arrived when it was carried out, counted or refused
 * @param operationId such as {@code machines.isolate}; null if no operation has this path
 * @param method of HTTP
 * @param path as sent
 * @param query as sent, without the question mark; null if there was none
 * @param tenantId whose token or token request it was; null if that is not known
 * @param applicationId whose token or token request it was; null if that is not known
 * @param status of the answer; null if none was sent
 * @param errorCode of the answer's error, such as {@code ResourceNotFound}; null if it is none
 * @param effect what it changed, in words; null if nothing
 * @param clientRequestId the header {@code client-request-id}; null if it was not sent
 * @param userAgent the header {@code User-Agent}; null if it was not sent
 * @param fault that was applied; null if none
 */
public record JournalEntry(
    long number,
    Instant sent,
    Instant arrived,
    @Nullable String operationId,
    String method,
    String path,
    @Nullable String query,
    @Nullable String tenantId,
    @Nullable String applicationId,
    @Nullable Integer status,
    @Nullable String errorCode,
    @Nullable String effect,
    @Nullable String clientRequestId,
    @Nullable String userAgent,
    @Nullable String fault) {

  /** Whether the service had another answer than a success, or none. */
  public boolean isFailure() {
    return status == null || status >= 400;
  }
}
