package dev.defendersdk.gates;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** The check for leftover threads fails for one that stays, and does not wait for it for ever. */
class LeftoversTest {

  @Test
  void aThreadThatStaysIsNamed() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    Thread leak = new Thread(() -> awaitQuietly(end), "leak-of-this-test");
    leak.start();
    try {
      assertThatThrownBy(() -> Leftovers.assertThreadsEnd(Duration.ofMillis(1), "leak-of-"))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("leak-of-this-test");
    } finally {
      end.countDown();
    }
    Leftovers.assertThreadsEnd(Leftovers.LONG_ENOUGH, "leak-of-");
  }

  private static void awaitQuietly(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
