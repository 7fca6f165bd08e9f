package dev.defendersdk.testkit;

import dev.defendersdk.core.time.TimeSource;
import dev.defendersdk.testkit.internal.engine.CloudState;
import dev.defendersdk.testkit.internal.engine.TenantState;
import dev.defendersdk.testkit.internal.hunting.EventBook;
import dev.defendersdk.testkit.internal.hunting.HuntingRoom;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The events of a simulated tenant that queries find, and what bounds these. Each machine has two
 * of its own, in {@code DeviceProcessEvents} and {@code DeviceNetworkEvents}. Safe for use by many
 * threads.
 *
 * <p>Queries may use a small part of the language: {@code where} with comparisons, {@code has},
 * {@code contains}, {@code startswith}, {@code endswith}, {@code in}, {@code between}, {@code ago},
 * {@code and}, {@code or}; {@code project}; {@code take} and {@code limit}; {@code order by}. All
 * else is refused.
 */
public final class TenantHunting {

  private final CloudState cloud;
  private final TenantState tenant;
  private final TimeSource time;

  TenantHunting(CloudState cloud, TenantState tenant, TimeSource time) {
    this.cloud = cloud;
    this.tenant = tenant;
    this.time = time;
  }

  /**
   * Adds an event. A table or a column that is not there yet is made.
   *
   * @param table such as {@code DeviceEvents}
   * @param columns by name: texts, whole numbers, {@code Double} or {@code BigDecimal}, booleans,
   *     instants, or lists and maps for dynamic ones. Queries find events by their {@code
   *     Timestamp}; one without is never found
   * @throws IllegalArgumentException if a value is of another kind than its column
   */
  public TenantHunting event(String table, Map<String, ?> columns) {
    Objects.requireNonNull(table, "table");
    Map<String, ?> copy = Map.copyOf(columns);
    return set(events -> events.add(table, copy));
  }

  /**
   * How much a result holds: more rows are cut off without a word, more bytes refused. At first
   * 100,000 rows and 50 MB.
   */
  public TenantHunting largestResult(int rows, long bytes) {
    if (rows < 1 || bytes < 1) {
      throw new IllegalArgumentException(
          rows + " rows and " + bytes + " bytes: a result holds at least one; give more");
    }
    return set(
        events -> {
          events.mostRows(rows);
          events.mostBytes(bytes);
        });
  }

  /** Uses up the tenant's share of CPU: until the next quarter of an hour Graph answers 429. */
  public TenantHunting useUpCpu() {
    return set(events -> events.cpuFrom(HuntingRoom.next(time.now(), 15)));
  }

  /** Uses up the run time of the old route: until the next full hour it answers 429. */
  public TenantHunting useUpRunTime() {
    return set(events -> events.runTimeFrom(HuntingRoom.next(time.now(), 60)));
  }

  /**
   * When Defender's own route ends; at first 2027-02-01. From then on it answers 404.
   *
   * @param end in UTC
   */
  public TenantHunting defenderRouteEnds(Instant end) {
    Objects.requireNonNull(end, "end");
    return set(events -> events.oldRouteEnds(end));
  }

  private TenantHunting set(Consumer<EventBook> change) {
    return cloud.locked(
        () -> {
          change.accept(tenant.events());
          return this;
        });
  }
}
