package dev.defendersdk.machineactions.users;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.Paged;
import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.argument.Ids;
import dev.defendersdk.core.call.Call;
import java.util.Optional;

/**
 * The users of a tenant's machines. A cheap view of a client: make one where it is needed.
 * Immutable and thread-safe. The service has no list of all users; for the machines of one there is
 * {@link dev.defendersdk.machineactions.machines.MachinesClient#ofUser}.
 *
 * <p>Permission: {@code User.Read.All}. Quota: 100 calls a minute and 1,500 an hour. All methods
 * throw {@link dev.defendersdk.core.error.DefenderException} if the call fails, and {@link
 * IllegalArgumentException} for wrong arguments, before any call.
 */
public final class UsersClient {

  private final DefenderClient defender;

  /** A view of the users of this client's tenant. */
  public UsersClient(DefenderClient defender) {
    this.defender = Check.notNull(defender, "defender");
  }

  /**
   * Who logged on to a machine. Page: get-machine-log-on-users.md.
   *
   * @throws dev.defendersdk.core.error.NotFoundException if there is no such machine, thrown as the
   *     first page is asked for
   */
  public Paged<User> ofMachine(String machineId) {
    return ofMachine(machineId, CallOptions.defaults());
  }

  /** Who logged on to a machine, with options. Page: get-machine-log-on-users.md. */
  public Paged<User> ofMachine(String machineId, CallOptions options) {
    return defender.list(
        Call.of(UserOperations.LIST_LOGON_USERS).path("id", Ids.machine(machineId)), options);
  }

  /**
   * The user of an alert. Page: get-alert-related-user-info.md.
   *
   * @param alertId {@code Alert.id()}
   * @return empty if the service finds no such alert, or no user of it: it answers both alike
   */
  public Optional<User> ofAlert(String alertId) {
    return ofAlert(alertId, CallOptions.defaults());
  }

  /** The user of an alert, with options. Page: get-alert-related-user-info.md. */
  public Optional<User> ofAlert(String alertId, CallOptions options) {
    return defender.find(
        Call.of(UserOperations.GET_OF_ALERT)
            .path("id", Ids.opaque(alertId, "alertId", "Alert.id()")),
        options);
  }

  @Override
  public String toString() {
    return "UsersClient[" + defender + "]";
  }
}
