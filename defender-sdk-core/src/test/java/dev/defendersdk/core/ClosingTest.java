package dev.defendersdk.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.auth.AccessToken;
import dev.defendersdk.core.auth.Credentials;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.error.ClosedException;
import dev.defendersdk.core.error.InterruptedCallException;
import dev.defendersdk.core.time.TimeSource;
import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of a client that was closed: nothing. */
class ClosingTest {

  @Test
  void nothingRefersToTheHttpClientAnyMore() throws Exception {
    AtomicReference<WeakReference<HttpClient>> seen = new AtomicReference<>();
    try (WireServer service = WireServer.plain()) {
      DefenderClient defender = clientThatShowsItsHttpClient(service, seen);
      defender.execute(Call.of(WireServer.GET));
      assertThat(seen.get().get()).isNotNull();

      defender.close();

      for (int i = 0; i < 100 && seen.get().get() != null; i++) {
        System.gc();
      }
      assertThat(seen.get().get()).as("the HTTP client, with the SDK's still held").isNull();
      assertThat(defender.toString()).contains("contoso.example");
    }
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void from21OnTheHttpClientHasEndedWhenCloseReturns() throws Exception {
    AtomicReference<WeakReference<HttpClient>> seen = new AtomicReference<>();
    try (WireServer service = WireServer.plain()) {
      DefenderClient defender = clientThatShowsItsHttpClient(service, seen);
      defender.execute(Call.of(WireServer.GET));
      HttpClient http = seen.get().get();
      defender.close();
      assertThat(HttpClient.class.getMethod("isTerminated").invoke(http)).isEqualTo(true);
    }
  }

  @Test
  void anExchangeThatIsUnderWayEndsAndItsConnectionWithIt() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      DefenderClient defender =
          WireServer.client("http://127.0.0.1:" + silent.getLocalPort()).build();
      AtomicReference<Throwable> thrown = new AtomicReference<>();
      Thread caller =
          new Thread(
              () -> {
                try {
                  defender.execute(Call.of(WireServer.GET));
                } catch (RuntimeException e) {
                  thrown.set(e);
                }
              });
      caller.start();
      try (Socket connection = silent.accept()) {
        assertThat(connection.getInputStream().read()).isEqualTo('G'); // the request has begun
        defender.close();
        caller.join();
        assertThat(thrown.get()).isInstanceOf(ClosedException.class);
        connection.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCallThatBeginsWhileTheClientClosesKnowsWhoseInterruptItIs(boolean callers)
      throws Exception {
    AtomicReference<DefenderClient> closes = new AtomicReference<>();
    try (WireServer service = WireServer.plain()) {
      DefenderClient defender = service.client().timeSource(new TimeThatCloses(closes)).build();
      closes.set(defender);
      if (callers) {
        Thread.currentThread().interrupt();
      }

      assertThatThrownBy(() -> defender.execute(Call.of(WireServer.START)))
          .isInstanceOf(callers ? InterruptedCallException.class : ClosedException.class);

      assertThat(Thread.interrupted()).isEqualTo(callers);
      assertThat(service.paths()).isEmpty();
    }
  }

  /** Closes a client when a call draws its id: it is under way, but does not run yet. */
  private record TimeThatCloses(AtomicReference<DefenderClient> closes) implements TimeSource {

    @Override
    public Instant now() {
      return TimeSource.system().now();
    }

    @Override
    public long nanos() {
      return TimeSource.system().nanos();
    }

    @Override
    public RandomGenerator random() {
      DefenderClient closing = closes.getAndSet(null);
      if (closing != null) {
        closing.close();
      }
      return TimeSource.system().random();
    }

    @Override
    public Signal newSignal() {
      return TimeSource.system().newSignal();
    }

    @Override
    public Span begin() {
      return TimeSource.system().begin();
    }

    @Override
    public Runnable tracked(Runnable task) {
      return TimeSource.system().tracked(task);
    }
  }

  private static DefenderClient clientThatShowsItsHttpClient(
      WireServer service, AtomicReference<WeakReference<HttpClient>> seen) {
    return service
        .client()
        .credential(
            Credentials.tokenSupplier(
                "contoso.example",
                "app",
                request -> {
                  seen.set(new WeakReference<>(request.httpClient()));
                  return AccessToken.of("t0k3n", Instant.MAX);
                }))
        .build();
  }
}
