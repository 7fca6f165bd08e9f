package dev.defendersdk.core;

import dev.defendersdk.core.argument.Check;
import java.net.InetSocketAddress;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP proxy between this process and the services. It carries what is encrypted end to end, and
 * sees neither tokens nor data; loopback addresses are reached without it. Immutable.
 */
public final class HttpProxy {

  private final String host;
  private final int port;
  private final @Nullable String user;
  private final @Nullable Supplier<String> password;

  private HttpProxy(
      String host, int port, @Nullable String user, @Nullable Supplier<String> password) {
    this.host = host;
    this.port = port;
    this.user = user;
    this.password = password;
  }

  /**
   * A proxy that asks nobody who they are.
   *
   * @param host a name or an address
   * @param port 1 to 65535
   */
  public static HttpProxy of(String host, int port) {
    return new HttpProxy(
        Check.notBlank(host, "host"), Check.between(port, 1, 65_535, "port"), null, null);
  }

  /**
   * This proxy with a user and a password, by the Basic scheme. The JDK sends these to a proxy only
   * if it is started with {@code -Djdk.http.auth.tunneling.disabledSchemes=}: a client is not built
   * otherwise.
   *
   * @param user without a colon
   * @param password asked for with each request, so that it may change
   */
  public HttpProxy signIn(String user, Supplier<String> password) {
    if (Check.notBlank(user, "user").contains(":")) {
      throw new IllegalArgumentException(
          "user is " + Check.quote(user) + ": a colon ends a user's name. Leave it out.");
    }
    return new HttpProxy(host, port, user, Check.notNull(password, "password"));
  }

  InetSocketAddress address() {
    return InetSocketAddress.createUnresolved(host, port);
  }

  @Nullable String user() {
    return user;
  }

  @Nullable Supplier<String> password() {
    return password;
  }

  /** Shows where it is, no password. */
  @Override
  public String toString() {
    return "HttpProxy[" + host + ":" + port + (user == null ? "" : ", user " + user) + "]";
  }
}
