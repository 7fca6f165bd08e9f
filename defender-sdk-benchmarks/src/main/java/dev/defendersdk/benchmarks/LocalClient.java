package dev.defendersdk.benchmarks;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.DefenderClientBuilder;
import dev.defendersdk.core.DefenderCloud;
import dev.defendersdk.core.auth.AccessToken;
import dev.defendersdk.core.auth.Credentials;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;

/** Clients whose token is at hand. */
final class LocalClient {

  private static final String TENANT = "00000000-0000-0000-0000-000000000001";
  private static final Instant NEVER = Instant.parse("2100-01-01T00:00:00Z");

  private LocalClient() {}

  /**
   * Of a server at a port of this computer, be it Defender or Graph; patient, as it may be slow.
   */
  static DefenderClient of(int port) {
    return of("http://127.0.0.1:" + port);
  }

  /** Of a server, be it Defender or Graph; patient, as it may be slow. */
  static DefenderClient of(String root) {
    return builder()
        .cloud(DefenderCloud.builder().defender(root).graph(root).build())
        .deadline(Duration.ofMinutes(10))
        .attemptTimeout(Duration.ofMinutes(5))
        .build();
  }

  /** Of answers that are at hand. */
  static DefenderClient over(HttpClient http) {
    return builder().httpClient(http).build();
  }

  private static DefenderClientBuilder builder() {
    return DefenderClient.builder()
        .credential(
            Credentials.tokenSupplier(TENANT, TENANT, request -> AccessToken.of("token", NEVER)))
        .partner("Contoso", "Benchmark", "1.0");
  }
}
