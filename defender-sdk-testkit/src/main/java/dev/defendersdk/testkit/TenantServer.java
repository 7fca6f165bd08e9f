package dev.defendersdk.testkit;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.defendersdk.testkit.internal.wiremock.WireMockAdapter;
import java.net.URI;

/**
 * A simulated cloud served over HTTP on the loopback interface, all services on one port, told
 * apart by path. Over a socket a refused connection is one that ends at once, and stalls and delays
 * are in real time. Safe for use by many threads.
 */
public final class TenantServer implements AutoCloseable {

  private final WireMockAdapter adapter;

  TenantServer(WireMockAdapter adapter) {
    this.adapter = adapter;
  }

  /** Where it listens, such as {@code http://127.0.0.1:49152}. */
  public URI baseUri() {
    return adapter.baseUri();
  }

  /** Where one signs in. */
  public URI authorityUri() {
    return baseUri();
  }

  /** Where the Defender API is. */
  public URI defenderUri() {
    return baseUri();
  }

  /** Where Microsoft Graph is. */
  public URI graphUri() {
    return baseUri();
  }

  /**
   * The server itself, to stub beside the tenant: a stub of yours comes before the tenant's. Its
   * own request journal is off; read the tenant's.
   */
  public WireMockServer wireMock() {
    return adapter.server();
  }

  /** Stops listening. Closing twice does nothing. */
  @Override
  public void close() {
    adapter.stop();
  }

  @Override
  public String toString() {
    return "TenantServer[" + baseUri() + "]";
  }
}
