package dev.defendersdk.examples.indicators;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.testkit.VirtualTime;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/**
 * Keeps a tenant's indicators as a threat-intelligence product says, by {@link IndicatorsPlaybook}:
 * in the tenant of the environment's {@code AZURE_…} variables if {@code INDICATORS_FILE} names a
 * file, and in a simulated one otherwise. In a real tenant it only plans, until {@code APPLY} is
 * {@code yes}.
 */
public final class IndicatorsStarter {

  static final int AS_WISHED = 0;
  static final int NOT_ALL = 1;
  static final int STOPPED = 2;

  private IndicatorsStarter() {}

  /** Ends with 0 if the tenant's list is as wished for, 1 if not in all, 2 if it stopped. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.exit(run(System.getenv(), out));
  }

  private static int run(Map<String, String> environment, PrintStream out) {
    try {
      String file = environment.getOrDefault("INDICATORS_FILE", "");
      return file.isBlank()
          ? simulated(out)
          : inTenantOfEnvironment(Path.of(file), environment, out);
    } catch (DefenderException
        | IllegalStateException
        | IllegalArgumentException
        | UncheckedIOException e) {
      // Each says what to do.
      out.println();
      out.println("It stopped: " + e.getMessage());
      out.println("Run it again when that is mended: it goes on from what the tenant holds.");
      return STOPPED;
    }
  }

  private static int inTenantOfEnvironment(
      Path file, Map<String, String> environment, PrintStream out) {
    boolean apply = environment.getOrDefault("APPLY", "").equalsIgnoreCase("yes");
    String log = environment.getOrDefault("OBSERVABLES_FILE", "");
    try (DefenderClient defender =
        DefenderClient.fromEnvironment().partner("Contoso", "IndicatorsStarter", "1.0.0").build()) {
      IndicatorsPlaybook playbook = new IndicatorsPlaybook(defender, out);
      ThreatFeed feed = ThreatFeed.read(file, defender.timeSource().now());
      boolean done = playbook.sync(feed, apply);
      if (!log.isBlank()) {
        playbook.match(ObservablesLog.read(Path.of(log)));
      }
      return done ? AS_WISHED : NOT_ALL;
    }
  }

  private static int simulated(PrintStream out) {
    VirtualTime time = VirtualTime.startingAt(Instant.parse("2026-11-24T09:00:00Z"));
    SimulatedScene scene = SimulatedScene.begin(time, newFolder());
    try (DefenderClient defender =
        scene
            .tenant()
            .connect(DefenderClient.builder())
            .partner("Contoso", "IndicatorsStarter", "1.0.0")
            .build()) {
      out.println(
          "The indicator starter, in a simulated tenant and in virtual time: the minutes that the"
              + " quota asks for pass at once");
      return time.call(() -> play(defender, scene, out));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("indicators");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Plays the scene: today's feed, tomorrow's, and a log. */
  static int play(DefenderClient defender, SimulatedScene scene, PrintStream out) {
    IndicatorsPlaybook playbook = new IndicatorsPlaybook(defender, out);
    boolean today = playbook.sync(ThreatFeed.read(scene.feed(), defender.timeSource().now()), true);
    out.println();
    out.println("A day later one in a hundred has changed:");
    boolean tomorrow =
        playbook.sync(ThreatFeed.read(scene.feedADayLater(), defender.timeSource().now()), true);
    out.println();
    playbook.match(ObservablesLog.read(scene.log()));
    return today && tomorrow ? AS_WISHED : NOT_ALL;
  }
}
