package dev.defendersdk.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A starter's folder, copied out, needs what is published and nothing beside it. */
class StartersTest {

  /**
   * A starter.
   *
   * @param variable what makes it act in a real tenant
   * @param value of the variable
   * @param stopped what it says when it has no secret
   */
  private enum Starter {
    SOAR("soar", "soar/SoarStarter", "COMPROMISED_USER", "j.doe", "The playbook stopped: "),
    EXTERNAL_ALERTS(
        "external-alerts",
        "externalalerts/ExternalAlertsStarter",
        "FINDINGS_FILE",
        "src/main/resources/findings.json",
        "It stopped: "),
    INDICATORS(
        "indicators",
        "indicators/IndicatorsStarter",
        "INDICATORS_FILE",
        "src/main/resources/indicators.csv",
        "It stopped: ");

    private final Path folder;
    private final String main;
    private final String variable;
    private final String value;
    private final String stopped;

    Starter(String folder, String main, String variable, String value, String stopped) {
      this.folder = Modules.ROOT.resolve("defender-sdk-examples").resolve(folder);
      this.main = main;
      this.variable = variable;
      this.value = value;
      this.stopped = stopped;
    }

    private Path pom() {
      return folder.resolve("pom.xml");
    }
  }

  private static final Path ROOT_POM = Modules.ROOT.resolve("pom.xml");

  @TempDir Path folder;

  @AfterEach
  void deleteTheLinks() throws IOException {
    ProbeBuild.delete(folder.resolve("repository"));
  }

  @ParameterizedTest
  @EnumSource
  void itsVersionsAreThoseOfThisBuild(Starter starter) throws IOException {
    Path pom = starter.pom();
    assertThat(Modules.texts(pom, "defender-sdk.version")).containsExactly(ProbeBuild.version());
    for (String property : List.of("maven.compiler.release", "jspecify.version", "slf4j.version")) {
      assertThat(Modules.texts(pom, property)).isEqualTo(Modules.texts(ROOT_POM, property));
    }
    for (String property : List.of("jackson.version", "h2.version")) { // of those that use them
      assertThat(Modules.texts(ROOT_POM, property)).containsAll(Modules.texts(pom, property));
    }
    String build = withoutSpace(ROOT_POM);
    for (String plugin :
        List.of("maven-resources-plugin", "maven-compiler-plugin", "exec-maven-plugin")) {
      String begin = "<artifactId>" + plugin + "</artifactId><version>";
      int from = build.indexOf(begin);
      assertThat(from).as(plugin).isNotNegative();
      String version = build.substring(from, build.indexOf("</version>", from));
      assertThat(withoutSpace(pom)).contains(version + "</version>");
    }
  }

  @ParameterizedTest
  @EnumSource
  void itsPomStandsAlone(Starter starter) {
    for (String element : List.of("parent", "repository", "pluginRepository", "relativePath")) {
      assertThat(Modules.texts(starter.pom(), element)).as(element).isEmpty();
    }
  }

  /**
   * It is built from the jars and the poms as they are published, and run as far as it gets without
   * a secret: to its exit code.
   */
  @ParameterizedTest
  @EnumSource
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
  void copiedOutItBuildsAndRuns(Starter starter) throws Exception {
    Path copy = folder.resolve("copied out");
    copy(starter.folder, copy);
    ProcessBuilder maven =
        ProbeBuild.maven(copy, repositoryWithThisBuild(), "-q", "compile", "exec:java");
    Map<String, String> environment = maven.environment();
    environment.keySet().removeIf(name -> name.startsWith("AZURE_"));
    environment.put(starter.variable, starter.value);
    Path log = folder.resolve("build.log");
    int result =
        maven
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(new File("pom.xml")))
            .start()
            .waitFor();

    assertThat(log).content().contains(starter.stopped, "AZURE_");
    assertThat(result).as("stopped, as its README says").isEqualTo(2);
    assertThat(copy.resolve("target/classes/dev/defendersdk/examples/" + starter.main + ".class"))
        .exists();
  }

  private static String withoutSpace(Path pom) throws IOException {
    return Files.readString(pom).replaceAll("\\s+", "");
  }

  private static void copy(Path starter, Path to) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(starter)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Path relative = starter.relativize(file);
      if (!relative.startsWith("target")) {
        Path target = to.resolve(relative);
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  /** The local repository by links, and in it this build, which is installed nowhere. */
  private Path repositoryWithThisBuild() throws IOException {
    Path repository = folder.resolve("repository");
    link(ProbeBuild.repository(), repository, "dev");
    link(ProbeBuild.repository().resolve("dev"), repository.resolve("dev"), "defendersdk");
    for (Modules.Module module : Modules.watched()) {
      if (module.published()) {
        String artifact = "defender-sdk-" + module.name();
        String name = artifact + "-" + ProbeBuild.version();
        Path jar = module.folder().resolve("target").resolve(name + ".jar");
        assumeTrue(Files.exists(jar), "this build did not come as far as to jars");
        Path place =
            Files.createDirectories(
                repository
                    .resolve("dev/defendersdk")
                    .resolve(artifact)
                    .resolve(ProbeBuild.version()));
        Files.copy(jar, place.resolve(name + ".jar"));
        Files.copy(module.folder().resolve(".flattened-pom.xml"), place.resolve(name + ".pom"));
      }
    }
    return repository;
  }

  private static void link(Path from, Path to, String except) throws IOException {
    Files.createDirectories(to);
    if (Files.isDirectory(from)) {
      List<Path> entries;
      try (Stream<Path> all = Files.list(from)) {
        entries = all.toList();
      }
      for (Path entry : entries) {
        if (!entry.getFileName().toString().equals(except)) {
          Files.createSymbolicLink(to.resolve(entry.getFileName()), entry);
        }
      }
    }
  }
}
