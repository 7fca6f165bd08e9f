package dev.defendersdk.testkit.internal.machines;

import dev.defendersdk.testkit.fleet.Fleet;
import dev.defendersdk.testkit.fleet.NewMachine;
import dev.defendersdk.testkit.internal.api.ApiError;
import dev.defendersdk.testkit.internal.api.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All machines of a tenant. Guarded by the cloud's lock. */
public final class MachineBook {

  private final List<Machine> machines = new ArrayList<>();
  private final Map<String, Machine> byId = new HashMap<>();
  private final Map<String, Machine> byName = new HashMap<>();

  public void add(Fleet fleet, Ids ids, Instant now, boolean undocumented) {
    FleetGenerator generator = new FleetGenerator(ids, now, undocumented);
    int first = machines.size() + 1;
    for (int i = 0; i < fleet.size(); i++) {
      add(generator.machine(fleet, first + i));
    }
  }

  public Machine add(NewMachine wanted, Ids ids, Instant now, boolean undocumented) {
    Machine machine = new FleetGenerator(ids, now, undocumented).machine(wanted);
    add(machine);
    return machine;
  }

  private void add(Machine machine) {
    if (byId.putIfAbsent(machine.id(), machine) != null) {
      throw new IllegalArgumentException(
          "there is a machine " + machine.id() + " already: ids are unique; give another");
    }
    machines.add(machine);
    byName.putIfAbsent(machine.name().toLowerCase(Locale.ROOT), machine);
  }

  public List<Machine> all() {
    return Collections.unmodifiableList(machines);
  }

  /** By id, or by name as the service takes it too; null if there is none. */
  public @Nullable Machine find(String idOrName) {
    String key = idOrName.toLowerCase(Locale.ROOT);
    Machine machine = byId.get(key);
    return machine != null ? machine : byName.get(key);
  }

  /**
   * By id or name.
   *
   * @throws ApiError 404 if there is none
   */
  public Machine get(String idOrName) {
    Machine machine = find(idOrName);
    if (machine == null) {
      throw ApiError.notFound("Machine", idOrName);
    }
    return machine;
  }

  /**
   * By id alone.
   *
   * @throws ApiError 404 if there is none
   */
  public Machine getById(String id) {
    Machine machine = byId.get(id.toLowerCase(Locale.ROOT));
    if (machine == null) {
      throw ApiError.notFound("Machine", id);
    }
    return machine;
  }
}
