package dev.defendersdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SimulatedTenantExtension.class)
class ExtensionByAnnotationTest {

  @Test
  void aTenantOfTwentyFiveMachinesComesAsAParameter(SimulatedTenant tenant) {
    assertThat(tenant.machines().all()).hasSize(25);
  }
}
