package dev.defendersdk.benchmarks;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.DefenderCloud;
import dev.defendersdk.core.auth.AccessToken;
import dev.defendersdk.core.auth.Credentials;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.machineactions.machines.Machine;
import dev.defendersdk.machineactions.machines.MachinesClient;
import java.time.Duration;
import java.time.Instant;

/** Lists all machines of a tenant, as a program in a small heap does, and says how many. */
final class ManyMachines {

  private static final String TENANT = "00000000-0000-0000-0000-000000000001";
  private static final Instant NEVER = Instant.parse("2100-01-01T00:00:00Z");

  private ManyMachines() {}

  /**
   * Prints what came of it.
   *
   * @param arguments the server's port
   */
  public static void main(String[] arguments) {
    try (DefenderClient defender =
        DefenderClient.builder()
            .credential(
                Credentials.tokenSupplier(
                    TENANT, TENANT, request -> AccessToken.of("token", NEVER)))
            .partner("Contoso", "Benchmark", "1.0")
            .cloud(DefenderCloud.builder().defender("http://127.0.0.1:" + arguments[0]).build())
            .deadline(Duration.ofMinutes(10))
            .attemptTimeout(Duration.ofMinutes(5))
            .build()) {
      long count = 0;
      long tagged = 0;
      for (Machine machine : new MachinesClient(defender).list()) {
        count++;
        tagged += machine.machineTags().isEmpty() ? 0 : 1;
      }
      System.out.println("machines=" + count + " tagged=" + tagged);
    } catch (DefenderException e) {
      System.out.println(e.kind() + ": " + e.getMessage());
    }
  }
}
