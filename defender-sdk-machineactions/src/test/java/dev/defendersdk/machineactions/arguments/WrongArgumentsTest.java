package dev.defendersdk.machineactions.arguments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.SharedLimits;
import dev.defendersdk.machineactions.machines.MachinesClient;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testsupport.arguments.Cases;
import dev.defendersdk.testsupport.arguments.WrongArgumentChecks;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * Every public method of core and of this module answers a wrong argument before any call. The
 * tables are {@link CoreCases} and the other cases of this package.
 */
class WrongArgumentsTest extends WrongArgumentChecks {

  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  private final DefenderClient defender =
      tenant().connect(DefenderClient.builder()).partner("Contoso", "NetShield", "4.2.0").build();

  WrongArgumentsTest() {
    super(
        SimulatedTenant.builder().time(VirtualTime.startingAt(NOW)).machines(3).build(),
        DefenderClient.class,
        MachinesClient.class);
  }

  @Override
  protected void fill(Cases cases) {
    CoreCases.fill(cases, defender);
    SignInCases.fill(cases);
    CallCases.fill(cases);
    TransferCases.fill(cases, defender);
    LiveResponseCases.fill(cases, defender);
    MachineCases.fill(cases, defender, NOW);
    InvestigationCases.fill(cases, defender);
    ResponseCases.fill(cases, defender);
  }

  /** What is missing, rather than wrong, is found when the client is built. */
  @Test
  void aClientIsNotBuiltWithoutItsParts() {
    assertThatThrownBy(() -> DefenderClient.builder().partner("Contoso", "NetShield", "1").build())
        .isInstanceOf(IllegalStateException.class)
        .satisfies(WrongArgumentChecks::saysWhatIsWrong)
        .hasMessageStartingWith("credential is missing");
    assertThatThrownBy(() -> tenant().connect(DefenderClient.builder()).build())
        .isInstanceOf(IllegalStateException.class)
        .satisfies(WrongArgumentChecks::saysWhatIsWrong)
        .hasMessageStartingWith("partner is missing");
    assertThatThrownBy(
            () ->
                tenant()
                    .connect(DefenderClient.builder())
                    .partner("Contoso", "NetShield", "1")
                    .limits(SharedLimits.create())
                    .build())
        .isInstanceOf(IllegalStateException.class)
        .satisfies(WrongArgumentChecks::saysWhatIsWrong)
        .hasMessageContaining("TimeSource[system]");
    assertThat(tenant().journal().entries()).isEmpty();
  }

  /** An application's credential has no users: known before any call. */
  @Test
  void anApplicationActsForNoUser() {
    assertThatThrownBy(() -> defender.forUser("ada@contoso.example"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Use Credentials.tokenSupplier");
    assertThat(tenant().journal().entries()).isEmpty();
  }
}
