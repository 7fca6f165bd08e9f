package dev.defendersdk.examples.soar;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.time.TimeSource;
import dev.defendersdk.machineactions.response.WishOptions;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.TenantServer;
import java.io.Console;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Plays {@link CompromisedUserPlaybook}: in the tenant of the environment's {@code AZURE_…}
 * variables if {@code COMPROMISED_USER} names a user, and in a simulated one otherwise. That one
 * variable makes it act on real machines, so that nobody does so by having signed in to Azure.
 */
public final class SoarStarter {

  static final int AS_WISHED = 0;
  static final int NOT_AS_WISHED = 1;
  static final int STOPPED = 2;

  private SoarStarter() {}

  /** Plays, and ends with 0 if all is as wished, 1 if some machine is not, 2 if it stopped. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.exit(run(System.getenv("COMPROMISED_USER"), out));
  }

  private static int run(@Nullable String user, PrintStream out) {
    try {
      return user == null || user.isBlank() ? simulated(out) : inTenantOfEnvironment(user, out);
    } catch (DefenderException | IllegalStateException | IllegalArgumentException e) {
      // Each says what to do. Isolation is lifted by a playbook that has come to its end only.
      out.println();
      out.println("The playbook stopped: " + e.getMessage());
      out.println("Machines that it has isolated stay isolated.");
      return STOPPED;
    }
  }

  private static int inTenantOfEnvironment(String user, PrintStream out) {
    Incident incident =
        new Incident(
            user,
            "case-4711",
            // Half an hour for a machine to come online; then its action is cancelled.
            WishOptions.defaults().giveUpAfter(Duration.ofMinutes(30)),
            Path.of("evidence"));
    try (DefenderClient defender =
        DefenderClient.fromEnvironment().partner("Contoso", "SoarStarter", "1.0.0").build()) {
      return play(defender, incident, out, isTerminal());
    }
  }

  private static int simulated(PrintStream out) {
    SimulatedTenant tenant = SimulatedScene.tenant(TimeSource.system());
    try (TenantServer server = tenant.serve();
        DefenderClient defender =
            tenant
                .connect(DefenderClient.builder(), server)
                .partner("Contoso", "SoarStarter", "1.0.0")
                .build()) {
      out.println("The SOAR starter, in a simulated tenant at " + server.baseUri());
      return play(
          defender, SimulatedScene.incident(Path.of("target", "evidence")), out, isTerminal());
    }
  }

  /** Plays in any tenant, and prints the closing table. */
  static int play(DefenderClient defender, Incident incident, PrintStream out, boolean onTerminal) {
    ClosingTable table = new CompromisedUserPlaybook(defender, incident, out, onTerminal).play();
    out.println();
    out.print(table);
    return table.isAsWished() ? AS_WISHED : NOT_AS_WISHED;
  }

  /** Whether somebody looks: else a line that is written over would be many in a file. */
  @SuppressWarnings("SystemConsoleNull") // it is not taken for the answer
  private static boolean isTerminal() {
    Console console = System.console();
    try {
      // From JDK 22 on there may be a console without a terminal, and this method to tell.
      return console != null && (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
