package dev.defendersdk.gates;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One run of this build's Maven over the probe projects below {@code src/it}, and what it said of
 * each. They go as far as they get, so that one run, with one start of Maven, shows every gate.
 */
final class ProbeBuild {

  private static final Pattern HEADING =
      Pattern.compile("\\[INFO] Building (\\S+) .*\\[\\d+/\\d+]");
  private static final Pattern SUMMARY =
      Pattern.compile("\\[INFO] (\\S+)(?: \\S+)? \\.+ (SUCCESS|FAILURE) .*");
  private static final Pattern FAILURE =
      Pattern.compile("\\[ERROR] Failed to execute goal (\\S+ \\(\\S+\\)) on project (\\S+): .*");

  private final Map<String, StringBuilder> logs = new TreeMap<>();
  private final Map<String, String> failures = new TreeMap<>();
  private final Map<String, String> results = new TreeMap<>();

  static ProbeBuild run() throws IOException, InterruptedException {
    // As deep below the root as src/it, so that the probes find their parent at the same relative
    // path.
    Path folder = Path.of("target", "it-" + Runtime.version().feature()).toAbsolutePath();
    copy(Path.of("src", "it"), folder);
    Path log = folder.resolve("build.log");
    Process process =
        maven(folder, "--fail-at-end", "verify")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(new File("pom.xml")))
            .start();
    process.waitFor();
    ProbeBuild build = new ProbeBuild();
    // Any bytes are characters here, whatever the platform made of those beyond ASCII.
    build.read(Files.readAllLines(log, StandardCharsets.ISO_8859_1));
    if (build.results.isEmpty()) {
      throw new IllegalStateException("Maven did not build the probes, see " + log);
    }
    return build;
  }

  /**
   * The Maven, settings and repository of the build that runs this test, on the JDK of the test.
   *
   * @param arguments options and goals
   */
  static ProcessBuilder maven(Path folder, String... arguments) {
    return maven(folder, repository(), arguments);
  }

  /** The same with another local repository. */
  static ProcessBuilder maven(Path folder, Path repository, String... arguments) {
    boolean windows = File.separatorChar == '\\';
    List<String> command = new ArrayList<>();
    command.add(Path.of(property("maven.home"), "bin", windows ? "mvn.cmd" : "mvn").toString());
    command.addAll(List.of("-B", "-ntp"));
    command.addAll(List.of(arguments));
    command.add("-Dmaven.repo.local=" + repository);
    if (isOffline()) {
      command.add("--offline");
    }
    Path settings = Path.of(property("maven.settings").replaceFirst("^file=", ""));
    if (Files.exists(settings)) {
      command.addAll(List.of("--settings", settings.toString()));
    }
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    Map<String, String> environment = builder.environment();
    environment.remove("MAVEN_BASEDIR");
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    // A short run, not worth compiling Maven itself to the last; and javac speaks English to the
    // test.
    environment.merge(
        "MAVEN_OPTS",
        "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Duser.language=en",
        (theirs, ours) -> theirs + " " + ours);
    return builder;
  }

  /** The local repository of the build that runs this test. */
  static Path repository() {
    return Path.of(property("maven.repo.local"));
  }

  /** The version of the build that runs this test. */
  static String version() {
    return property("project.version");
  }

  /** Whether the build that runs this test must not ask repositories. */
  static boolean isOffline() {
    return property("maven.offline").equals("offline=true");
  }

  /** Deletes a folder with all in it, and links without what they lead to. */
  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        all.sorted((a, b) -> b.compareTo(a)).map(Path::toFile).forEach(File::delete);
      }
    }
  }

  private static String property(String name) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new IllegalStateException(name + " is not set: run this test by Maven");
    }
    return value;
  }

  private static void copy(Path from, Path to) throws IOException {
    delete(to);
    List<Path> files;
    try (Stream<Path> all = Files.walk(from)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Path target = to.resolve(from.relativize(file));
      Files.createDirectories(target.getParent());
      Files.writeString(target, Files.readString(file).replace("@project.version@", version()));
    }
  }

  private void read(List<String> lines) {
    String project = "";
    for (String line : lines) {
      Matcher heading = HEADING.matcher(line);
      Matcher summary = SUMMARY.matcher(line);
      Matcher failure = FAILURE.matcher(line);
      if (heading.matches()) {
        project = heading.group(1);
      } else if (summary.matches()) {
        results.put(summary.group(1), summary.group(2));
      } else if (failure.matches()) {
        project = failure.group(2);
        failures.put(project, failure.group(1));
      }
      logs.computeIfAbsent(project, name -> new StringBuilder()).append(line).append('\n');
    }
  }

  /** The goal that failed a probe, as "plugin:version:goal (execution)", or that none did. */
  String failure(String probe) {
    return failures.getOrDefault(probe, probe + " did not fail");
  }

  /** What Maven said while it built a probe, and of its failure. */
  String log(String probe) {
    return logs.getOrDefault(probe, new StringBuilder()).toString();
  }

  Set<String> failed() {
    return failures.keySet();
  }

  Set<String> passed() {
    Set<String> passed = new TreeSet<>(results.keySet());
    passed.removeIf(name -> !results.get(name).equals("SUCCESS"));
    return passed;
  }
}
