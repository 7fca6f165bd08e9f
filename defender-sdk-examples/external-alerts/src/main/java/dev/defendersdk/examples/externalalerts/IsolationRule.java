package dev.defendersdk.examples.externalalerts;

import dev.defendersdk.alerts.external.Finding;
import dev.defendersdk.alerts.external.FindingResponse;
import dev.defendersdk.alerts.external.FindingResult;
import dev.defendersdk.core.EventReference;
import dev.defendersdk.machineactions.actions.Isolation;
import dev.defendersdk.machineactions.response.MachineWish;
import dev.defendersdk.machineactions.response.ResponseClient;
import dev.defendersdk.machineactions.response.WishOptions;
import dev.defendersdk.machineactions.response.WishResult;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Isolates the device of a finding that is severe, and that the partner is sure of. It is a wish:
 * two findings of one device isolate it once, and so does the same one after a restart.
 */
final class IsolationRule implements FindingResponse {

  private static final int SURE = 80;

  private final ResponseClient response;
  private final WishOptions wishes;

  IsolationRule(ResponseClient response, WishOptions wishes) {
    this.response = response;
    this.wishes = wishes;
  }

  @Override
  public Optional<CompletableFuture<String>> respond(FindingResult published) {
    Finding finding = published.finding();
    if (!finding.severity().value().equals("High") || finding.confidence().orElse(0) < SURE) {
      return Optional.empty();
    }
    return published.event().map(event -> isolate(event, finding));
  }

  private CompletableFuture<String> isolate(EventReference event, Finding finding) {
    MachineWish isolated =
        MachineWish.isolated(Isolation.full(finding.title() + ", " + finding.key()));
    return response
        .ensure(event.deviceId(), isolated, wishes)
        .end()
        .thenApply(IsolationRule::inWords);
  }

  private static String inWords(WishResult result) {
    return result.isFulfilled()
        ? "isolated (" + result.outcome().name().toLowerCase(Locale.ROOT) + ")"
        : "not isolated: " + result.summary();
  }
}
