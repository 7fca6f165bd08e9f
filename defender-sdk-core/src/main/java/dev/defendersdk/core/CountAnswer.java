package dev.defendersdk.core;

import dev.defendersdk.core.internal.transport.WireResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads answers that are a bare number. */
final class CountAnswer {

  private static final int LONGEST = 64;

  private CountAnswer() {}

  static Long read(WireResponse answer) throws IOException {
    try (InputStream body = answer.open()) {
      String text = new String(body.readNBytes(LONGEST), StandardCharsets.UTF_8);
      // Services of this kind send it as text, with a byte order mark before it or without.
      return Long.valueOf(text.replace("\uFEFF", "").strip());
    } catch (NumberFormatException e) {
      throw new IOException("it is no whole number", e);
    }
  }
}
