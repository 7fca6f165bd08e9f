package dev.defendersdk.testkit.internal.engine;

import dev.defendersdk.testkit.internal.api.Operation;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the operation that a path means: in any case, under {@code /api} and {@code /api/v1.0}. */
final class Router {

  /**
   * What a request means.
   *
   * @param operation null if no operation has this path and method
   * @param otherMethod whether the path has an operation of another method
   * @param root {@code /api} or {@code /api/v1.0}
   */
  record Target(
      @Nullable Operation operation,
      Map<String, String> values,
      boolean otherMethod,
      String root) {}

  private final List<Route> routes = new ArrayList<>();

  Router(List<Operation> operations) {
    operations.forEach(operation -> routes.add(new Route(operation)));
    routes.sort(Comparator.comparingInt(Route::literals).reversed());
  }

  Target find(String method, @Nullable String service, String rawPath) {
    List<String> segments = new ArrayList<>();
    for (String segment : rawPath.split("/", -1)) {
      if (!segment.isEmpty()) {
        segments.add(decode(segment));
      }
    }
    String root = "/api";
    if (segments.size() > 1
        && segments.get(0).equalsIgnoreCase("api")
        && segments.get(1).equalsIgnoreCase("v1.0")) {
      segments.remove(1);
      root = "/api/v1.0";
    }
    boolean otherMethod = false;
    for (Route route : routes) {
      Map<String, String> values =
          service == null || service.equals(route.operation().service())
              ? route.match(segments)
              : null;
      if (values != null) {
        if (route.operation().method().equals(method)) {
          return new Target(route.operation(), values, false, root);
        }
        otherMethod = true;
      }
    }
    return new Target(null, Map.of(), otherMethod, root);
  }

  /** A plus in a path is a plus. */
  private static String decode(String segment) {
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return segment;
    }
  }
}
