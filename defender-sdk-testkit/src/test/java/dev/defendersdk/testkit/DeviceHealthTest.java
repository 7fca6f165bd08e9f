package dev.defendersdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeviceHealthTest {

  private static final String PATH = "/api/deviceavinfo";

  private final SimulatedTenant tenant =
      SimulatedTenant.builder().time(Times.virtual()).machines(250).build();
  private final Caller caller = Caller.of(tenant);

  @Test
  void aPageHoldsTwentyUnlessMoreAreAskedFor() {
    JsonNode first = caller.get(PATH).json();
    assertThat(first.path("value")).hasSize(20);
    assertThat(first.has("@odata.nextLink")).isTrue();

    JsonNode whole = caller.get(PATH + "?$top=10000").json();
    assertThat(whole.path("value")).hasSize(250);
    assertThat(whole.has("@odata.nextLink")).isFalse();
    assertThat(caller.get(PATH + "?$top=10001").status()).isEqualTo(400);
    assertThat(caller.get(PATH + "?$top=100&$skip=200").ids()).hasSize(50);
  }

  @Test
  void aMachineIsToldOfTheSameEachTimeAndModesAndFlagsAreTexts() {
    JsonNode machines = caller.get(PATH + "?$top=10000").json().path("value");
    assertThat(caller.get(PATH + "?$top=10000").json().path("value")).isEqualTo(machines);
    for (JsonNode machine : machines) {
      assertThat(Set.of("", "0", "1", "2", "4", "5")).contains(machine.path("avMode").textValue());
      assertThat(Set.of("True", "False", "Unknown"))
          .contains(machine.path("avIsSignatureUpToDate").textValue());
    }
  }

  @Test
  void theGroupsNameAndTheIdAreNoFilters() {
    assertThat(caller.filter(PATH, "osKind eq 'windows'").status()).isEqualTo(200);
    assertThat(caller.filter(PATH, "rbacGroupName eq 'Servers'").status()).isEqualTo(400);
    assertThat(caller.filter(PATH, "id eq '0f'").status()).isEqualTo(400);
  }
}
