package dev.defendersdk.testkit.internal.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.defendersdk.testkit.internal.engine.CloudState;
import dev.defendersdk.testkit.internal.wire.Transit;
import dev.defendersdk.testkit.internal.wire.WireClock;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The simulated cloud behind a WireMock server on the loopback interface. */
public final class WireMockAdapter {

  private static final String HOST = "127.0.0.1";

  /** The least of WireMock's priorities, so that any stub of the server's user comes first. */
  private static final int LAST = Integer.MAX_VALUE;

  private final TenantTransformer transformer;
  private final WireMockServer server;

  public WireMockAdapter(CloudState state, WireClock clock, @Nullable Transit transit) {
    transformer = new TenantTransformer(state, clock, transit);
    server =
        new WireMockServer(
            WireMockConfiguration.options()
                .bindAddress(HOST)
                .dynamicPort()
                .disableRequestJournal()
                .gzipDisabled(true)
                .containerThreads(64)
                .jettyStopTimeout(100L)
                .extensions(transformer));
    server.start();
    server.stubFor(
        any(anyUrl())
            .atPriority(LAST)
            .willReturn(aResponse().withTransformers(TenantTransformer.NAME)));
  }

  public WireMockServer server() {
    return server;
  }

  public URI baseUri() {
    return URI.create("http://" + HOST + ":" + server.port());
  }

  public void stop() {
    transformer.close();
    server.stop();
  }
}
