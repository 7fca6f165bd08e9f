package dev.defendersdk.alerts.feed;

import dev.defendersdk.alerts.graph.SecurityAlert;
import dev.defendersdk.alerts.graph.SecurityAlertOperations;
import dev.defendersdk.core.Background;
import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.odata.ListQuery;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Microsoft Graph's alerts, in the order of their last update. Their evidence always comes, unless
 * all that is selected is the rest; where selecting is refused, they cannot come without.
 */
final class SecurityAlertSource implements Source<SecurityAlert> {

  private static final String ALL_BUT_EVIDENCE =
      Arrays.stream(SecurityAlert.class.getRecordComponents())
          .map(RecordComponent::getName)
          .filter(name -> !name.equals("evidence") && !name.equals("additionalProperties"))
          .collect(Collectors.joining(","));

  private final GraphOrder order = new GraphOrder();
  private final GraphOption select = new GraphOption();
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
    return order.relents(error) || select.relents(error);
  }

  @Override
  public boolean hasDetail() {
    return !select.isRefused();
  }

  @Override
  public int largestPage() {
    return SecurityAlertOperations.LIST.largestPage();
  }

  @Override
  public int mostSkip() {
    return GraphOrder.MOST_SKIP;
  }

  @Override
  public CompletableFuture<?> pages(Query query, Predicate<Batch<SecurityAlert>> handler) {
    ListQuery list = order.list(query);
    boolean selects = !query.detail() && select.use();
    if (selects) {
      list = list.select(ALL_BUT_EVIDENCE);
    }
    return background.forEachPage(
        Call.of(SecurityAlertOperations.LIST).query(list),
        CallOptions.defaults(),
        page -> {
          order.answered();
          if (selects) {
            select.answered();
          }
          return handler.test(new Batch<>(page, page.resumeToken().isEmpty()));
        });
  }

  @Override
  public CompletableFuture<SecurityAlert> get(String id) {
    return background.start(
        Call.of(SecurityAlertOperations.GET).path("alertId", id), CallOptions.defaults());
  }
}
