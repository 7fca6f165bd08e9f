package dev.defendersdk.alerts.feed;

import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.odata.FilterField;
import dev.defendersdk.core.odata.ListQuery;
import dev.defendersdk.core.odata.OrderedField;
import java.time.Instant;

/** The order of Microsoft Graph's lists: by their last update, where that is not refused. */
final class GraphOrder {

  /** How many {@code $skip} passes over at the most; more are refused (graph-security.md, 4). */
  static final int MOST_SKIP = 500;

  private static final OrderedField<Instant> LAST_UPDATE =
      FilterField.ordered("lastUpdateDateTime");

  private final GraphOption order = new GraphOption();

  boolean isTaken() {
    return !order.isRefused();
  }

  ListQuery list(Source.Query query) {
    ListQuery list = query.toListQuery(LAST_UPDATE);
    return order.use() ? list.orderBy(LAST_UPDATE + " asc") : list;
  }

  void answered() {
    order.answered();
  }

  boolean relents(DefenderException error) {
    return order.relents(error);
  }
}
