package dev.defendersdk.testkit;

import dev.defendersdk.core.time.TimeSource;
import dev.defendersdk.testkit.internal.actions.ActionBook;
import dev.defendersdk.testkit.internal.engine.CloudState;
import dev.defendersdk.testkit.internal.engine.TenantState;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * The machine actions of a simulated tenant, as its owner sees them and sets how they go. Settings
 * hold for actions that start later. Safe for use by many threads.
 */
public final class TenantActions {

  private final CloudState cloud;
  private final TenantState tenant;
  private final TimeSource time;

  TenantActions(CloudState cloud, TenantState tenant, TimeSource time) {
    this.cloud = cloud;
    this.tenant = tenant;
    this.time = time;
  }

  /** All actions, newest first. */
  public List<ActionView> all() {
    return cloud.locked(
        () -> {
          tenant.actions().settle(time.now());
          return tenant.actions().views(ActionView::new);
        });
  }

  /**
   * How long an action runs, from {@code InProgress} to its end. At first 5 to 90 seconds.
   *
   * @param shortest not negative
   * @param longest not shorter than that
   */
  public TenantActions takes(Duration shortest, Duration longest) {
    check(shortest, longest);
    return set(book -> book.runningFor(shortest, longest));
  }

  /**
   * How long an action of an online machine is {@code Pending}. At first 1 to 20 seconds.
   *
   * @param shortest not negative
   * @param longest not shorter than that
   */
  public TenantActions startsAfter(Duration shortest, Duration longest) {
    check(shortest, longest);
    return set(book -> book.pendingFor(shortest, longest));
  }

  /**
   * Lets a share of the actions end as {@code Failed}. At first none.
   *
   * @param share 0 to 1
   */
  public TenantActions failing(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "share is " + share + ": a share goes from 0 to 1; give one of these");
    }
    return set(book -> book.failing(share));
  }

  /**
   * Lets the next actions end as {@code Failed}.
   *
   * @param count how many; 0 or more
   */
  public TenantActions failNext(int count) {
    if (count < 0) {
      throw new IllegalArgumentException("count is " + count + ": give 0 or more");
    }
    return set(book -> book.failNext(count));
  }

  private TenantActions set(Consumer<ActionBook> change) {
    return cloud.locked(
        () -> {
          change.accept(tenant.actions());
          return this;
        });
  }

  private static void check(Duration shortest, Duration longest) {
    if (shortest.isNegative() || longest.compareTo(shortest) < 0) {
      throw new IllegalArgumentException(
          "from "
              + shortest
              + " to "
              + longest
              + ": the shorter comes first and none is negative; turn them round");
    }
  }
}
