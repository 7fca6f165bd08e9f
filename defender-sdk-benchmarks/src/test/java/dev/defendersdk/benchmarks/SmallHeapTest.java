package dev.defendersdk.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.benchmarks.PagesServer.Form;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A tenant of very many machines or alerts, listed by a program in a heap of 32 MB, server and
 * program each in a process of its own. 50,000 in the default run, 1,000,000 with {@code -Psoak}.
 */
class SmallHeapTest {

  private static final int ELEMENTS = Boolean.getBoolean("soak") ? 1_000_000 : 50_000;
  private static final List<String> SMALL = List.of("-Xmx32m");

  @Test
  void compressedPagesOfMachinesAreListedInASmallHeap() throws Exception {
    assertThat(list("machines", ELEMENTS, Form.GZIP))
        .last()
        .isEqualTo("listed=" + ELEMENTS + " parts=" + 2L * ELEMENTS);
  }

  @Test
  void compressedPagesOfAlertsWithEvidenceAreListedInASmallHeap() throws Exception {
    assertThat(list("alerts", ELEMENTS, Form.GZIP))
        .last()
        .isEqualTo("listed=" + ELEMENTS + " parts=" + (long) AlertPages.EVIDENCE * ELEMENTS);
  }

  @Test
  void aPageBeyondTheBoundSaysHowToAskForLess() throws Exception {
    assertThat(list("machines", Listed.MACHINES.pageSize(), Form.PLAIN))
        .last()
        .asString()
        .startsWith("UNREADABLE_ANSWER: machines.list:")
        .contains("the body is larger than", "pageSize(…)", "largestAnswer(…)");
  }

  private static List<String> list(String entity, int elements, Form form) throws Exception {
    try (OtherProcess server =
            OtherProcess.start(
                PagesServer.class, List.of(), Integer.toString(elements), form.name());
        OtherProcess program =
            OtherProcess.start(ManyListed.class, SMALL, Integer.toString(server.port()), entity)) {
      return program.rest();
    }
  }
}
