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

/** Small programs against the built modules, as a partner runs them: each in a JVM of its own. */
class BlackBoxTest {

  /** What the published modules need, and nothing that only tests need. */
  private static final List<String> RUN_TIME =
      List.of(
          "defender-sdk-core",
          "defender-sdk-machineactions",
          "defender-sdk-testkit",
          "msal4j",
          "azure-json",
          "jackson-",
          "slf4j-api");

  @TempDir Path folder;

  @Test
  void aNamedModuleSignsInDecodesWritesAndActs() throws Exception {
    String path = classPath(entry -> true);
    compile("module", "-p", path);
    assertThat(run("-p", path + File.pathSeparator + folder, "-m", "blackbox/blackbox.SignsIn"))
        .contains("equal=true acted=true", "module=blackbox");
  }

  @Test
  void theClassPathDoesWithoutMsalWhereTokensAreBrought() throws Exception {
    compile("classpath", "-cp", classPath(entry -> true));
    String path = classPath(entry -> !entry.contains("msal4j") && !entry.contains("azure-json"));
    assertThat(run("-cp", path + File.pathSeparator + folder, "blackbox.BringsTokens"))
        .contains("machines=3")
        .contains("without msal4j: machines.list:")
        .contains("msal4j is not on the class path");
  }

  private void compile(String program, String pathOption, String path) throws Exception {
    Path sources = sources(program);
    List<String> options =
        Stream.concat(
                Stream.of("--release", "17", pathOption, path, "-d", folder.toString()),
                files(sources).stream())
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

  private static String classPath(Predicate<String> wanted) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> RUN_TIME.stream().anyMatch(name -> entry.contains(name)))
        .filter(wanted)
        .collect(Collectors.joining(File.pathSeparator));
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
