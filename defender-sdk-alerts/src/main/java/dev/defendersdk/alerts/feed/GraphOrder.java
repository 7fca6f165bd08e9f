package dev.defendersdk.alerts.feed;

import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.odata.FilterField;
import dev.defendersdk.core.odata.ListQuery;
import dev.defendersdk.core.odata.OrderedField;
import java.time.Instant;

/**
 * The order of Microsoft Graph's lists. That they can be sorted is in the schema, and live clients
 * do; the pages are silent (graph-security.md, section 4). Where it is refused, it is done without.
 */
final class GraphOrder {

  private static final OrderedField<Instant> LAST_UPDATE =
      FilterField.ordered("lastUpdateDateTime");

  private volatile boolean refused;

  boolean isTaken() {
    return !refused;
  }

  ListQuery list(Source.Query query) {
    ListQuery list = query.toListQuery(LAST_UPDATE);
    return refused ? list : list.orderBy(LAST_UPDATE + " asc");
  }

  /** True if the order may be what was refused: it is not asked for again. */
  boolean relents(DefenderException error) {
    boolean first = !refused && error.kind() == ErrorKind.BAD_REQUEST;
    refused |= first;
    return first;
  }
}
