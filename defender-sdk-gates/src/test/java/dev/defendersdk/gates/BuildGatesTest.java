package dev.defendersdk.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each gate of the build closes: projects that break one rule each fail, by that gate. */
class BuildGatesTest {

  private static ProbeBuild build;

  @BeforeAll
  static void buildTheProbes() throws Exception {
    build = ProbeBuild.run();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          error-prone            | compile (default-compile)       | [ReferenceEquality] Comparison using reference equality
          null-away              | compile (default-compile)       | [NullAway] returning @Nullable expression from method with @NonNull return type
          lint                   | compile (default-compile)       | found raw type: java.util.List
          doclint                | compile (default-compile)       | reference not found
          banned-dependency      | enforce (run-time-dependencies) | org.ow2.asm:asm:jar:9.4 <--- banned
          diverging-dependencies | enforce (dependencies)          | Dependency convergence error for org.ow2.asm:asm:jar:9.1
          """)
  void theGateCloses(String probe, String goal, String finding) {
    assertThat(build.failure(probe)).contains(":" + goal);
    assertThat(build.log(probe)).contains(finding);
  }

  @Test
  @DisabledForJreRange(min = JRE.JAVA_25, disabledReason = "the formatter is switched off there")
  void theGateOfFormattingCloses() {
    assertThat(build.failure("formatting")).contains(":check (formatting)");
    assertThat(build.log("formatting"))
        .contains("The following files had format violations", "Probe.java");
  }

  @Test
  void whatBreaksNoRulePasses() {
    Set<String> failed =
        new TreeSet<>(
            Set.of(
                "error-prone",
                "null-away",
                "lint",
                "doclint",
                "banned-dependency",
                "diverging-dependencies"));
    if (JRE.currentJre().compareTo(JRE.JAVA_25) < 0) {
      failed.add("formatting");
    }

    assertThat(build.failed()).isEqualTo(failed);
    assertThat(build.passed()).contains("healthy");
  }
}
