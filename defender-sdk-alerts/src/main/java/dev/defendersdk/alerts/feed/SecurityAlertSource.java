package dev.defendersdk.alerts.feed;

import dev.defendersdk.alerts.graph.SecurityAlert;
import dev.defendersdk.alerts.graph.SecurityAlertOperations;
import dev.defendersdk.core.Background;
import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.error.DefenderException;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Microsoft Graph's alerts, in the order of their last update. Their evidence always comes. */
final class SecurityAlertSource implements Source<SecurityAlert> {

  private final GraphOrder order = new GraphOrder();
  private final Background background;

  SecurityAlertSource(Background background) {
    this.background = background;
  }

  @Override
  public String name() {
    return "alerts_v2";
  }

  @Override
  public String id(SecurityAlert alert) {
    return String.valueOf(alert.id());
  }

  @Override
  public @Nullable Instant lastUpdate(SecurityAlert alert) {
    return alert.lastUpdateDateTime();
  }

  @Override
  public boolean isOrdered() {
    return order.isTaken();
  }

  @Override
  public boolean relents(DefenderException error) {
    return order.relents(error);
  }

  @Override
  public boolean hasDetail() {
    return false;
  }

  @Override
  public int largestPage() {
    return SecurityAlertOperations.LIST.largestPage();
  }

  @Override
  public CompletableFuture<?> pages(Query query, Predicate<Batch<SecurityAlert>> handler) {
    return background.forEachPage(
        Call.of(SecurityAlertOperations.LIST).query(order.list(query)),
        CallOptions.defaults(),
        page -> handler.test(new Batch<>(page, page.resumeToken().isEmpty())));
  }

  @Override
  public CompletableFuture<SecurityAlert> get(String id) {
    return background.start(
        Call.of(SecurityAlertOperations.GET).path("alertId", id), CallOptions.defaults());
  }
}
