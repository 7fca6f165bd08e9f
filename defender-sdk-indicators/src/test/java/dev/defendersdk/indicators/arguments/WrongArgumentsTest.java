package dev.defendersdk.indicators.arguments;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.indicators.IndicatorType;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testsupport.arguments.Cases;
import dev.defendersdk.testsupport.arguments.WrongArgumentChecks;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.io.TempDir;

/** Every public method of this module answers a wrong argument before any call. */
class WrongArgumentsTest extends WrongArgumentChecks {

  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  @TempDir private Path folder;

  private final DefenderClient defender =
      tenant().connect(DefenderClient.builder()).partner("Contoso", "NetShield", "4.2.0").build();

  WrongArgumentsTest() {
    super(
        SimulatedTenant.builder().time(VirtualTime.startingAt(NOW)).machines(3).build(),
        IndicatorType.class);
  }

  @Override
  protected void fill(Cases cases) throws IOException {
    IndicatorCases.fill(cases, defender);
    NewIndicatorCases.fill(cases);
    MatchCases.fill(cases);
    ObservableCases.fill(cases, defender);
    CsvCases.fill(cases, folder);
    SyncCases.fill(cases, defender);
  }
}
