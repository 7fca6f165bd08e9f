package dev.defendersdk.core;

import dev.defendersdk.core.internal.json.JsonCodec;
import dev.defendersdk.core.internal.transport.WireResponse;
import dev.defendersdk.core.transfer.SignedLink;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Reads answers of the form {@code {"@odata.context": …, "value": "https://…"}}. */
final class LinkAnswer {

  private LinkAnswer() {}

  static SignedLink read(WireResponse answer) throws IOException {
    try (InputStream body = answer.open()) {
      if (JsonCodec.readPlain(body) instanceof Map<?, ?> envelope
          && envelope.get("value") instanceof String link) {
        return SignedLink.parse(link);
      }
    } catch (IllegalArgumentException e) {
      throw new IOException("its value is no signed link", e);
    }
    throw new IOException("it has no text in \"value\", which should be a signed link");
  }
}
