package dev.defendersdk.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.auth.Credentials;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.machineactions.actions.MachineActionOperations;
import dev.defendersdk.machineactions.machines.MachineOperations;
import dev.defendersdk.testkit.VirtualTime;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * What a tenant costs in a process that serves many: at most 64 KB, and no thread. Each has signed
 * in with the application's secret, has a token of 2 KB, and was called for three quotas. 1,000
 * tenants in the default run, 10,000 with {@code -Psoak}.
 */
class ManyTenantsHeapTest {

  private static final int TENANTS = Boolean.getBoolean("soak") ? 10_000 : 1_000;
  private static final int WARM_UP = 50;
  private static final int THREADS = 16;
  private static final long MOST_BYTES = 64 << 10;
  private static final int MOST_THREADS = 100;
  private static final String APPLICATION = "8a7f5ed2-6a1b-4f0c-9d3e-0c1b2a39485f";
  private static final String MACHINE = "1".repeat(40);

  // What is read of it is the token at the sign-in, and the id at the service.
  private static final String ANSWER =
      "{\"token_type\":\"Bearer\",\"expires_in\":86399,\"access_token\":\""
          + "e30.e30."
          + "t".repeat(2_000)
          + "\",\"id\":\"7327b54f-d718-4a1f-a5a6-0a1b2c3d4e5f\"}";

  private final VirtualTime time = VirtualTime.startingAt(Instant.parse("2026-11-24T08:00:00Z"));

  @Test
  void aTenantCostsLittleMemoryAndNoThread() throws Exception {
    try (DefenderClient defender = client()) {
      call(defender, 0, WARM_UP);
      long before = Heap.usedAfterCollection();
      List<DefenderClient> tenants = call(defender, WARM_UP, TENANTS);
      long bytes = (Heap.usedAfterCollection() - before) / TENANTS;
      int threads = threadsOfTheSdk();

      System.out.printf(
          "ManyTenantsHeapTest: %,d tenants, %,d bytes a tenant, %d threads in all, JDK %s%n",
          TENANTS, bytes, threads, Runtime.version().feature());
      assertThat(tenants)
          .as("each has been called, and is known")
          .allMatch(tenant -> tenant.quota(MachineOperations.GET).leftThisMinute() == 99);
      assertThat(bytes).as("bytes a tenant: its token at least").isBetween(2_000L, MOST_BYTES);
      // Sixteen for calls, sixteen for sign-ins and one for the time; and those whose sign-in has
      // just ended, which the pool keeps for a while.
      assertThat(threads).as("threads in all").isLessThanOrEqualTo(MOST_THREADS);
    }
  }

  private DefenderClient client() {
    byte[] answer = ANSWER.getBytes(StandardCharsets.UTF_8);
    return DefenderClient.builder()
        .credential(Credentials.clientSecret(tenantId(0), APPLICATION, "secret"))
        .partner("Contoso", "NetShield", "4.2.0")
        .timeSource(time)
        .httpClient(
            new CannedHttpClient(answer, Map.of("Content-Type", List.of("application/json"))))
        .backgroundThreads(THREADS)
        .build();
  }

  private List<DefenderClient> call(DefenderClient defender, int first, int count)
      throws Exception {
    List<DefenderClient> tenants = new ArrayList<>(count);
    List<CompletableFuture<?>> calls = new ArrayList<>();
    for (int i = first; i < first + count; i++) {
      DefenderClient tenant = defender.forTenant(tenantId(i));
      tenants.add(tenant);
      calls.add(start(tenant, Call.of(MachineOperations.GET).path("id", MACHINE)));
      calls.add(
          start(
              tenant,
              Call.of(MachineActionOperations.ISOLATE)
                  .path("id", MACHINE)
                  .member("Comment", "case 4711")
                  .member("IsolationType", "Full")));
      calls.add(
          start(
              tenant,
              Call.of(MachineActionOperations.GET)
                  .path("id", "7327b54f-d718-4a1f-a5a6-0a1b2c3d4e5f")));
    }
    for (CompletableFuture<?> call : calls) {
      time.blocking(call::join);
    }
    return tenants;
  }

  private static CompletableFuture<?> start(DefenderClient tenant, Call<?> call) {
    return tenant.background().start(call, CallOptions.defaults());
  }

  private static String tenantId(int number) {
    return String.format("%08d-0000-4000-8000-000000000000", number);
  }

  private static int threadsOfTheSdk() {
    return (int)
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith("defender-sdk-"))
            .count();
  }
}
