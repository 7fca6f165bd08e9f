package dev.defendersdk.examples;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.machineactions.actions.ActionHandle;
import dev.defendersdk.machineactions.actions.Isolation;
import dev.defendersdk.machineactions.actions.MachineAction;
import dev.defendersdk.machineactions.actions.MachineActionsClient;
import dev.defendersdk.machineactions.machines.HealthStatus;
import dev.defendersdk.machineactions.machines.Machine;
import dev.defendersdk.machineactions.machines.MachinesClient;
import dev.defendersdk.machineactions.machines.RiskScore;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.TenantServer;
import dev.defendersdk.testkit.fleet.Fleet;
import dev.defendersdk.testkit.journal.JournalEntry;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * The first playbook: find the riskiest machine, tag it, isolate it, wait until it is isolated, and
 * lift the isolation again. It runs against a simulated tenant over real HTTP; to run it against a
 * tenant of yours, build the client as {@link #connect} does, with {@code Credentials} of your
 * application and without the simulated cloud.
 */
public final class FirstPlaybook {

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

  private final PrintStream out;

  FirstPlaybook(PrintStream out) {
    this.out = out;
  }

  /** Serves a simulated tenant, plays, and shows what the tenant saw. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    SimulatedTenant tenant =
        SimulatedTenant.builder().seed(4711).fleet(Fleet.of(250).withOfflineForever(0)).build();
    tenant.actions().startsAfter(Duration.ofSeconds(1), Duration.ofSeconds(1));
    tenant.actions().takes(Duration.ofSeconds(3), Duration.ofSeconds(4));
    try (TenantServer server = tenant.serve();
        DefenderClient defender = connect(tenant, server)) {
      new FirstPlaybook(out).play(defender);
    } catch (DefenderException e) {
      out.println("The playbook stopped: " + e.getMessage());
    }
    out.println();
    out.println("What happened, by the tenant's own journal:");
    out.print(table(tenant.journal().entries()));
  }

  private static DefenderClient connect(SimulatedTenant tenant, TenantServer server) {
    return tenant
        .connect(DefenderClient.builder(), server)
        .partner("Contoso", "FirstPlaybook", "1.0.0")
        .build();
  }

  /** The playbook itself: nothing in it knows that the tenant is simulated. */
  void play(DefenderClient defender) {
    MachinesClient machines = new MachinesClient(defender);
    MachineActionsClient actions = new MachineActionsClient(defender);

    out.println("Asking for the active machines at high risk …");
    List<Machine> risky =
        machines
            .list(
                q ->
                    q.where(
                        m ->
                            m.riskScore()
                                .eq(RiskScore.HIGH)
                                .and(m.healthStatus().eq(HealthStatus.ACTIVE))))
            .toList();
    out.println("  " + risky.size() + " found.");
    if (risky.isEmpty()) {
      return;
    }
    Machine machine = risky.get(0);
    String id = machine.id();
    if (id == null) {
      return;
    }
    out.println("  First: " + machine.computerDnsName() + " (" + machine.osPlatform() + ")");

    out.println("Tagging it …");
    machines.addTag(id, "case-4711");

    out.println("Isolating it …");
    ActionHandle isolation = actions.isolate(id, Isolation.full("C2 beacon, case 4711"));
    out.println("  Action " + isolation.id() + " is " + isolation.poll().status() + ".");
    MachineAction isolated = isolation.await(LONGEST_WAIT);
    out.println("  Isolated: " + isolated.status() + ".");

    out.println("Lifting the isolation …");
    MachineAction released =
        actions.release(id, "Cleaned and checked, case 4711").await(LONGEST_WAIT);
    out.println("  Released: " + released.status() + ".");

    machines.removeTag(id, "case-4711");
    out.println("Done.");
  }

  static String table(List<JournalEntry> entries) {
    DateTimeFormatter time =
        DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);
    StringBuilder table = new StringBuilder();
    String row = "%-12s  %-20s  %-6s  %s%n";
    table.append(String.format(Locale.ROOT, row, "time (UTC)", "operation", "status", "effect"));
    table.append("-".repeat(110)).append(System.lineSeparator());
    for (JournalEntry entry : entries) {
      String effect = entry.effect() == null ? "" : entry.effect();
      table.append(
          String.format(
              Locale.ROOT,
              row,
              time.format(entry.arrived()),
              entry.operationId(),
              entry.status(),
              effect));
    }
    return table.toString();
  }
}
