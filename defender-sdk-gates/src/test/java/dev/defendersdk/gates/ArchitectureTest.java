package dev.defendersdk.gates;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.module.ModuleDescriptor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rules, held against every class of every module. */
class ArchitectureTest {

  private static final List<Modules.Module> MODULES = Modules.watched();

  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPaths(MODULES.stream().map(Modules.Module::classes).toList());

  /** Public API is what a published module shows. */
  private static final JavaClasses PUBLISHED =
      new ClassFileImporter()
          .importPaths(published().stream().map(Modules.Module::classes).toList());

  @Test
  void everyModuleIsLookedAt() {
    assertThat(MODULES).isNotEmpty();
    for (Modules.Module module : MODULES) {
      assertThat(module.packages()).as("packages of " + module).isNotEmpty();
    }
  }

  @Test
  void internalsStayInside() {
    ArchitectureRules.internalsStayInside(Layout.REAL, ArchitectureTest::isGranted).check(CLASSES);
  }

  @Test
  void noPackageCycles() {
    ArchitectureRules.noPackageCycles(Layout.REAL).check(CLASSES);
  }

  @Test
  void finalByDefault() {
    ArchitectureRules.finalByDefault(Layout.REAL).check(PUBLISHED);
  }

  @Test
  void nullMarked() {
    ArchitectureRules.nullMarked(Layout.REAL).check(PUBLISHED);
  }

  @Test
  void noForeignTypesInPublicSignatures() {
    SignatureRules.noForeignTypes(Layout.REAL, ArchitectureTest::isEscapeHatch).check(PUBLISHED);
  }

  @Test
  void onlyTheTimeSourceKnowsTheTime() {
    TimeRules.onlyTheTimeSourceKnowsTheTime(
            ArchitectureTest::isTimeSource, ArchitectureTest::isTestKit)
        .check(CLASSES);
  }

  @Test
  void onePackageRootPerModule() {
    assertThat(ModuleRules.strayPackages(packages(MODULES))).isEmpty();
  }

  @Test
  void moduleInfosExportWhatIsPublicAndNothingElse() {
    for (Modules.Module module : published()) {
      if (!module.name().equals("testkit")) {
        assertThat(module.descriptor()).as("module-info of " + module).isPresent();
        assertThat(ModuleRules.faults(module.descriptor().orElseThrow(), module.packages()))
            .as("module-info of " + module)
            .isEmpty();
      }
    }
  }

  /** What a module's own descriptor exports to another by name. */
  private static boolean isGranted(String user, String packageName) {
    return MODULES.stream()
        .flatMap(module -> module.descriptor().stream())
        .flatMap(descriptor -> descriptor.exports().stream())
        .filter(export -> export.source().equals(packageName))
        .map(ModuleDescriptor.Exports::targets)
        .anyMatch(targets -> targets.contains(Modules.ROOT_PACKAGE + "." + user));
  }

  /** The one that reads the computer's clock, and the test kit's, which waits for real threads. */
  private static boolean isTimeSource(JavaClass type) {
    String name = Layout.REAL.shortName(type.getName());
    return name.equals("core.time.SystemTimeSource")
        || name.startsWith("core.time.SystemTimeSource$")
        || name.equals("testkit.VirtualTime")
        || name.startsWith("testkit.VirtualTime$")
        || name.startsWith("testkit.internal.time.");
  }

  private static boolean isTestKit(JavaClass type) {
    return Layout.REAL.moduleOf(type).equals("testkit");
  }

  /** The test kit hands out its WireMock server, and its JUnit extension is one of JUnit's. */
  private static boolean isEscapeHatch(String place, JavaClass type) {
    String name = Layout.REAL.shortName(place);
    boolean wireMock =
        name.startsWith("testkit.")
            && name.endsWith(".wireMock()")
            && type.getPackageName().startsWith("com.github.tomakehurst.wiremock");
    boolean jUnit =
        name.matches("testkit\\.([a-z]+\\.)?\\w+Extension\\b.*")
            && type.getPackageName().equals("org.junit.jupiter.api.extension");
    return wireMock || jUnit;
  }

  private static List<Modules.Module> published() {
    return MODULES.stream().filter(Modules.Module::published).toList();
  }

  private static Map<String, Set<String>> packages(List<Modules.Module> modules) {
    return modules.stream().collect(toMap(Modules.Module::rootPackage, Modules.Module::packages));
  }
}
