package dev.defendersdk.alerts.feed;

import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.error.ErrorKind;

/**
 * A query option of Microsoft Graph's lists that the schema has and the pages are silent on: {@code
 * $orderby}, {@code $select} (graph-security.md, section 4). Where it is refused, it is done
 * without; once it has been taken, what is refused is something else.
 */
final class GraphOption {

  private volatile boolean asked;
  private volatile boolean taken;
  private volatile boolean refused;

  boolean isRefused() {
    return refused;
  }

  /** True if it is to be asked for, which counts as done. */
  boolean use() {
    asked |= !refused;
    return !refused;
  }

  /** A call that had it, if it was not refused, was answered. */
  void answered() {
    taken |= !refused;
  }

  /** True if it may be what was refused: it is not asked for again. */
  boolean relents(DefenderException error) {
    boolean first = asked && !taken && !refused && error.kind() == ErrorKind.BAD_REQUEST;
    refused |= first;
    return first;
  }
}
