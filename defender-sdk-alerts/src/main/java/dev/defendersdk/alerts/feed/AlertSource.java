package dev.defendersdk.alerts.feed;

import dev.defendersdk.alerts.Alert;
import dev.defendersdk.alerts.AlertOperations;
import dev.defendersdk.core.Background;
import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.odata.FilterField;
import dev.defendersdk.core.odata.ListQuery;
import dev.defendersdk.core.odata.OrderedField;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Defender's alerts. No page states their order; they are seen to come in that of their ids
 * (get-alerts.md), and sorting is not documented.
 */
final class AlertSource implements Source<Alert> {

  private static final OrderedField<Instant> LAST_UPDATE = FilterField.ordered("lastUpdateTime");

  private final Background background;
  private final boolean evidence;

  AlertSource(Background background, boolean evidence) {
    this.background = background;
    this.evidence = evidence;
  }

  @Override
  public String name() {
    return "alerts";
  }

  @Override
  public String id(Alert alert) {
    return String.valueOf(alert.id());
  }

  @Override
  public @Nullable Instant lastUpdate(Alert alert) {
    return alert.lastUpdateTime();
  }

  @Override
  public boolean isOrdered() {
    return false;
  }

  @Override
  public boolean hasDetail() {
    return evidence;
  }

  @Override
  public int largestPage() {
    return AlertOperations.LIST.largestPage();
  }

  @Override
  public CompletableFuture<?> pages(Query query, Predicate<Batch<Alert>> handler) {
    ListQuery list = query.toListQuery(LAST_UPDATE);
    if (evidence && query.detail()) {
      list = list.expand("evidence");
    }
    return background.forEachPage(
        Call.of(AlertOperations.LIST).query(list),
        CallOptions.defaults(),
        page -> handler.test(new Batch<>(page, page.resumeToken().isEmpty())));
  }

  // The page states no $expand; its sample comes with evidence.
  @Override
  public CompletableFuture<Alert> get(String id) {
    return background.start(Call.of(AlertOperations.GET).path("id", id), CallOptions.defaults());
  }
}
