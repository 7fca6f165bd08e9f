package dev.defendersdk.gates;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Each rule fails on classes that break it, and only on those. */
class ArchitectureRulesTest {

  private static final String FIXTURES = "dev.defendersdk.gates.fixtures.";

  @Test
  void anotherModulesInternalsAreRefused() {
    Layout layout = layout("internals");
    ArchRule rule =
        ArchitectureRules.internalsStayInside(
            layout,
            (module, name) -> module.equals("gamma") && name.endsWith("alpha.internal.seam"));

    assertThat(broken(rule, layout)).hasSize(1).allMatch(line -> line.contains("beta.Nosy.secret"));

    ArchRule withoutGrant = ArchitectureRules.internalsStayInside(layout, (module, name) -> false);
    assertThat(broken(withoutGrant, layout)).anyMatch(line -> line.contains("gamma.Friend.seams"));
  }

  @Test
  void packagesInACircleAreRefused() {
    Layout layout = layout("cycles");

    assertThat(broken(ArchitectureRules.noPackageCycles(layout), layout))
        .singleElement()
        .asString()
        .contains("package alpha.one", "package alpha.two")
        .doesNotContain("package beta");
  }

  @Test
  void openPublicClassesAreRefused() {
    Layout layout = layout("finality");

    assertThat(broken(ArchitectureRules.finalByDefault(layout), layout))
        .map(line -> line.replace(layout.root() + ".", ""))
        .containsExactlyInAnyOrder(
            "alpha.Open is public and not final",
            "alpha.Open$Nested is public and not final",
            "core.error.NoError is public and not final",
            "core.error.ReachableException is public and not final");
  }

  @Test
  void packagesThatAreNotNullMarkedAreRefused() {
    Layout layout = layout("nullness");

    assertThat(broken(ArchitectureRules.nullMarked(layout), layout))
        .singleElement()
        .asString()
        .contains("alpha.plain.Careless");
  }

  @Test
  void foreignTypesInPublicSignaturesAreRefused() {
    Layout layout = layout("signatures");

    ArchRule rule = SignatureRules.noForeignTypes(layout, (place, type) -> false);

    String leaks = "alpha.Leaks";
    String node = " shows com.fasterxml.jackson.databind.JsonNode";
    assertThat(broken(rule, layout))
        .map(line -> line.replace(layout.root() + ".", ""))
        .containsExactlyInAnyOrder(
            leaks + " shows com.fasterxml.jackson.databind.ObjectMapper",
            leaks + node,
            leaks + ".<init>(com.fasterxml.jackson.databind.JsonNode)" + node,
            leaks + ".field" + node,
            leaks + ".returned()" + node,
            leaks + ".parameter(com.fasterxml.jackson.databind.JsonNode)" + node,
            leaks + ".thrown() shows com.fasterxml.jackson.core.JsonProcessingException",
            leaks + ".argument()" + node,
            leaks + ".array()" + node,
            leaks + ".bound()" + node,
            leaks + ".internal() shows alpha.internal.Inner",
            leaks + "$Component.node()" + node,
            leaks + "$Component.<init>(com.fasterxml.jackson.databind.JsonNode)" + node);
  }

  @Test
  void aNamedPlaceMayShowAForeignType() {
    Layout layout = layout("signatures");

    ArchRule rule =
        SignatureRules.noForeignTypes(layout, (place, type) -> place.endsWith(".returned()"));

    assertThat(broken(rule, layout)).hasSize(12).noneMatch(line -> line.contains(".returned()"));
  }

  @Test
  void everyOtherWayToDrawTimeOrChanceIsRefused() {
    Layout layout = layout("time");
    JavaClasses classes = classes(layout);
    ArchRule rule = TimeRules.onlyTheTimeSourceKnowsTheTime(timeSource(layout), type -> false);

    List<String> broken = broken(rule, layout);

    JavaClass clocks = classes.get(layout.root() + ".alpha.Clocks");
    Set<String> missed =
        clocks.getMethods().stream()
            .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
            .map(method -> method.getFullName())
            .filter(name -> broken.stream().noneMatch(line -> line.contains("<" + name + ">")))
            .collect(toCollection(TreeSet::new));
    assertThat(missed).isEmpty();
    assertThat(broken)
        .anyMatch(line -> line.contains("alpha.Seeded"))
        .anyMatch(line -> line.contains("alpha.Unseeded"))
        .noneMatch(line -> line.contains("alpha.Innocent"))
        .noneMatch(line -> line.contains("SystemTimeSource"));
  }

  @Test
  void aSeedIsForThoseWhoMay() {
    Layout layout = layout("time");

    ArchRule rule = TimeRules.onlyTheTimeSourceKnowsTheTime(timeSource(layout), type -> true);

    assertThat(broken(rule, layout))
        .noneMatch(line -> line.contains("alpha.Seeded"))
        .anyMatch(line -> line.contains("alpha.Unseeded"));
  }

  private static Predicate<JavaClass> timeSource(Layout layout) {
    return type -> layout.shortName(type.getName()).startsWith("core.time.SystemTimeSource");
  }

  private static Layout layout(String name) {
    return new Layout(FIXTURES + name);
  }

  private static JavaClasses classes(Layout layout) {
    return new ClassFileImporter().importPackages(layout.root());
  }

  private static List<String> broken(ArchRule rule, Layout layout) {
    return rule.evaluate(classes(layout)).getFailureReport().getDetails();
  }
}
