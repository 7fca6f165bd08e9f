package dev.defendersdk.gates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.gates.snippets.Snippet;
import dev.defendersdk.gates.snippets.SnippetCompiler;
import dev.defendersdk.testkit.MachineView;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.VirtualTime;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What documents and comments show is compiled, and what the README shows is run. A block is either
 * statements or members of a class; a line that begins with … is left to the reader and stands for
 * a call; names that it does not declare are those of {@code snippets.Frame}.
 */
class SnippetsTest {

  private static final Path CONTRIBUTING = Modules.ROOT.resolve("CONTRIBUTING.md");

  @TempDir Path folder;

  @Test
  void everyBlockOfADocumentCompiles() throws Exception {
    SnippetCompiler compiler = new SnippetCompiler(imports());
    List<Snippet> snippets = new ArrayList<>();
    for (Path document : documents()) {
      // CONTRIBUTING adds an operation in steps that make sense together only.
      if (!document.equals(CONTRIBUTING)) {
        snippets.addAll(Snippet.ofDocument(document));
      }
    }
    snippets.forEach(compiler::add);
    assertThat(snippets).isNotEmpty();
    assertThat(compiler.compile(folder)).isEmpty();
  }

  @Test
  void everyBlockOfACommentCompiles() throws Exception {
    SnippetCompiler compiler = new SnippetCompiler(imports());
    List<Snippet> snippets = new ArrayList<>();
    for (Modules.Module module : Modules.watched()) {
      try (Stream<Path> files = Files.walk(module.sources())) {
        for (Path file : files.filter(name -> name.toString().endsWith(".java")).toList()) {
          snippets.addAll(Snippet.ofComments(file));
        }
      }
    }
    snippets.forEach(compiler::add);
    assertThat(snippets).isNotEmpty();
    assertThat(compiler.compile(folder)).isEmpty();
  }

  @Test
  void theStepsOfAddingAnOperationCompileTogether() throws Exception {
    List<Snippet> steps = Snippet.ofDocument(CONTRIBUTING);
    assertThat(steps).hasSize(2);
    SnippetCompiler compiler = new SnippetCompiler(imports());
    compiler.add(
        steps.get(1),
        """
        enum DeviceValue { HIGH }
        static final class MachineOperations {
          static final Permissions WRITE = Permissions.anyOf("Machine.ReadWrite.All");
        %s
        }
        """
            .formatted(String.join("\n", steps.get(0).code()))
            .replace('\n', ' '),
        "public void run() {}");
    assertThat(compiler.compile(folder)).isEmpty();
  }

  @Test
  void theReadmesPlaybookIsolatesEveryMachineAtHighRisk() throws Exception {
    SimulatedTenant tenant = tenant();
    run(readme(false), tenant);
    assertThat(tenant.journal().of("machines.list").get(0).query()).contains("riskScore", "High");
    assertThat(tenant.journal().of("machines.isolate"))
        .as("each was waited for until it was isolated")
        .hasSameSizeAs(tenant.machines().all().stream().filter(MachineView::isIsolated).toList())
        .isNotEmpty();
    assertThat(tenant.journal().of("machineActions.get")).isNotEmpty();
  }

  @Test
  void theReadmesTestPasses() throws Exception {
    SimulatedTenant tenant = tenant();
    Object test = load(readme(true), tenant);
    Method method =
        test.getClass().getDeclaredMethod("aBeaconIsolatesItsMachine", SimulatedTenant.class);
    method.setAccessible(true);
    method.invoke(test, tenant);
    assertThat(tenant.journal().of("machines.isolate")).hasSize(1);
  }

  @Test
  void theGateClosesAtABrokenBlock() throws Exception {
    Path document = folder.resolve("BROKEN.md");
    Files.writeString(
        document,
        """
        Say:

          ```java
          MachinesClient machines = new MachinesClient(defender);
          machines.getEverything();
          …
          ```
        """);
    SnippetCompiler compiler = new SnippetCompiler(imports());
    Snippet.ofDocument(document).forEach(compiler::add);
    assertThat(compiler.compile(folder))
        .singleElement()
        .asString()
        .startsWith("BROKEN.md:5: cannot find symbol")
        .contains("getEverything()");
  }

  @Test
  void soItDoesAtABrokenComment() throws Exception {
    Path file = folder.resolve("Broken.java");
    Files.writeString(
        file,
        """
        /**
         * Does:
         *
         * <pre>{@code
         * static final Operation<Machine> GET = Operation.get("machines.get");
         * }</pre>
         */
        class Broken {}
        """);
    SnippetCompiler compiler = new SnippetCompiler(imports());
    Snippet.ofComments(file).forEach(compiler::add);
    assertThat(compiler.compile(folder))
        .singleElement()
        .asString()
        .startsWith("Broken.java:5: ")
        .contains("get");
  }

  private static SimulatedTenant tenant() {
    return SimulatedTenant.builder()
        .time(VirtualTime.startingAt(Instant.parse("2026-11-24T08:00:00Z")))
        .machines(250)
        .build();
  }

  private static Snippet readme(boolean members) throws IOException {
    List<Snippet> found =
        Snippet.ofDocument(Modules.ROOT.resolve("README.md")).stream()
            .filter(snippet -> snippet.isMembers() == members)
            .toList();
    assertThat(found).as("the README's playbook, and its test").hasSize(1);
    return found.get(0);
  }

  private void run(Snippet snippet, SimulatedTenant tenant) throws Exception {
    Object loaded = load(snippet, tenant);
    loaded.getClass().getMethod("run").invoke(loaded);
  }

  private Object load(Snippet snippet, SimulatedTenant tenant) throws Exception {
    SnippetCompiler compiler = new SnippetCompiler(imports());
    String name = compiler.add(snippet.pointedAtTheTenant());
    assertThat(compiler.compile(folder)).isEmpty();
    URL[] classes = {folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(classes, getClass().getClassLoader())) {
      return loader.loadClass(name).getConstructor(SimulatedTenant.class).newInstance(tenant);
    }
  }

  /** All that a reader may use: what the modules show, and the JDK's and JUnit's own. */
  private static List<String> imports() {
    List<String> packages = new ArrayList<>();
    for (Modules.Module module : Modules.watched()) {
      if (module.published()) {
        module.packages().stream().filter(name -> !Layout.isInternal(name)).forEach(packages::add);
      }
    }
    packages.addAll(
        List.of(
            "java.net",
            "java.nio.file",
            "java.time",
            "java.util",
            "dev.defendersdk.machineactions.internal",
            "org.junit.jupiter.api",
            "org.junit.jupiter.api.extension"));
    return packages;
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> files = Files.walk(Modules.ROOT, 3)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .filter(file -> !file.toString().contains("target"))
          .toList();
    }
  }
}
