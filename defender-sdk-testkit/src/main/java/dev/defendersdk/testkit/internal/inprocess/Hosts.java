package dev.defendersdk.testkit.internal.inprocess;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The host names of the simulated services; reserved names, which no resolver knows. */
public final class Hosts {

  public static final URI AUTHORITY = URI.create("https://login.defender.test");
  public static final URI DEFENDER = URI.create("https://api.defender.test");
  public static final URI GRAPH = URI.create("https://graph.defender.test");

  private Hosts() {}

  /** The service behind a host; null if there is none. */
  static @Nullable String service(URI uri) {
    if (!"https".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null) {
      return null;
    }
    if (uri.getPort() != -1 && uri.getPort() != 443) {
      return null;
    }
    return switch (uri.getHost().toLowerCase(Locale.ROOT)) {
      case "login.defender.test" -> "signIn";
      case "api.defender.test" -> "defender";
      case "graph.defender.test" -> "graph";
      case "storage.defender.test" -> "storage";
      default -> null;
    };
  }
}
