package dev.defendersdk.testkit.internal.users;

import dev.defendersdk.testkit.internal.machines.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Invents who logs on to a machine: the same for the same machine id, whenever it is asked. So
 * nothing has to be kept for a fleet of a hundred thousand.
 */
final class LogonGenerator {

  private static final List<String> FIRST =
      List.of("anna", "ben", "carla", "david", "eva", "femi", "goran", "hana", "ivan", "june");
  private static final List<String> LAST =
      List.of("abel", "becker", "cruz", "dumas", "evans", "fischer", "garcia", "huang", "o'neil");
  private static final List<String> TYPES =
      List.of("Interactive", "Interactive", "Network", "RemoteInteractive", "Interactive, Network");

  private LogonGenerator() {}

  static List<Logon> of(Machine machine) {
    SplittableRandom random =
        new SplittableRandom(Long.parseUnsignedLong(machine.id().substring(0, 16), 16));
    String domain = domainOf(machine);
    List<Logon> logons = new ArrayList<>();
    for (int count = random.nextInt(4); count > 0; count--) {
      boolean admin = random.nextInt(12) == 0;
      String name = pick(FIRST, random) + "." + pick(LAST, random);
      Logon.User user = new Logon.User(domain, admin ? "adm-" + name : name, admin);
      String types = pick(TYPES, random);
      if (logons.stream().noneMatch(logon -> logon.user().equals(user))) {
        logons.add(new Logon(user, types));
      }
    }
    return logons;
  }

  /** The first label of the domain that the machine is of; its own name if it is of none. */
  private static String domainOf(Machine machine) {
    String[] labels = machine.name().toLowerCase(Locale.ROOT).split("\\.", -1);
    return labels[labels.length > 1 ? 1 : 0];
  }

  private static String pick(List<String> values, SplittableRandom random) {
    return values.get(random.nextInt(values.size()));
  }
}
