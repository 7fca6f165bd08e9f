package dev.defendersdk.benchmarks.msgraph;

import dev.defendersdk.benchmarks.Listing.Cost;
import dev.defendersdk.benchmarks.OtherProcess;
import dev.defendersdk.benchmarks.PagesServer;
import dev.defendersdk.benchmarks.SdkListing;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lists the alerts of one server through this SDK and through {@code microsoft-graph}, each in a
 * process of its own with what it needs on the class path and no more; and prints what each cost.
 * Ends with an error if they did not read the same.
 */
public final class ListedBeside {

  private static final int ALERTS = 100_000;
  private static final int PAGE = 1_000;
  private static final int FORKS = 2;
  private static final int WARM_UP = 1;
  private static final int MEASURED = 2;
  private static final int FIRST_CALLS = 11;
  private static final List<String> OPTIONS = List.of("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC");

  /**
   * What a published module may bring along: the list in the parent's pom, which the build keeps.
   */
  private static final Pattern OF_SDK =
      Pattern.compile(
          "(defender-sdk-(core|alerts)|msal4j|azure-json|slf4j-api"
              + "|jackson-(annotations|core|databind|datatype-jsr310))-\\d.*\\.jar");

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<Long, String> read = new HashMap<>();
  private final String root;
  private final List<Path> measuring;

  private ListedBeside(String root, List<Path> measuring) {
    this.root = root;
    this.measuring = measuring;
  }

  /**
   * Prints a table.
   *
   * @param arguments the file with the class path of the benchmarks
   */
  public static void main(String[] arguments) throws Exception {
    List<Path> benchmarks = entries(Files.readString(Path.of(arguments[0])).strip()).toList();
    // The benchmarks themselves and this module, whose classes are in folders or jars.
    Predicate<Path> measures = path -> path.toString().contains("benchmarks");
    List<Path> own = entries(System.getProperty("java.class.path")).toList();
    List<Path> measuring = own.stream().filter(measures).toList();
    Subject sdk =
        new Subject(
            "defender-sdk",
            SdkListing.class,
            benchmarks.stream().filter(jar -> OF_SDK.matcher(name(jar)).matches()).toList());
    Subject msgraph =
        new Subject(
            "microsoft-graph",
            MsgraphListing.class,
            own.stream().filter(measures.negate()).toList());
    try (OtherProcess server =
        OtherProcess.start(
            PagesServer.class.getName(),
            classPath(measuring, benchmarks),
            List.of("-Xmx512m"),
            List.of(Integer.toString(ALERTS), PagesServer.Form.GZIP_KEPT.name()))) {
      new ListedBeside("http://127.0.0.1:" + server.port(), measuring)
          .compare(List.of(sdk, msgraph));
    }
  }

  private void compare(List<Subject> subjects) throws IOException, InterruptedException {
    for (int fork = 0; fork < FORKS; fork++) {
      for (Subject subject : subjects) {
        int before = requests();
        List<Cost> costs = run(subject, PAGE, ALERTS, WARM_UP + MEASURED);
        subject.requests = (requests() - before) / costs.size();
        subject.lists.addAll(costs.subList(WARM_UP, costs.size()));
      }
    }
    for (int call = 0; call < FIRST_CALLS; call++) {
      for (Subject subject : subjects) {
        subject.firstCalls.addAll(run(subject, 1, 1, 0));
      }
    }
    System.out.printf(
        "%d alerts in pages of %d, JDK %s; median, least and most%n%n",
        ALERTS, PAGE, Runtime.version());
    row("", subjects, subject -> subject.name);
    row("---", subjects, subject -> "---");
    row("time, s", subjects, subject -> spread(subject.lists, cost -> cost.clock() / 1e9));
    row("CPU, s", subjects, subject -> spread(subject.lists, cost -> cost.cpu() / 1e9));
    row(
        "allocated, MB",
        subjects,
        subject -> spread(subject.lists, cost -> cost.allocated() / 1e6));
    row("requests", subjects, subject -> String.valueOf(subject.requests));
    row(
        "first call, ms",
        subjects,
        subject -> spread(subject.firstCalls, cost -> cost.clock() / 1e6));
    row("jars", subjects, subject -> String.valueOf(subject.jars.size()));
    row("their size, MB", subjects, subject -> number(subject.bytes() / 1e6));
    System.out.printf("%nboth read %s%n", read.get((long) ALERTS));
  }

  private List<Cost> run(Subject subject, int pageSize, long most, int times)
      throws InterruptedException {
    try (OtherProcess program =
        OtherProcess.start(
            subject.program.getName(),
            classPath(measuring, subject.jars),
            OPTIONS,
            List.of(
                root, Integer.toString(pageSize), Long.toString(most), Integer.toString(times)))) {
      List<String> lines = program.rest();
      List<Cost> costs = lines.stream().filter(Cost::isOne).map(Cost::parse).toList();
      if (costs.size() != Math.max(1, times)) {
        throw new IllegalStateException(subject.name + " failed: " + lines);
      }
      for (Cost cost : costs) {
        String before = read.putIfAbsent(most, cost.read());
        if (before != null && !before.equals(cost.read())) {
          throw new IllegalStateException(
              subject.name + " read " + cost.read() + ", and not " + before);
        }
      }
      return costs;
    }
  }

  private int requests() throws IOException, InterruptedException {
    return Integer.parseInt(
        http.send(
                HttpRequest.newBuilder(URI.create(root + "/requests")).build(),
                BodyHandlers.ofString())
            .body());
  }

  private static void row(String head, List<Subject> subjects, Function<Subject, String> cell) {
    System.out.println(
        subjects.stream().map(cell).collect(Collectors.joining(" | ", "| " + head + " | ", " |")));
  }

  private static String spread(List<Cost> costs, ToDoubleFunction<Cost> value) {
    double[] sorted = costs.stream().mapToDouble(value).sorted().toArray();
    return number(sorted[sorted.length / 2])
        + " ("
        + number(sorted[0])
        + " to "
        + number(sorted[sorted.length - 1])
        + ")";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%,.0f", value);
  }

  private static String name(Path jar) {
    return String.valueOf(jar.getFileName());
  }

  private static Stream<Path> entries(String classPath) {
    return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(classPath)
        .map(Path::of);
  }

  private static String classPath(List<Path> some, List<Path> others) {
    return Stream.concat(some.stream(), others.stream())
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }
}
