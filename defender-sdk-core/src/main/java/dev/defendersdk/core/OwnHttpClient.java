package dev.defendersdk.core;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** The JDK's client as the SDK sets it up, and how it ends. */
final class OwnHttpClient {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration LONGEST_END = Duration.ofSeconds(5);
  private static final String DISABLED_SCHEMES = "jdk.http.auth.tunneling.disabledSchemes";

  // From 21 on; before, a client ends when it is collected (JDK-8267140).
  private static final @Nullable MethodHandle SHUTDOWN_NOW = method("shutdownNow", void.class);
  private static final @Nullable MethodHandle AWAIT_TERMINATION =
      method("awaitTermination", boolean.class, Duration.class);

  private OwnHttpClient() {}

  static HttpClient create(
      Executor executor, @Nullable SSLContext sslContext, @Nullable HttpProxy proxy) {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            // A rate-limited API gains nothing by streams, and has none to run out of.
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_TIMEOUT)
            .executor(executor);
    if (sslContext != null) {
      builder.sslContext(sslContext);
    }
    if (proxy == null) {
      return builder.build();
    }
    builder.proxy(new Through(proxy));
    if (proxy.user() == null) {
      return builder.build();
    }
    if (System.getProperty(DISABLED_SCHEMES) == null) {
      throw new IllegalStateException(
          proxy
              + " wants a password: this JDK would not send it. Start Java with -D"
              + DISABLED_SCHEMES
              + "= (with nothing behind it).");
    }
    return new ProxySignIn(builder.build(), proxy);
  }

  /** Ends all exchanges and the client's own thread, if the JDK can. Waits for it a little. */
  static void end(HttpClient client) {
    HttpClient real = client instanceof ProxySignIn wrapper ? wrapper.client() : client;
    if (SHUTDOWN_NOW == null || AWAIT_TERMINATION == null) {
      return;
    }
    try {
      SHUTDOWN_NOW.invoke(real);
      boolean unused = (boolean) AWAIT_TERMINATION.invoke(real, LONGEST_END);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("the JDK's client does not end", e);
    }
  }

  private static @Nullable MethodHandle method(
      String name, Class<?> result, Class<?>... parameters) {
    try {
      return MethodHandles.publicLookup()
          .findVirtual(HttpClient.class, name, MethodType.methodType(result, parameters));
    } catch (NoSuchMethodException | IllegalAccessException e) {
      return null;
    }
  }

  /** All goes through the proxy, but to this very machine: a simulated tenant. */
  private static final class Through extends ProxySelector {

    private final List<Proxy> through;

    Through(HttpProxy proxy) {
      this.through = List.of(new Proxy(Proxy.Type.HTTP, proxy.address()));
    }

    @Override
    public List<Proxy> select(URI uri) {
      boolean near = uri.getHost() != null && DefenderCloud.isLoopback(uri.getHost());
      return near ? List.of(Proxy.NO_PROXY) : through;
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
      // The exchange fails with it.
    }
  }
}
