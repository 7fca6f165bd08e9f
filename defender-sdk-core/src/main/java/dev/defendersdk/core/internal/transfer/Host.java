package dev.defendersdk.core.internal.transfer;

import dev.defendersdk.core.internal.transport.BodyPipe;
import dev.defendersdk.core.internal.transport.StreamedAnswer;
import dev.defendersdk.core.internal.transport.TransportFailure;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a storage host says of an error: XML with a code, and texts that may hold a signature. */
final class Host {

  private static final Pattern CODE =
      Pattern.compile("<Code>\\s*([A-Za-z0-9_.-]{1,80})\\s*</Code>");
  private static final int ENOUGH = 16_384;

  private Host() {}

  /** The code of an error answer, and nothing else of it; null if it shows none. */
  static @Nullable String code(StreamedAnswer answer, long untilNanos) throws InterruptedException {
    String header = answer.header("x-ms-error-code");
    if (header.matches("[A-Za-z0-9_.-]{1,80}")) {
      return header;
    }
    Matcher code = CODE.matcher(beginning(answer.body(), untilNanos));
    return code.find() ? code.group(1) : null;
  }

  private static String beginning(BodyPipe body, long untilNanos) throws InterruptedException {
    StringBuilder text = new StringBuilder();
    try {
      for (ByteBuffer part = body.next(untilNanos);
          part != null && text.length() < ENOUGH;
          part = body.next(untilNanos)) {
        text.append(StandardCharsets.UTF_8.decode(part));
      }
    } catch (TransportFailure e) {
      // What came must do.
    }
    return text.toString();
  }
}
