package dev.defendersdk.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is published as a pom is what users are to see, and no more. */
class PublishedPomsTest {

  private static final String POM = ".flattened-pom.xml";

  @Test
  void theBomHoldsEveryPublishedModuleAndNothingElse() {
    Path bom = Modules.ROOT.resolve("defender-sdk-bom").resolve(POM);

    List<String> published =
        Modules.watched().stream()
            .filter(Modules.Module::published)
            .map(module -> "defender-sdk-" + module.name())
            .toList();

    List<String> listed = Modules.texts(bom, "artifactId");
    assertThat(listed).first().isEqualTo("defender-sdk-bom");
    assertThat(listed.subList(1, listed.size())).containsExactlyInAnyOrderElementsOf(published);
    assertThat(Modules.texts(bom, "parent")).isEmpty();
  }

  @Test
  void publishedPomsHaveNoParentAndNoTestDependencies() {
    for (Modules.Module module : Modules.watched()) {
      if (module.published()) {
        Path pom = module.folder().resolve(POM);
        assertThat(Modules.texts(pom, "parent")).as("parent of " + module).isEmpty();
        assertThat(Modules.texts(pom, "scope")).as("scopes of " + module).doesNotContain("test");
      }
    }
  }
}
