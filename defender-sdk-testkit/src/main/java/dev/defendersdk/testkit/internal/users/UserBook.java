package dev.defendersdk.testkit.internal.users;

import dev.defendersdk.testkit.internal.machines.Machine;
import dev.defendersdk.testkit.internal.machines.MachineBook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who is logged on to which machine. Guarded by the cloud's lock. */
public final class UserBook {

  private final MachineBook machines;
  private final Map<String, List<Logon>> said = new HashMap<>();

  public UserBook(MachineBook machines) {
    this.machines = machines;
  }

  /**
   * Lets a user be logged on to a machine, interactively.
   *
   * @param account {@code domain\name}, or a name in the domain {@code contoso}
   */
  public void logOn(String account, Machine machine) {
    int slash = account.indexOf('\\');
    String domain = slash < 0 ? "contoso" : account.substring(0, slash);
    String name = account.substring(slash + 1);
    if (domain.isBlank() || name.isBlank() || name.contains("@") || name.contains("\\")) {
      throw new IllegalArgumentException(
          "account is '" + account + "': give domain\\name or a bare account name");
    }
    List<Logon> logons = said.computeIfAbsent(machine.id(), id -> new ArrayList<>());
    Logon.User user = new Logon.User(domain, name, false);
    if (logons.stream().noneMatch(logon -> logon.user().equals(user))) {
      logons.add(new Logon(user, "Interactive"));
    }
  }

  /** Who is logged on to a machine: first those who were said, then those invented. */
  List<Logon> of(Machine machine) {
    List<Logon> logons = new ArrayList<>(said.getOrDefault(machine.id(), List.of()));
    for (Logon invented : LogonGenerator.of(machine)) {
      if (logons.stream().noneMatch(logon -> logon.user().id().equals(invented.user().id()))) {
        logons.add(invented);
      }
    }
    return logons;
  }

  /** {@code domain\name} of the first who is logged on to a machine; null if nobody is. */
  public @Nullable String accountOf(Machine machine) {
    List<Logon> logons = of(machine);
    return logons.isEmpty() ? null : logons.get(0).user().id();
  }

  /** How an account, {@code domain\name}, is logged on to a machine; null if it is not. */
  public @Nullable Logon logonOf(String account, Machine machine) {
    return of(machine).stream()
        .filter(logon -> logon.user().id().equalsIgnoreCase(account))
        .findFirst()
        .orElse(null);
  }

  /**
   * The machines of an account name, in the order of the list.
   *
   * @param name without domain: of two domains that share it, both are meant
   */
  public List<Machine> machinesOf(String name) {
    return machines.all().stream()
        .filter(
            machine ->
                of(machine).stream().anyMatch(logon -> logon.user().name().equalsIgnoreCase(name)))
        .toList();
  }
}
