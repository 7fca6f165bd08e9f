package dev.defendersdk.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

/** Threads that should have ended with the clients and tenants that began them. */
final class Leftovers {

  /** Longer than an idle thread of any pool lives. */
  static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

  private Leftovers() {}

  /** Lets threads of these names end, and fails by the name of one that does not. */
  static void assertThreadsEnd(Duration within, String... names) throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (List.of(names).stream().anyMatch(thread.getName()::startsWith)) {
        thread.join(within.toMillis());
        assertThat(thread.isAlive())
            .as(() -> thread + " is left over: " + List.of(thread.getStackTrace()))
            .isFalse();
      }
    }
  }
}
