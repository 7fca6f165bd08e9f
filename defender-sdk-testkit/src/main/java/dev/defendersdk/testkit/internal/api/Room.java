package dev.defendersdk.testkit.internal.api;

import java.util.Map;

/** An area of the service: handlers by operation id. */
@FunctionalInterface
public interface Room {
  Map<String, Handler> handlers();
}
