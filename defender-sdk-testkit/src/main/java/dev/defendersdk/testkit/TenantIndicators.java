package dev.defendersdk.testkit;

import dev.defendersdk.core.time.TimeSource;
import dev.defendersdk.testkit.indicators.NewTenantIndicator;
import dev.defendersdk.testkit.internal.engine.CloudState;
import dev.defendersdk.testkit.internal.engine.TenantState;
import dev.defendersdk.testkit.internal.indicators.Held;
import dev.defendersdk.testkit.internal.indicators.IndicatorBook;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The indicators of a simulated tenant, whoever made them, as its owner sees and sets them. Safe
 * for use by many threads.
 */
public final class TenantIndicators {

  private final CloudState cloud;
  private final TenantState tenant;
  private final TimeSource time;

  TenantIndicators(CloudState cloud, TenantState tenant, TimeSource time) {
    this.cloud = cloud;
    this.tenant = tenant;
    this.time = time;
  }

  /**
   * Adds an indicator that somebody else made: it is not checked, counts like any other, and stands
   * beside others of the same type and value.
   */
  public IndicatorView put(NewTenantIndicator indicator) {
    Objects.requireNonNull(indicator, "indicator");
    return settled(book -> view(book.put(indicator, time.now())));
  }

  /** All that have not expired, by their ids. */
  public List<IndicatorView> all() {
    return settled(book -> book.all().stream().map(TenantIndicators::view).toList());
  }

  /**
   * One of them.
   *
   * @throws IllegalArgumentException if there is none of this id
   */
  public IndicatorView get(String id) {
    return settled(book -> view(held(book, id)));
  }

  /**
   * Removes one, as its creator does in the portal; that of Cloud Apps does not come again.
   *
   * @throws IllegalArgumentException if there is none of this id
   */
  public void remove(String id) {
    IndicatorView unused =
        settled(
            book -> {
              Held held = held(book, id);
              book.remove(held);
              return view(held);
            });
  }

  /**
   * Lets every indicator of this value fail from now on, whatever its type: within an import by
   * {@code isFailed}, alone by 400.
   *
   * @param reason what the service says; null to let it succeed again
   */
  public TenantIndicators fail(String value, @Nullable String reason) {
    Objects.requireNonNull(value, "value");
    return set(book -> book.fail(value, "", reason));
  }

  /**
   * Lets every indicator of this value with this action fail from now on, as {@link #fail(String,
   * String)} does with each action.
   */
  public TenantIndicators fail(String value, String action, @Nullable String reason) {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(action, "action");
    return set(book -> book.fail(value, action, reason));
  }

  /**
   * Leaves the result of every indicator of this value out of the answers to imports from now on,
   * whatever became of it.
   */
  public TenantIndicators leaveResultOut(String value) {
    Objects.requireNonNull(value, "value");
    return set(book -> book.leaveResultOut(value));
  }

  /**
   * How many indicators the tenant holds, those of others counted; 15,000 at first.
   *
   * @param value at least 1
   */
  public TenantIndicators capacity(int value) {
    if (value < 1) {
      throw new IllegalArgumentException("capacity is " + value + ": give at least 1");
    }
    return set(book -> book.capacity(value));
  }

  /**
   * Makes a device group one that no caller sees: its indicators are not listed, and to delete one
   * is answered 403.
   */
  public TenantIndicators unseenGroup(String name) {
    Objects.requireNonNull(name, "name");
    return set(book -> book.unseenGroup(name));
  }

  /** Lets deletions of one be refused from now on by 403, though it is listed. */
  public TenantIndicators refuseDeletion(String id) {
    Objects.requireNonNull(id, "id");
    return set(book -> book.keep(id));
  }

  private TenantIndicators set(Consumer<IndicatorBook> change) {
    return settled(
        book -> {
          change.accept(book);
          return this;
        });
  }

  private <T> T settled(Function<IndicatorBook, T> task) {
    return cloud.locked(
        () -> {
          tenant.indicators().settle(time.now());
          return task.apply(tenant.indicators());
        });
  }

  private static Held held(IndicatorBook book, String id) {
    Held held = book.find(id);
    if (held == null) {
      throw new IllegalArgumentException(
          "there is no indicator '" + id + "': give an id of this tenant");
    }
    return held;
  }

  private static IndicatorView view(Held held) {
    return new IndicatorView(
        String.valueOf(held.id()),
        held.row().text("indicatorType"),
        held.row().text("indicatorValue"),
        held.row().text("action"),
        held.row().text("title"),
        held.row().text("description"),
        held.textOrNull("application"),
        held.textOrNull("externalId"),
        held.row().text("severity"),
        held.row().text("createdBy"),
        held.row().text("createdBySource"),
        Boolean.TRUE.equals(held.row().get("generateAlert")),
        held.expires(),
        held.row().texts("rbacGroupNames"),
        held.time("creationTimeDateTimeUtc"),
        held.time("lastUpdateTime"));
  }
}
