package dev.defendersdk.examples.externalalerts;

import dev.defendersdk.alerts.external.Finding;
import dev.defendersdk.alerts.external.FindingStore;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.time.TimeSource;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.TenantServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Publishes a partner's findings as alerts by {@link FindingsPlaybook}: in the tenant of the
 * environment's {@code AZURE_…} variables if {@code FINDINGS_FILE} names a file, and in a simulated
 * one otherwise. That one variable makes it act in a real tenant, so that nobody does so by having
 * signed in to Azure.
 */
public final class ExternalAlertsStarter {

  static final int ALL_PUBLISHED = 0;
  static final int NOT_ALL = 1;
  static final int STOPPED = 2;

  private ExternalAlertsStarter() {}

  /** Publishes, and ends with 0 if each finding has its alert, 1 if not, 2 if it stopped. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.exit(run(System.getenv("FINDINGS_FILE"), out));
  }

  private static int run(@Nullable String file, PrintStream out) {
    try {
      return file == null || file.isBlank()
          ? simulated(out)
          : inTenantOfEnvironment(Path.of(file), out);
    } catch (DefenderException
        | IllegalStateException
        | IllegalArgumentException
        | UncheckedIOException e) {
      // Each says what to do. The store of findings knows what was published before.
      out.println();
      out.println("It stopped: " + e.getMessage());
      out.println("Run it again when that is mended: what was published is not published twice.");
      return STOPPED;
    }
  }

  private static int inTenantOfEnvironment(Path file, PrintStream out) {
    Settings settings =
        new Settings(
            Path.of("findings.store"),
            Duration.ofMinutes(15), // hunting shows an event some minutes late
            Duration.ofMinutes(30),
            Duration.ofMinutes(30));
    List<Finding> findings;
    try (InputStream json = Files.newInputStream(file)) {
      findings = FindingsFile.read(json, UnaryOperator.identity());
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
    }
    try (DefenderClient defender =
        DefenderClient.fromEnvironment()
            .partner("Contoso", "ExternalAlertsStarter", "1.0.0")
            .build()) {
      return play(defender, findings, settings, out);
    }
  }

  private static int simulated(PrintStream out) {
    SimulatedScene scene = SimulatedScene.begin(TimeSource.system());
    SimulatedTenant tenant = scene.tenant();
    try (TenantServer server = tenant.serve();
        DefenderClient defender =
            tenant
                .connect(DefenderClient.builder(), server)
                .partner("Contoso", "ExternalAlertsStarter", "1.0.0")
                .build()) {
      out.println("The external-alert starter, in a simulated tenant at " + server.baseUri());
      return play(defender, scene.findings(), SimulatedScene.settings(newStore()), out);
    }
  }

  /** A file of its own for each run: the simulated tenant is a new one each time. */
  private static Path newStore() {
    try {
      return Files.createTempDirectory("external-alerts").resolve("findings.store");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Plays in any tenant, and prints what became of each finding. */
  static int play(
      DefenderClient defender, List<Finding> findings, Settings settings, PrintStream out) {
    boolean all =
        new FindingsPlaybook(defender, FindingStore.file(settings.store()), settings, out)
            .play(findings);
    return all ? ALL_PUBLISHED : NOT_ALL;
  }
}
