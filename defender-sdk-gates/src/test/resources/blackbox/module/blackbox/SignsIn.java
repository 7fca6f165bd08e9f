package blackbox;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.Json;
import dev.defendersdk.machineactions.actions.Isolation;
import dev.defendersdk.machineactions.actions.MachineActionsClient;
import dev.defendersdk.machineactions.machines.Machine;
import dev.defendersdk.machineactions.machines.MachinesClient;
import dev.defendersdk.testkit.SimulatedTenant;

/** Signs in by msal4j, decodes, writes and acts. */
public final class SignsIn {
  public static void main(String[] arguments) {
    SimulatedTenant tenant = SimulatedTenant.builder().machines(3).build();
    try (DefenderClient defender =
        tenant.connect(DefenderClient.builder()).partner("Contoso", "BlackBox", "1").build()) {
      Machine machine = new MachinesClient(defender).list().first().orElseThrow();
      Machine same = Json.read(Machine.class, Json.write(machine));
      String id = new MachineActionsClient(defender).isolate(machine.id(), Isolation.full("t")).id();
      String future = "{\"id\":\"0f\",\"fromTheFuture\":{\"deep\":[1,2.50]}}";
      System.out.println("kept=" + Json.write(Json.read(Machine.class, future)).equals(future));
      System.out.println("equal=" + same.equals(machine) + " acted=" + !id.isEmpty());
    }
    System.out.println("module=" + SignsIn.class.getModule().getName());
  }
}
