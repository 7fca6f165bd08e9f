package dev.defendersdk.machineactions.machines;

import dev.defendersdk.core.call.Operation;
import dev.defendersdk.core.call.Permissions;
import dev.defendersdk.core.call.Repeatability;
import java.util.List;

/** The operations that return machines: all that the SDK knows of them, as data. */
public final class MachineOperations {

  private static final Permissions READ =
      Permissions.anyOf("Machine.Read.All", "Machine.ReadWrite.All")
          .orDelegated("Machine.Read", "Machine.ReadWrite");

  private static final Permissions WRITE =
      Permissions.anyOf("Machine.ReadWrite.All").orDelegated("Machine.ReadWrite");

  /** Lists machines. */
  public static final Operation<List<Machine>> LIST =
      Operation.get("machines.list", "/api/machines")
          .permissions(READ)
          .page("get-machines.md")
          .pagedBySkip(10_000)
          // "If there are no recent machines": an empty list, by the page.
          .emptyWhenNotFound()
          .returnsListOf(Machine.class);

  /** Gets one machine, by its id or its name. */
  public static final Operation<Machine> GET =
      Operation.get("machines.get", "/api/machines/{id}")
          .permissions(READ)
          .page("get-machine-by-id.md")
          .returns(Machine.class);

  /** Finds the machines that had an internal address around a time. */
  public static final Operation<List<Machine>> FIND_BY_IP =
      Operation.get("machines.findByIp", "/api/machines/findbyip(ip='{ip}',timestamp={timestamp})")
          .permissions(READ)
          .page("find-machines-by-ip.md")
          .returnsListOf(Machine.class);

  /** Finds the machines with a tag. */
  public static final Operation<List<Machine>> FIND_BY_TAG =
      Operation.get("machines.findByTag", "/api/machines/findbytag")
          .permissions(READ)
          .page("find-machines-by-tag.md")
          .returnsListOf(Machine.class);

  /** Adds or removes a tag of one machine. Twice leaves the same tags. */
  public static final Operation<Machine> CHANGE_TAG =
      Operation.post("machines.changeTag", "/api/machines/{id}/tags")
          .permissions(WRITE)
          .page("add-or-remove-machine-tags.md")
          .repeatability(Repeatability.REPEATABLE)
          .returns(Machine.class);

  /** Adds or removes a tag of up to 500 machines. Twice leaves the same tags. */
  public static final Operation<List<Machine>> CHANGE_TAG_OF_MANY =
      Operation.post("machines.changeTagOfMany", "/api/machines/AddOrRemoveTagForMultipleMachines")
          .permissions(WRITE)
          .page("add-or-remove-multiple-machine-tags.md")
          .repeatability(Repeatability.REPEATABLE)
          .returnsListOf(Machine.class);

  /** Gives a machine a value. Twice leaves the same value. */
  public static final Operation<Machine> SET_DEVICE_VALUE =
      Operation.post("machines.setDeviceValue", "/api/machines/{id}/setDeviceValue")
          .permissions(WRITE)
          .page("set-device-value.md")
          .repeatability(Repeatability.REPEATABLE)
          .returns(Machine.class);

  /** Changes tags and value of a machine. */
  public static final Operation<Machine> UPDATE =
      Operation.patch("machines.update", "/api/machines/{id}")
          .permissions(WRITE)
          .page("update-machine-method.md")
          .returns(Machine.class);

  /** Lists the machines of a user. */
  public static final Operation<List<Machine>> LIST_OF_USER =
      Operation.get("users.listMachines", "/api/users/{userName}/machines")
          // The page lists this permission alone; a live client declares Machine.Read.All as enough
          // (entities.md, doubts).
          .permissions(WRITE)
          .page("get-user-related-machines.md")
          .returnsListOf(Machine.class);

  /** Lists the machines of a file. */
  public static final Operation<List<Machine>> LIST_OF_FILE =
      Operation.get("files.listMachines", "/api/files/{sha1}/machines")
          .permissions(READ)
          .page("get-file-related-machines.md")
          .returnsListOf(Machine.class);

  /** Lists the machines of a domain. */
  public static final Operation<List<Machine>> LIST_OF_DOMAIN =
      Operation.get("domains.listMachines", "/api/domains/{domain}/machines")
          .permissions(READ)
          .page("get-domain-related-machines.md")
          .returnsListOf(Machine.class);

  /** Gets the machine of an alert. */
  public static final Operation<Machine> GET_OF_ALERT =
      Operation.get("alerts.getMachine", "/api/alerts/{id}/machine")
          .permissions(READ)
          .page("get-alert-related-machine-info.md")
          .returns(Machine.class);

  private MachineOperations() {}

  /** All of them. */
  public static List<Operation<?>> all() {
    return List.of(
        LIST,
        GET,
        FIND_BY_IP,
        FIND_BY_TAG,
        CHANGE_TAG,
        CHANGE_TAG_OF_MANY,
        SET_DEVICE_VALUE,
        UPDATE,
        LIST_OF_USER,
        LIST_OF_FILE,
        LIST_OF_DOMAIN,
        GET_OF_ALERT);
  }
}
