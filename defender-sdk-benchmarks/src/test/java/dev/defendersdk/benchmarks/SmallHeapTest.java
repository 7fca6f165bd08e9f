package dev.defendersdk.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A tenant of many machines, listed by a program in a heap of 32 MB, server and program each in a
 * process of its own. 50,000 machines in the default run, 1,000,000 with {@code -Psoak}.
 */
class SmallHeapTest {

  private static final int MACHINES = Boolean.getBoolean("soak") ? 1_000_000 : 50_000;
  private static final List<String> SMALL = List.of("-Xmx32m");

  @Test
  void compressedPagesAreListedInASmallHeap() throws Exception {
    assertThat(list(MACHINES, true)).last().asString().startsWith("machines=" + MACHINES);
  }

  @Test
  void aPageBeyondTheBoundSaysHowToAskForLess() throws Exception {
    assertThat(list(PagesServer.PAGE, false))
        .last()
        .asString()
        .startsWith("UNREADABLE_ANSWER: machines.list:")
        .contains("the body is larger than", "pageSize(…)", "largestAnswer(…)");
  }

  private static List<String> list(int machines, boolean compressed) throws Exception {
    try (OtherProcess server =
            OtherProcess.start(
                PagesServer.class,
                List.of(),
                Integer.toString(machines),
                Boolean.toString(compressed));
        OtherProcess program =
            OtherProcess.start(ManyMachines.class, SMALL, Integer.toString(server.port()))) {
      return program.rest();
    }
  }
}
