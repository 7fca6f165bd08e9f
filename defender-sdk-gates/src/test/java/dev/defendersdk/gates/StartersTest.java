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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A starter's folder, copied out, needs what is published and nothing beside it. */
class StartersTest {

  private static final Path STARTER = Modules.ROOT.resolve("defender-sdk-examples/soar");
  private static final Path POM = STARTER.resolve("pom.xml");
  private static final Path ROOT_POM = Modules.ROOT.resolve("pom.xml");

  @TempDir Path folder;

  @AfterEach
  void deleteTheLinks() throws IOException {
    ProbeBuild.delete(folder.resolve("repository"));
  }

  @Test
  void itsVersionsAreThoseOfThisBuild() throws IOException {
    assertThat(Modules.texts(POM, "defender-sdk.version")).containsExactly(ProbeBuild.version());
    for (String property : List.of("maven.compiler.release", "jspecify.version", "slf4j.version")) {
      assertThat(Modules.texts(POM, property)).isEqualTo(Modules.texts(ROOT_POM, property));
    }
    String build = withoutSpace(ROOT_POM);
    for (String plugin :
        List.of("maven-resources-plugin", "maven-compiler-plugin", "exec-maven-plugin")) {
      String begin = "<artifactId>" + plugin + "</artifactId><version>";
      int from = build.indexOf(begin);
      assertThat(from).as(plugin).isNotNegative();
      String version = build.substring(from, build.indexOf("</version>", from));
      assertThat(withoutSpace(POM)).contains(version + "</version>");
    }
  }

  @Test
  void itsPomStandsAlone() {
    for (String element : List.of("parent", "repository", "pluginRepository", "relativePath")) {
      assertThat(Modules.texts(POM, element)).as(element).isEmpty();
    }
  }

  /**
   * It is built from the jars and the poms as they are published, and run as far as it gets without
   * a secret: to its exit code.
   */
  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
  void copiedOutItBuildsAndRuns() throws Exception {
    Path copy = folder.resolve("copied out");
    copyStarter(copy);
    ProcessBuilder maven =
        ProbeBuild.maven(copy, repositoryWithThisBuild(), "-q", "compile", "exec:java");
    Map<String, String> environment = maven.environment();
    environment.keySet().removeIf(name -> name.startsWith("AZURE_"));
    environment.put("COMPROMISED_USER", "j.doe");
    Path log = folder.resolve("build.log");
    int result =
        maven
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(new File("pom.xml")))
            .start()
            .waitFor();

    assertThat(log).content().contains("The playbook stopped: ", "AZURE_");
    assertThat(result).as("stopped, as its README says").isEqualTo(2);
    assertThat(copy.resolve("target/classes/dev/defendersdk/examples/soar/SoarStarter.class"))
        .exists();
  }

  private static String withoutSpace(Path pom) throws IOException {
    return Files.readString(pom).replaceAll("\\s+", "");
  }

  private static void copyStarter(Path to) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(STARTER)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Path relative = STARTER.relativize(file);
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
