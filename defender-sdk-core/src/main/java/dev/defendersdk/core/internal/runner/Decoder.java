package dev.defendersdk.core.internal.runner;

import dev.defendersdk.core.internal.transport.WireResponse;
import java.io.IOException;

/**
 * Makes the result of a successful answer.
 *
 * @param <T> the result
 */
@FunctionalInterface
public interface Decoder<T> {

  /**
   * Decodes.
   *
   * @throws IOException if the body is not what it should be
   */
  T decode(WireResponse answer) throws IOException;
}
