package dev.defendersdk.alerts.external;

import dev.defendersdk.alerts.Alert;
import dev.defendersdk.alerts.AlertOperations;
import dev.defendersdk.alerts.NewAlert;
import dev.defendersdk.core.Background;
import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.EventReference;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.odata.ChoiceField;
import dev.defendersdk.core.odata.FilterField;
import dev.defendersdk.core.odata.ListQuery;
import dev.defendersdk.core.odata.OrderedField;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The calls, in the background. */
final class ServiceCalls implements AlertCalls {

  private static final ChoiceField<String> ID = FilterField.choice("id");
  private static final OrderedField<Instant> UPDATED = FilterField.ordered("lastUpdateTime");

  private final Background background;

  ServiceCalls(Background background) {
    this.background = background;
  }

  @Override
  public CompletableFuture<Alert> create(NewAlert alert, boolean urgent) {
    EventReference event = alert.event();
    return (urgent ? background.urgent() : background)
        .start(
            Call.of(AlertOperations.CREATE_BY_REFERENCE)
                .member("machineId", event.deviceId())
                .member("eventTime", event.eventTime())
                .member("reportId", event.reportId())
                .member("severity", alert.severity())
                .member("title", alert.title())
                .member("description", alert.description())
                .member("recommendedAction", alert.recommendedAction())
                .member("category", alert.category()),
            CallOptions.defaults());
  }

  @Override
  public CompletableFuture<List<Alert>> ofMachine(String machineId, Instant since) {
    List<Alert> alerts = new ArrayList<>();
    return background
        .forEachPage(
            Call.of(AlertOperations.LIST_OF_MACHINE)
                .path("id", machineId)
                .query(ListQuery.all().where(UPDATED.ge(since))),
            CallOptions.defaults(),
            page -> {
              page.forEach(alerts::add);
              return true;
            })
        .thenApply(done -> alerts);
  }

  @Override
  public CompletableFuture<Void> ofIds(List<String> ids, Consumer<Alert> handler) {
    return background.forEachPage(
        Call.of(AlertOperations.LIST)
            .query(ListQuery.all().where(ids.size() == 1 ? ID.eq(ids.get(0)) : ID.in(ids))),
        CallOptions.defaults(),
        page -> {
          page.forEach(handler);
          return true;
        });
  }

  @Override
  public CompletableFuture<Alert> ofId(String id) {
    return background.start(Call.of(AlertOperations.GET).path("id", id), CallOptions.defaults());
  }
}
