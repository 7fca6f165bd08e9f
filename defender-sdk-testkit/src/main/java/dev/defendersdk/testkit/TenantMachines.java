package dev.defendersdk.testkit;

import dev.defendersdk.core.time.TimeSource;
import dev.defendersdk.testkit.fleet.Fleet;
import dev.defendersdk.testkit.fleet.NewMachine;
import dev.defendersdk.testkit.fleet.Reach;
import dev.defendersdk.testkit.internal.engine.CloudState;
import dev.defendersdk.testkit.internal.engine.TenantState;
import dev.defendersdk.testkit.internal.machines.Machine;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The machines of a simulated tenant, as its owner sees and changes them. Safe for many threads.
 */
public final class TenantMachines {

  private final CloudState cloud;
  private final TenantState tenant;
  private final TimeSource time;

  TenantMachines(CloudState cloud, TenantState tenant, TimeSource time) {
    this.cloud = cloud;
    this.tenant = tenant;
    this.time = time;
  }

  /** Adds a fleet. */
  public void add(Fleet fleet) {
    Objects.requireNonNull(fleet, "fleet");
    locked(
        () -> {
          tenant
              .machines()
              .add(fleet, tenant.ids(), time.now(), tenant.quirks().undocumentedMembers());
          return fleet;
        });
  }

  /**
   * Adds a machine.
   *
   * @throws IllegalArgumentException if its id is taken, or a property is none of a machine
   */
  public MachineView add(NewMachine machine) {
    Objects.requireNonNull(machine, "machine");
    return locked(
        () ->
            view(
                tenant
                    .machines()
                    .add(
                        machine, tenant.ids(), time.now(), tenant.quirks().undocumentedMembers())));
  }

  /**
   * Makes a machine one that carries out authenticated scans.
   *
   * @param idOrName its id or its name, in any case
   * @return the id of its agent
   * @throws IllegalArgumentException if there is no such machine
   */
  public String addScanAgent(String idOrName) {
    return locked(() -> tenant.scans().addAgent(find(idOrName)));
  }

  /** All machines, in the order in which the service lists them. */
  public List<MachineView> all() {
    return locked(() -> tenant.machines().all().stream().map(this::view).toList());
  }

  /**
   * One machine.
   *
   * @param idOrName its id or its name, in any case
   * @throws IllegalArgumentException if there is none
   */
  public MachineView get(String idOrName) {
    return locked(() -> view(find(idOrName)));
  }

  /** The ids of all machines, in the order in which the service lists them. */
  public List<String> ids() {
    return all().stream().map(MachineView::id).toList();
  }

  /**
   * Changes whether actions can reach a machine, from now on. Actions under way are carried on to
   * now before.
   *
   * @param idOrName its id or its name, in any case
   * @throws IllegalArgumentException if there is none
   */
  public void reach(String idOrName, Reach reach) {
    Objects.requireNonNull(reach, "reach");
    locked(
        () -> {
          Machine machine = find(idOrName);
          machine.reach(reach, time.now());
          tenant.actions().reschedule(machine.id());
          return machine;
        });
  }

  /**
   * Lets a user be logged on to machines, from their first report to their last, beside the users
   * that are invented for them.
   *
   * @param account {@code domain\name}, or a name in the domain {@code contoso}
   * @param idsOrNames of the machines, each its id or its name, in any case
   * @throws IllegalArgumentException if there is no such machine
   */
  public void logOn(String account, String... idsOrNames) {
    Objects.requireNonNull(account, "account");
    locked(
        () -> {
          List<Machine> found = Stream.of(idsOrNames).map(this::find).toList();
          found.forEach(machine -> tenant.users().logOn(account, machine));
          return found;
        });
  }

  /**
   * Changes a property of a machine.
   *
   * @param idOrName its id or its name, in any case
   * @param property such as {@code riskScore}
   * @param value as {@link NewMachine#with} takes it
   * @throws IllegalArgumentException if there is no such machine or property
   */
  public void change(String idOrName, String property, Object value) {
    Objects.requireNonNull(value, "value");
    locked(
        () -> {
          Machine machine = find(idOrName);
          machine.replace(machine.row().with(property, value));
          return machine;
        });
  }

  private Machine find(String idOrName) {
    Machine machine = tenant.machines().find(Objects.requireNonNull(idOrName, "idOrName"));
    if (machine == null) {
      throw new IllegalArgumentException(
          "there is no machine '" + idOrName + "': give an id or a name of this tenant");
    }
    return machine;
  }

  private MachineView view(Machine machine) {
    Instant now = time.now();
    return new MachineView(
        machine.id(),
        machine.name(),
        machine.row().texts("machineTags"),
        machine.isOnline(now),
        machine.isolation(),
        machine.restricted(),
        machine.offboarded());
  }

  private <T> T locked(Supplier<T> task) {
    return cloud.locked(
        () -> {
          tenant.actions().settle(time.now());
          return task.get();
        });
  }
}
