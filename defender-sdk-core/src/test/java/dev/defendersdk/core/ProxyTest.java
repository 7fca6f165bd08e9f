package dev.defendersdk.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.error.ConnectionException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Through a proxy, which sees neither tokens nor data. */
class ProxyTest {

  private static final String ROOT = "https://api.defender.example";

  @Test
  void theProxySeesWhereTheTunnelGoesAndTheServiceSeesTheToken() throws Exception {
    try (WireServer service = WireServer.encrypted();
        ProxyServer proxy = new ProxyServer(service.port(), "");
        DefenderClient defender =
            WireServer.client(ROOT)
                .sslContext(WireServer.tls())
                .proxy(HttpProxy.of("127.0.0.1", proxy.port()))
                .build()) {
      assertThat(defender.execute(Call.of(WireServer.GET)).id()).isEqualTo("one");

      assertThat(proxy.heads()).hasSize(1);
      assertThat(proxy.heads().get(0))
          .startsWith("CONNECT api.defender.example:443 HTTP/1.1")
          .doesNotContainIgnoringCase("Authorization:")
          .doesNotContain("t0k3n");
      assertThat(service.received().get(0).get("Authorization")).isEqualTo(List.of("Bearer t0k3n"));
    }
  }

  @Test
  void aProxyThatAsksForAPasswordGetsItAndTheServiceDoesNot() throws Exception {
    AtomicReference<String> password = new AtomicReference<>("pässword");
    try (WireServer service = WireServer.encrypted();
        ProxyServer proxy = new ProxyServer(service.port(), basic("user", "pässword"));
        DefenderClient defender =
            WireServer.client(ROOT)
                .sslContext(WireServer.tls())
                .proxy(HttpProxy.of("127.0.0.1", proxy.port()).signIn("user", password::get))
                .build()) {
      assertThat(defender.execute(Call.of(WireServer.GET)).id()).isEqualTo("one");
      assertThat(proxy.heads().get(0)).contains("Proxy-Authorization: Basic ");
      assertThat(service.received().get(0)).doesNotContainKey("Proxy-authorization");
      assertThat(service.received().get(0).get("Authorization")).isEqualTo(List.of("Bearer t0k3n"));
    }
  }

  @Test
  void aRefusalOfTheProxySaysThatNothingWasSent() throws Exception {
    try (WireServer service = WireServer.encrypted();
        ProxyServer proxy = new ProxyServer(service.port(), basic("user", "right"));
        DefenderClient defender =
            WireServer.client(ROOT)
                .sslContext(WireServer.tls())
                .proxy(HttpProxy.of("127.0.0.1", proxy.port()).signIn("user", () -> "wrong"))
                .build()) {
      assertThatThrownBy(() -> defender.execute(Call.of(WireServer.START)))
          .isInstanceOfSatisfying(
              ConnectionException.class, e -> assertThat(e.status()).hasValue(407))
          .hasMessageContaining("Check network, proxy and host name")
          .hasMessageNotContaining("wrong");
      assertThat(service.received()).isEmpty();
    }
  }

  @Test
  void thisVeryMachineIsReachedWithoutTheProxy() throws Exception {
    try (WireServer service = WireServer.plain();
        ProxyServer proxy = new ProxyServer(service.port(), "");
        DefenderClient defender =
            service.client().proxy(HttpProxy.of("127.0.0.1", proxy.port())).build()) {
      assertThat(defender.execute(Call.of(WireServer.GET)).id()).isEqualTo("one");
      assertThat(proxy.heads()).isEmpty();
    }
  }

  @Test
  void aJdkThatWouldNotSendThePasswordIsSaidBeforeAnyCall() {
    String property = "jdk.http.auth.tunneling.disabledSchemes";
    String before = System.clearProperty(property);
    try {
      assertThatThrownBy(
              () ->
                  WireServer.client(ROOT)
                      .proxy(HttpProxy.of("proxy.example", 3_128).signIn("user", () -> "s3cr3t"))
                      .build())
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("-D" + property + "=")
          .hasMessageNotContaining("s3cr3t");
    } finally {
      if (before != null) {
        System.setProperty(property, before);
      }
    }
  }

  @Test
  void aServerThatNobodyTrustsGetsNothing() throws Exception {
    try (WireServer service = WireServer.encrypted();
        DefenderClient defender =
            WireServer.client("https://localhost:" + service.port()).build()) {
      assertThatThrownBy(() -> defender.execute(Call.of(WireServer.START)))
          .isInstanceOf(ConnectionException.class)
          .hasMessageContaining("no trust");
      assertThat(service.received()).isEmpty();
    }
  }

  @Test
  void settingsOfAnHttpClientThatIsGivenContradictOnesOwn() {
    assertThatThrownBy(
            () ->
                WireServer.client(ROOT)
                    .httpClient(java.net.http.HttpClient.newHttpClient())
                    .proxy(HttpProxy.of("proxy.example", 3_128))
                    .build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("httpClient is given together with proxy or sslContext");
  }

  private static String basic(String user, String password) {
    String pair = user + ":" + password;
    return "Basic "
        + Base64.getEncoder()
            .encodeToString(pair.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
