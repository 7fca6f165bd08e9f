package dev.defendersdk.core.internal.transport;

import java.io.Closeable;
import java.net.http.HttpHeaders;

/** An answer whose headers have come and whose body is still to be read. Closing it ends it. */
public record StreamedAnswer(int status, HttpHeaders headers, BodyPipe body) implements Closeable {

  /** The first value of a header, or an empty text. */
  public String header(String name) {
    return headers.firstValue(name).orElse("").trim();
  }

  @Override
  public void close() {
    body.close();
  }
}
