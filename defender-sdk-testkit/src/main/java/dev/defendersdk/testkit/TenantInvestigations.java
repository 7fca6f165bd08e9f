package dev.defendersdk.testkit;

import dev.defendersdk.core.time.TimeSource;
import dev.defendersdk.testkit.internal.engine.CloudState;
import dev.defendersdk.testkit.internal.engine.TenantState;
import dev.defendersdk.testkit.internal.investigations.InvestigationBook;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The automated investigations of a simulated tenant, as its owner sees them and sets how they go.
 * Settings hold for those that start later. Safe for use by many threads.
 */
public final class TenantInvestigations {

  private final CloudState cloud;
  private final TenantState tenant;
  private final TimeSource time;

  TenantInvestigations(CloudState cloud, TenantState tenant, TimeSource time) {
    this.cloud = cloud;
    this.tenant = tenant;
    this.time = time;
  }

  /** All investigations, newest first. */
  public List<InvestigationView> all() {
    return cloud.locked(
        () -> {
          tenant.investigations().settle(time.now());
          return tenant.investigations().views(InvestigationView::new);
        });
  }

  /**
   * How long an investigation runs. At first 1 to 20 minutes.
   *
   * @param shortest not negative
   * @param longest not shorter than that
   */
  public TenantInvestigations takes(Duration shortest, Duration longest) {
    if (shortest.isNegative() || longest.compareTo(shortest) < 0) {
      throw new IllegalArgumentException(
          "from "
              + shortest
              + " to "
              + longest
              + ": the shorter comes first and none is negative; turn them round");
    }
    return set(book -> book.runningFor(shortest, longest));
  }

  /**
   * What the investigations come to: by chance {@code Benign} or {@code SuccessfullyRemediated} at
   * first.
   *
   * @param state a final one, or {@code PendingApproval}, in which it stays until {@link #approve}
   */
  public TenantInvestigations comeTo(String state) {
    Objects.requireNonNull(state, "state");
    return set(book -> book.verdict(state));
  }

  /**
   * Approves what an investigation proposes, as a person does in the portal: it ends as {@code
   * SuccessfullyRemediated}.
   *
   * @throws IllegalArgumentException if it does not wait for approval
   */
  public void approve(String id) {
    cloud.locked(
        () -> {
          tenant.investigations().settle(time.now());
          tenant.investigations().approve(id, time.now());
          return this;
        });
  }

  private TenantInvestigations set(Consumer<InvestigationBook> change) {
    return cloud.locked(
        () -> {
          change.accept(tenant.investigations());
          return this;
        });
  }
}
