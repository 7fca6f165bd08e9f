package dev.defendersdk.gates;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.auth.AccessToken;
import dev.defendersdk.core.auth.Credentials;
import dev.defendersdk.core.transfer.SignedLink;
import java.nio.file.Path;
import java.time.Instant;

/** Downloads one file, in a JVM of its own: see {@link SmallHeapDownloadTest}. */
final class SmallHeapDownload {

  private SmallHeapDownload() {}

  /**
   * Runs.
   *
   * @param arguments the link and the target
   */
  public static void main(String[] arguments) {
    try (DefenderClient defender =
        DefenderClient.builder()
            .credential(
                Credentials.tokenSupplier(
                    "contoso.example", "app", request -> AccessToken.of("t0k3n", Instant.MAX)))
            .partner("Contoso", "NetShield", "4.2.0")
            .build()) {
      long length =
          defender.downloads().toFile(() -> SignedLink.parse(arguments[0]), Path.of(arguments[1]));
      System.out.println("length=" + length + " heap=" + Runtime.getRuntime().maxMemory());
    }
  }
}
