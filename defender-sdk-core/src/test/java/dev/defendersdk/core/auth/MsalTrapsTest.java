package dev.defendersdk.core.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.DefenderCloud;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.call.Operation;
import dev.defendersdk.core.error.SignInException;
import dev.defendersdk.core.time.TimeSource;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What msal4j does that a caller must not feel: it finds no token again behind a port, nor one that
 * ends within five minutes, loses the facts of refusals, gives a null for a token, swallows
 * interrupts, and takes other threads. Tests over a socket, at a port.
 */
class MsalTrapsTest {

  private static final String TENANT = "0b6f1c3a-52e7-4c43-9b0e-6c1d2e3f4a5b";

  /** What the endpoint answers, taken for an entity. */
  public record Thing(@JsonAnySetter @JsonAnyGetter Map<String, Object> additionalProperties) {}

  private static final Operation<Thing> GET =
      Operation.get("things.get", "/api/thing").returns(Thing.class);

  private final Endpoint signIn = new Endpoint();
  private final Credential credential = Credentials.clientSecret(TENANT, "app", "secret");

  @AfterEach
  void close() {
    signIn.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {3_600, 299})
  void aTokenIsFetchedOnceAlsoBehindAPortAndAlsoIfItEndsSoon(int seconds) {
    signIn.answers(
        200,
        "{\"access_token\":\"t0k3n\",\"expires_in\":" + seconds + ",\"token_type\":\"Bearer\"}");
    try (DefenderClient defender =
        DefenderClient.builder()
            .credential(credential)
            .partner("Contoso", "NetShield", "4.2.0")
            .cloud(DefenderCloud.builder().authority(signIn.root()).defender(signIn.root()).build())
            .build()) {
      for (int i = 0; i < 5; i++) {
        defender.execute(Call.of(GET));
      }
    }
    assertThat(paths()).filteredOn("/api/thing"::equals).hasSize(5);
    assertThat(paths()).filteredOn(path -> path.endsWith("/token")).hasSize(1);
  }

  @Test
  void aTokenIsOneRequestWithoutDiscovery() throws Exception {
    credential.token(signIn.request(TENANT));
    assertThat(signIn.asked().method()).isEqualTo("POST");
    assertThat(signIn.asked().path()).isEqualTo("/" + TENANT + "/oauth2/v2.0/token");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      quoteCharacter = '`',
      textBlock =
          """
          400 | {"error":"unauthorized_client"}       | unauthorized_client | false
          401 | ``                                    | none                | false
          401 | <html>proxy</html>                    | none                | false
          429 | {"error":"temporarily_unavailable"}   | temporarily_unavailable | true
          500 | <html>down</html>                     | none                | true
          503 | ``                                    | none                | true
          """)
  void aRefusalKeepsItsStatusAndIsAskedForOnce(
      int status, String body, String code, boolean retryable) {
    signIn.answers(status, body);
    assertThatThrownBy(() -> credential.token(signIn.request(TENANT)))
        .isInstanceOfSatisfying(
            SignInException.class,
            e -> {
              assertThat(e.status()).hasValue(status);
              assertThat(e.code().orElse(null)).isEqualTo(code);
              assertThat(e.isRetryable()).isEqualTo(retryable);
              assertThat(e).hasMessageContaining("Check tenant id");
            });
    assertThat(paths()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"token_type\":\"Bearer\",\"expires_in\":3600}",
        "{\"access_token\":null,\"expires_in\":3600}",
        "{}",
        "",
        "[]"
      })
  void anAnswerWithoutATokenIsAFailedSignInAndNoNull(String body) {
    signIn.answers(200, body);
    assertThatThrownBy(() -> credential.token(signIn.request(TENANT)))
        .isInstanceOfSatisfying(SignInException.class, e -> assertThat(e.status()).hasValue(200));
  }

  @Test
  void anInterruptArrivesAsOne() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> credential.token(signIn.request(TENANT)))
          .isInstanceOf(InterruptedException.class);
    } finally {
      Thread.interrupted();
    }
  }

  @Test
  void itRunsOnTheThreadThatAskedForTheToken() throws Exception {
    Set<String> threads = ConcurrentHashMap.newKeySet();
    TimeSource watched =
        (TimeSource)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {TimeSource.class},
                (proxy, method, arguments) -> {
                  // Where the exchange is begun: within msal4j's request.
                  if (method.getName().equals("begin")) {
                    threads.add(Thread.currentThread().getName());
                  }
                  return method.invoke(TimeSource.system(), arguments);
                });
    TokenRequest request = signIn.request(TENANT);
    credential.token(
        new TokenRequest(
            request.tenantId(),
            request.user(),
            request.userAssertion(),
            request.authority(),
            request.scope(),
            request.claims(),
            request.timeout(),
            request.httpClient(),
            watched));
    assertThat(threads).containsExactly(Thread.currentThread().getName());
  }

  private List<String> paths() {
    return signIn.all().stream().map(Endpoint.Asked::path).toList();
  }
}
