package dev.defendersdk.alerts.feed;

import dev.defendersdk.alerts.graph.Incident;
import dev.defendersdk.alerts.graph.IncidentOperations;
import dev.defendersdk.alerts.graph.SecurityAlert;
import dev.defendersdk.core.Background;
import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.odata.ListQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Microsoft Graph's incidents, in the order of their last update. */
final class IncidentSource implements Source<Incident> {

  private final GraphOrder order = new GraphOrder();
  private final Background background;
  private final boolean alerts;

  IncidentSource(Background background, boolean alerts) {
    this.background = background;
    this.alerts = alerts;
  }

  @Override
  public String name() {
    return "incidents";
  }

  @Override
  public String id(Incident incident) {
    return String.valueOf(incident.id());
  }

  @Override
  public @Nullable Instant lastUpdate(Incident incident) {
    return incident.lastUpdateDateTime();
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
    return alerts;
  }

  @Override
  public int largestPage() {
    return IncidentOperations.LIST.largestPage();
  }

  @Override
  public int mostSkip() {
    return GraphOrder.MOST_SKIP;
  }

  @Override
  public CompletableFuture<?> pages(Query query, Predicate<Batch<Incident>> handler) {
    ListQuery list = order.list(query);
    if (alerts && query.detail()) {
      list = list.expand("alerts");
    }
    return background.forEachPage(
        Call.of(IncidentOperations.LIST).query(list),
        CallOptions.defaults(),
        page -> {
          order.answered();
          return handler.test(new Batch<>(page, page.resumeToken().isEmpty()));
        });
  }

  // Its alerts by a call of their own: on large tenants their expansion fails again and again.
  @Override
  public CompletableFuture<Incident> get(String id) {
    CompletableFuture<Incident> incident =
        background.start(
            Call.of(IncidentOperations.GET).path("incidentId", id), CallOptions.defaults());
    if (!alerts) {
      return incident;
    }
    List<SecurityAlert> found = new ArrayList<>();
    AtomicReference<CompletableFuture<?>> running = new AtomicReference<>(incident);
    CompletableFuture<Incident> whole =
        incident.thenCompose(
            without -> {
              CompletableFuture<Void> pages =
                  background.forEachPage(
                      Call.of(IncidentOperations.LIST_ALERTS).path("incidentId", id),
                      CallOptions.defaults(),
                      page -> {
                        page.forEach(found::add);
                        return true;
                      });
              running.set(pages);
              return pages.thenApply(nothing -> with(without, found));
            });
    // Cancelling what follows a call does not end the call.
    CompletableFuture<?> unused =
        whole.whenComplete(
            (result, failure) -> {
              CompletableFuture<?> call = running.get();
              if (whole.isCancelled() && call != null) {
                call.cancel(true);
              }
            });
    return whole;
  }

  private static Incident with(Incident without, List<SecurityAlert> alerts) {
    return new Incident(
        without.id(),
        without.displayName(),
        without.status(),
        without.severity(),
        without.classification(),
        without.determination(),
        without.assignedTo(),
        without.description(),
        without.summary(),
        without.resolvingComment(),
        without.priorityScore(),
        without.customTags(),
        without.systemTags(),
        without.redirectIncidentId(),
        without.incidentWebUrl(),
        without.lastModifiedBy(),
        without.tenantId(),
        without.createdDateTime(),
        without.lastUpdateDateTime(),
        without.comments(),
        List.copyOf(alerts),
        without.additionalProperties());
  }
}
