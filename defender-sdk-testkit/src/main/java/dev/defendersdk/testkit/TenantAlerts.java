package dev.defendersdk.testkit;

import dev.defendersdk.core.time.TimeSource;
import dev.defendersdk.testkit.alerts.AlertChange;
import dev.defendersdk.testkit.alerts.AlertVersion;
import dev.defendersdk.testkit.alerts.NewTenantAlert;
import dev.defendersdk.testkit.internal.alerts.Alert;
import dev.defendersdk.testkit.internal.alerts.AlertSnapshot;
import dev.defendersdk.testkit.internal.engine.CloudState;
import dev.defendersdk.testkit.internal.engine.TenantState;
import dev.defendersdk.testkit.internal.machines.Machine;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The alerts of a simulated tenant, as its owner raises and changes them. The Defender API and
 * Microsoft Graph show the same alerts, each in its own model. Safe for use by many threads.
 */
public final class TenantAlerts {

  private final CloudState cloud;
  private final TenantState tenant;
  private final TimeSource time;

  TenantAlerts(CloudState cloud, TenantState tenant, TimeSource time) {
    this.cloud = cloud;
    this.tenant = tenant;
    this.time = time;
  }

  /**
   * Raises an alert now, and makes it part of an incident of its machine.
   *
   * @throws IllegalArgumentException if there is no such machine
   */
  public AlertView raise(NewTenantAlert alert) {
    Objects.requireNonNull(alert, "alert");
    return locked(
        () -> {
          Machine machine = tenant.machines().find(alert.machineId());
          if (machine == null) {
            throw new IllegalArgumentException(
                "there is no machine '"
                    + alert.machineId()
                    + "': give an id or a name of this tenant");
          }
          return view(tenant.alerts().raise(alert, machine, time.now()));
        });
  }

  /**
   * Changes an alert now: its last update is this instant.
   *
   * @throws IllegalArgumentException if there is no such alert
   */
  public AlertView update(String id, UnaryOperator<AlertChange> change) {
    return update(id, change, Duration.ZERO);
  }

  /**
   * Changes an alert now, but lets clients see the older version for a while. A change that is made
   * later and seen sooner shows this one too.
   *
   * @param visibleAfter not negative
   * @throws IllegalArgumentException if there is no such alert
   */
  public AlertView update(String id, UnaryOperator<AlertChange> change, Duration visibleAfter) {
    AlertChange made = change.apply(AlertChange.nothing());
    if (visibleAfter.isNegative()) {
      throw new IllegalArgumentException(
          "visibleAfter is " + visibleAfter + ": nothing is seen before it is made; give more");
    }
    return locked(
        () -> {
          Alert alert = find(id);
          tenant.alerts().change(alert, made, time.now(), visibleAfter);
          return view(alert);
        });
  }

  /**
   * One alert.
   *
   * @throws IllegalArgumentException if there is none
   */
  public AlertView get(String id) {
    return locked(() -> view(find(id)));
  }

  /** All alerts, in the order of their ids, whether clients see them yet or not. */
  public List<AlertView> all() {
    return locked(() -> tenant.alerts().all().stream().map(this::view).toList());
  }

  /**
   * Adds invented alerts of the past 30 days, spread over the machines, new ones and others that
   * were worked on. A few are in no incident.
   *
   * @throws IllegalArgumentException if the tenant has no machine
   */
  public void generate(int count) {
    locked(
        () -> {
          checkMachines();
          tenant.alerts().generate(count, time.now());
          return count;
        });
  }

  /**
   * Lets versions of alerts become visible as time passes, in both services. What an alert is about
   * follows from its id, so that a million of them are small. Several scripts may run side by side.
   *
   * @param versions in the order in which they become visible; a version is asked for when the one
   *     before it is shown, under the tenant's lock: so it must not wait, nor call the tenant
   * @throws IllegalArgumentException if the tenant has no machine
   */
  public void script(Iterator<AlertVersion> versions) {
    Objects.requireNonNull(versions, "versions");
    locked(
        () -> {
          checkMachines();
          tenant.alerts().script(versions);
          return versions;
        });
  }

  /**
   * Makes the service unable to bring the evidence of an alert: pages that hold it with its
   * evidence are answered by 500, and so is the alert alone where it comes with its evidence. A
   * change that would be answered so is not made.
   *
   * @param id of an alert that there is or will be
   */
  public void poison(String id) {
    Objects.requireNonNull(id, "id");
    locked(
        () -> {
          tenant.alerts().poison(id);
          return id;
        });
  }

  private void checkMachines() {
    if (tenant.machines().all().isEmpty()) {
      throw new IllegalArgumentException("the tenant has no machine: add one that alerts are on");
    }
  }

  private Alert find(String id) {
    Alert alert = tenant.alerts().find(Objects.requireNonNull(id, "id"));
    if (alert == null) {
      throw new IllegalArgumentException(
          "there is no alert '" + id + "': give the id of one of this tenant");
    }
    return alert;
  }

  private AlertView view(Alert alert) {
    AlertSnapshot seen = tenant.alerts().truth(alert);
    return new AlertView(
        seen.id(),
        seen.facts().title(),
        seen.state().severity(),
        seen.state().status(),
        seen.facts().category(),
        seen.machine().text("id"),
        seen.incidentId(),
        seen.investigationId(),
        seen.state().investigationState(),
        seen.facts().detectionSource(),
        seen.state().assignedTo(),
        seen.state().classification(),
        seen.state().determination(),
        seen.state().comments().stream().map(note -> note.text()).toList(),
        seen.createdTime(),
        seen.lastUpdateTime());
  }

  private <T> T locked(Supplier<T> task) {
    return cloud.locked(
        () -> {
          tenant.alerts().settle(time.now());
          return task.get();
        });
  }
}
