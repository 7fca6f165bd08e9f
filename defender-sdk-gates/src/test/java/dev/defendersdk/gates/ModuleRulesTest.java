package dev.defendersdk.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rules of module descriptors and package roots fail where they are broken. */
class ModuleRulesTest {

  private static final Set<String> PACKAGES =
      Set.of("x.core", "x.core.call", "x.core.internal.json");

  @Test
  void aPackageOutsideItsModulesRootIsRefused() {
    assertThat(
            ModuleRules.strayPackages(
                Map.of(
                    "x.core", Set.of("x.core", "x.core.call"),
                    "x.alerts", Set.of("x.alerts.feed", "x.core.call", "x.alertsfeed"))))
        .containsExactlyInAnyOrder(
            "x.core.call is not below x.alerts", "x.alertsfeed is not below x.alerts");
  }

  @Test
  void aGoodDescriptorPasses() {
    ModuleDescriptor descriptor =
        ModuleDescriptor.newModule("x.core")
            .exports("x.core")
            .exports("x.core.call")
            .exports("x.core.internal.json", Set.of("x.testkit"))
            .opens("x.core.internal.json", Set.of("com.fasterxml.jackson.databind"))
            .build();

    assertThat(ModuleRules.faults(descriptor, PACKAGES)).isEmpty();
  }

  @Test
  void anExportedInternalPackageAndAnUnexportedPublicOneAreRefused() {
    ModuleDescriptor descriptor =
        ModuleDescriptor.newModule("x.core")
            .exports("x.core")
            .exports("x.core.call", Set.of("x.testkit"))
            .exports("x.core.internal.json")
            .opens("x.core.internal.json")
            .build();

    assertThat(ModuleRules.faults(descriptor, PACKAGES))
        .containsExactlyInAnyOrder(
            "exports x.core.internal.json to everybody",
            "does not export x.core.call",
            "opens x.core.internal.json to everybody");
  }

  @Test
  void anOpenModuleIsRefused() {
    ModuleDescriptor descriptor =
        ModuleDescriptor.newOpenModule("x.core").exports("x.core").exports("x.core.call").build();

    assertThat(ModuleRules.faults(descriptor, PACKAGES)).containsExactly("is open");
  }
}
