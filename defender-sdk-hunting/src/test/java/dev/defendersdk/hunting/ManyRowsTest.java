package dev.defendersdk.hunting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.DefenderCloud;
import dev.defendersdk.core.auth.Credentials;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.TenantServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * 100,000 rows are read by a process with a heap of 32 MB, a fifth of them in a plain build: the
 * whole of them as objects does not fit in it. The tenant is in another process.
 */
class ManyRowsTest {

  private static final int ROWS = Boolean.getBoolean("soak") ? 100_000 : 20_000;
  private static final long FIRST = (1L << 53) + 1;

  @Test
  void manyRowsAreReadInASmallHeapWithEveryReportIdExact() throws Exception {
    SimulatedTenant tenant = SimulatedTenant.builder().build();
    Instant now = tenant.time().now();
    for (int i = 0; i < ROWS; i++) {
      tenant
          .hunting()
          .event(
              "DeviceEvents",
              Map.of(
                  "Timestamp",
                  now,
                  "DeviceId",
                  "0f",
                  "ReportId",
                  FIRST + 2L * i,
                  "ProcessCommandLine",
                  "x".repeat(300)));
    }
    try (TenantServer server = tenant.serve()) {
      Process reader =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx32m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Reader.class.getName(),
                  server.authorityUri().toString(),
                  server.defenderUri().toString(),
                  server.graphUri().toString(),
                  tenant.tenantId(),
                  tenant.clientId(),
                  tenant.clientSecret(),
                  tenant.graphAudience())
              .redirectErrorStream(true)
              .start();
      String output = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      // The sum of the odd numbers from the first on.
      long sum = ROWS * FIRST + (long) ROWS * (ROWS - 1);
      assertThat(output).contains("rows=" + ROWS + " sum=" + sum);
      assertThat(reader.waitFor()).isZero();
    }
  }

  /** Reads all rows, in a JVM of its own. */
  static final class Reader {

    private Reader() {}

    /** Runs, with the tenant's hosts, id, application, secret and audience. */
    public static void main(String[] arguments) {
      DefenderCloud cloud =
          DefenderCloud.builder()
              .authority(arguments[0])
              .defender(arguments[1])
              .graph(arguments[2])
              .graphAudience(arguments[6])
              .build();
      try (DefenderClient defender =
          DefenderClient.builder()
              .credential(Credentials.clientSecret(arguments[3], arguments[4], arguments[5]))
              .cloud(cloud)
              .partner("Contoso", "NetShield", "4.2.0")
              .build()) {
        long rows = 0;
        long sum = 0;
        // All columns of so many rows would be more than the 50 MB that the service gives.
        HuntingQuery query =
            HuntingQuery.of("DeviceEvents | project DeviceId, ReportId, ProcessCommandLine");
        for (HuntingRow row : new HuntingClient(defender).run(query)) {
          rows++;
          sum += row.number("ReportId");
        }
        System.out.println("rows=" + rows + " sum=" + sum);
      }
    }
  }
}
