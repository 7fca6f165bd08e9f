package dev.defendersdk.testkit;

import dev.defendersdk.testkit.internal.engine.CloudState;
import dev.defendersdk.testkit.internal.engine.TenantState;
import dev.defendersdk.testkit.rules.Fault;
import dev.defendersdk.testkit.rules.Occurrence;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The faults that a simulated tenant is to show. Of several that hit one request, the one added
 * first is shown. Safe for use by many threads.
 */
public final class TenantFaults {

  private final CloudState cloud;
  private final TenantState tenant;

  TenantFaults(CloudState cloud, TenantState tenant) {
    this.cloud = cloud;
    this.tenant = tenant;
  }

  /**
   * Adds a fault of one operation.
   *
   * @param operationId such as {@code machines.isolate}, or {@code signIn.token}
   * @param occurrence which of its requests, counted from now on
   * @throws IllegalArgumentException if there is no such operation; the message lists them
   */
  public TenantFaults on(String operationId, Occurrence occurrence, Fault fault) {
    return add(Objects.requireNonNull(operationId, "operationId"), occurrence, fault);
  }

  /**
   * Adds a fault of every operation but sign-in.
   *
   * @param occurrence which of all requests, counted from now on
   */
  public TenantFaults onAny(Occurrence occurrence, Fault fault) {
    return add(null, occurrence, fault);
  }

  /** Takes all faults back. */
  public TenantFaults clear() {
    return cloud.locked(
        () -> {
          tenant.faults().clear();
          return this;
        });
  }

  private TenantFaults add(@Nullable String operationId, Occurrence occurrence, Fault fault) {
    Objects.requireNonNull(occurrence, "occurrence");
    Objects.requireNonNull(fault, "fault");
    return cloud.locked(
        () -> {
          tenant.faults().add(operationId, occurrence, fault);
          return this;
        });
  }
}
