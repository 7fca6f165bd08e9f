package dev.defendersdk.alerts.external;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The caller's rule of what is to be done about a finding that was published.
 *
 * <pre>{@code
 * FindingResponse isolate =
 *     published ->
 *         published
 *             .event()
 *             .filter(event -> published.finding().confidence().orElse(0) >= 90)
 *             .map(event -> response.ensureIsolated(event.deviceId(), Isolation.full("by rule")))
 *             .map(wish -> wish.end().thenApply(WishResult::summary));
 * }</pre>
 */
@FunctionalInterface
public interface FindingResponse {

  /**
   * Begins what is to be done; empty if nothing is. Called on a background thread of the client,
   * once the alert is there and, where it is followed, its investigation has ended. After a restart
   * it may be called again for the same finding, if it had not ended before: let it be a wish, such
   * as {@code ensureIsolated}.
   *
   * @param published what became of the finding so far
   * @return completes with what became of the response, in a line for the report
   */
  Optional<CompletableFuture<String>> respond(FindingResult published);
}
