package dev.defendersdk.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small programs against the built modules, as a partner runs them: each in a JVM of its own. */
class BlackBoxTest {

  /** What the published modules need, and nothing that only tests need. */
  private static final List<String> RUN_TIME =
      List.of(
          "defender-sdk-alerts",
          "defender-sdk-core",
          "defender-sdk-hunting",
          "defender-sdk-indicators",
          "defender-sdk-machineactions",
          "defender-sdk-testkit",
          "msal4j",
          "azure-json",
          "jackson-",
          "slf4j-api");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"own", "lowest", "newest"})
  void aNamedModuleSignsInDecodesWritesAndActs(String jackson) throws Exception {
    String path = path(jackson, entry -> true);
    compile("module", file -> true, "-p", path);
    assertThat(run("-p", path + File.pathSeparator + folder, "-m", "blackbox/blackbox.SignsIn"))
        .contains("equal=true acted=true", "kept=true", "module=blackbox");
  }

  @ParameterizedTest
  @ValueSource(strings = {"own", "lowest", "newest"})
  void soDoesTheClassPath(String jackson) throws Exception {
    String path = path(jackson, entry -> true);
    compile("module", file -> !file.endsWith("module-info.java"), "-cp", path);
    assertThat(run("-cp", path + File.pathSeparator + folder, "blackbox.SignsIn"))
        .contains("equal=true acted=true", "kept=true", "module=null");
  }

  @Test
  void aJacksonThatIsTooOldIsNamedBeforeAnythingElse() throws Exception {
    compile("module", file -> !file.endsWith("module-info.java"), "-cp", path("own", e -> true));
    String path = path("too-old", entry -> true);
    assertThat(run("-cp", path + File.pathSeparator + folder, "blackbox.SignsIn"))
        .contains("IllegalStateException: jackson-databind is 2.12.7")
        .contains("2.15 or later");
  }

  @ParameterizedTest
  @ValueSource(strings = {"own", "lowest", "newest"})
  void theClassPathDoesWithoutMsalWhereTokensAreBrought(String jackson) throws Exception {
    compile("classpath", file -> true, "-cp", path("own", entry -> true));
    String path =
        path(jackson, entry -> !entry.contains("msal4j") && !entry.contains("azure-json"));
    assertThat(run("-cp", path + File.pathSeparator + folder, "blackbox.BringsTokens"))
        .contains("machines=3")
        .contains("without msal4j: machines.list:")
        .contains("msal4j is not on the class path");
  }

  private void compile(String program, Predicate<String> wanted, String pathOption, String path)
      throws Exception {
    Path sources = sources(program);
    List<String> options =
        Stream.concat(
                Stream.of("--release", "17", pathOption, path, "-d", folder.toString()),
                files(sources).stream().filter(wanted))
            .toList();
    int result =
        ToolProvider.getSystemJavaCompiler().run(null, null, null, options.toArray(String[]::new));
    assertThat(result).as("compiler's result").isZero();
  }

  private static String run(String... arguments) throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command =
        Stream.concat(Stream.of(java.toString()), Arrays.stream(arguments)).toList();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }

  /**
   * The built modules and what they need.
   *
   * @param jackson the one that the SDK is built with ("own"), or one of those that the pom copies
   */
  private static String path(String jackson, Predicate<String> wanted) throws IOException {
    Stream<String> entries =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> RUN_TIME.stream().anyMatch(name -> entry.contains(name)));
    if (!jackson.equals("own")) {
      try (Stream<Path> jars = Files.list(Path.of("target", "jackson-" + jackson))) {
        entries =
            Stream.concat(
                entries.filter(entry -> !new File(entry).getName().startsWith("jackson-")),
                jars.map(Path::toString).toList().stream());
      }
    }
    return entries.filter(wanted).collect(Collectors.joining(File.pathSeparator));
  }

  private static Path sources(String program) throws URISyntaxException {
    return Path.of(
        Objects.requireNonNull(BlackBoxTest.class.getResource("/blackbox/" + program)).toURI());
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.map(Path::toString).filter(name -> name.endsWith(".java")).toList();
    }
  }
}
