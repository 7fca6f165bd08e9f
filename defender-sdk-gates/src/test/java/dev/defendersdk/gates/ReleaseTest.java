package dev.defendersdk.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/**
 * What {@code -Prelease} makes, twice, in two folders: core by default, and with {@code -Psoak}
 * every published module, with Javadoc.
 */
@DisabledForJreRange(min = JRE.JAVA_25, disabledReason = "releases are built on 17")
class ReleaseTest {

  private static final boolean SOAK = Boolean.getBoolean("soak");

  private static final List<String> MODULES =
      Modules.watched().stream()
          .filter(Modules.Module::published)
          .map(module -> "defender-sdk-" + module.name())
          .filter(name -> SOAK || name.equals("defender-sdk-core"))
          .toList();

  private static final Pattern RUN_TIME =
      Pattern.compile("\\s+([^:\\s]+):([^:]+):jar:([^:]+):(compile|runtime)\\b.*");

  private static Path first;
  private static Path second;

  @BeforeAll
  static void buildTwice() throws Exception {
    first = build("release-1");
    second = build("another/release-2");
  }

  @Test
  void everyModuleHasItsSourcesAndItsJavadoc() {
    for (String module : MODULES) {
      assertThat(jars(first, module)).anyMatch(jar -> jar.endsWith("-sources.jar"));
      assertThat(jars(first, module).stream().anyMatch(jar -> jar.endsWith("-javadoc.jar")))
          .isEqualTo(SOAK);
    }
  }

  @Test
  void twoBuildsMakeTheSameBytes() throws IOException {
    for (String module : MODULES) {
      assertThat(jars(first, module)).isNotEmpty().isEqualTo(jars(second, module));
      for (String jar : jars(first, module)) {
        Path one = target(first, module).resolve(jar);
        Path other = target(second, module).resolve(jar);
        assertThat(Files.mismatch(one, other)).as(jar + ": first byte that differs").isEqualTo(-1);
      }
    }
  }

  @Test
  void theSbomNamesTheRunTimeDependenciesAndNothingElse() throws IOException {
    assumeFalse(ProbeBuild.isOffline(), "Maven passes by the SBOM's goal where it is offline");
    for (String module : MODULES) {
      Set<String> expected = runTime(first, module);
      if (module.endsWith("-testkit")) {
        // Provided there; but JUnit, which is optional, would bring it.
        expected.add(
            "org.jspecify:jspecify:"
                + Modules.texts(Modules.ROOT.resolve("pom.xml"), "jspecify.version").get(0));
      }
      assertThat(components(first, module)).as("SBOM of " + module).isEqualTo(expected);
      assertThat(components(second, module)).isEqualTo(expected);
    }
  }

  @Test
  void coreBringsFourLibrariesAndWhatTheyBring() throws IOException {
    assertThat(runTime(first, "defender-sdk-core"))
        .extracting(dependency -> dependency.split(":")[1])
        .containsExactlyInAnyOrder(
            "msal4j",
            "azure-json",
            "jackson-databind",
            "jackson-core",
            "jackson-annotations",
            "jackson-datatype-jsr310",
            "slf4j-api");
  }

  private static Path build(String name) throws IOException, InterruptedException {
    Path folder = Path.of("target", name).toAbsolutePath();
    ProbeBuild.delete(folder);
    copy(Modules.ROOT.resolve("pom.xml"), folder);
    copy(Modules.ROOT.resolve(".mvn"), folder);
    for (String module : Modules.texts(Modules.ROOT.resolve("pom.xml"), "module")) {
      copy(Modules.ROOT.resolve(module).resolve("pom.xml"), folder);
      if (MODULES.contains(module)) {
        copy(Modules.ROOT.resolve(module).resolve("src/main"), folder);
      }
    }
    Path log = folder.resolve("build.log");
    int result =
        ProbeBuild.maven(
                folder,
                "-Prelease",
                "-Dmaven.test.skip",
                "-Dspotless.check.skip",
                "-Dmaven.javadoc.skip=" + !SOAK,
                "--projects",
                String.join(",", MODULES),
                "verify",
                "dependency:list",
                "-DincludeScope=runtime",
                "-DoutputFile=target/run-time.txt")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(new File("pom.xml")))
            .start()
            .waitFor();
    assertThat(result).as("the release build, see " + log).isZero();
    return folder;
  }

  /** Copies a file or folder to the same place below another root. */
  private static void copy(Path from, Path root) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(from)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Path target = root.resolve(Modules.ROOT.relativize(file));
      Files.createDirectories(target.getParent());
      Files.copy(file, target);
    }
  }

  private static Path target(Path build, String module) {
    return build.resolve(module).resolve("target");
  }

  private static List<String> jars(Path build, String module) {
    String[] names = target(build, module).toFile().list((in, name) -> name.endsWith(".jar"));
    return names == null ? List.of() : Stream.of(names).sorted().toList();
  }

  /** As the dependency plugin lists them: group, name and version. */
  private static Set<String> runTime(Path build, String module) throws IOException {
    return Files.readAllLines(target(build, module).resolve("run-time.txt")).stream()
        .map(RUN_TIME::matcher)
        .filter(Matcher::matches)
        .map(line -> line.group(1) + ":" + line.group(2) + ":" + line.group(3))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> components(Path build, String module) throws IOException {
    List<Path> sboms = new ArrayList<>();
    try (Stream<Path> files = Files.list(target(build, module))) {
      files.filter(file -> file.toString().endsWith("-cyclonedx.json")).forEach(sboms::add);
    }
    assertThat(sboms).as("SBOMs of " + module).hasSize(1);
    Set<String> components = new TreeSet<>();
    for (JsonNode each : new ObjectMapper().readTree(sboms.get(0).toFile()).path("components")) {
      components.add(
          each.path("group").asText()
              + ":"
              + each.path("name").asText()
              + ":"
              + each.path("version").asText());
    }
    return components;
  }
}
