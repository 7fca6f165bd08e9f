package dev.defendersdk.core;

import dev.defendersdk.core.call.Multipart;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/**
 * Writes {@code multipart/form-data} (RFC 7578): the texts first, then the file, which is opened
 * again for each attempt and never held whole.
 *
 * @param contentType with the boundary
 */
record MultipartBody(String contentType, BodyPublisher publisher) {

  static MultipartBody of(Multipart parts, RandomGenerator random) {
    String boundary = "defender-sdk-%016x%016x".formatted(random.nextLong(), random.nextLong());
    StringBuilder head = new StringBuilder();
    parts
        .texts()
        .forEach(
            (name, value) ->
                begin(head, boundary, name).append("\r\n\r\n").append(value).append("\r\n"));
    begin(head, boundary, parts.partName())
        .append("; filename=\"")
        .append(escaped(parts.fileName()))
        .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n");
    byte[] before = head.toString().getBytes(StandardCharsets.UTF_8);
    byte[] after = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
    BodyPublisher whole =
        BodyPublishers.concat(
            BodyPublishers.ofByteArray(before),
            BodyPublishers.ofInputStream(parts.content()::open),
            BodyPublishers.ofByteArray(after));
    long length = before.length + parts.content().length() + after.length;
    return new MultipartBody(
        "multipart/form-data; boundary=" + boundary, BodyPublishers.fromPublisher(whole, length));
  }

  private static StringBuilder begin(StringBuilder text, String boundary, String name) {
    return text.append("--")
        .append(boundary)
        .append("\r\nContent-Disposition: form-data; name=\"")
        .append(escaped(name))
        .append('"');
  }

  // As browsers do it (HTML, multipart/form-data encoding algorithm).
  private static String escaped(String name) {
    return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
  }
}
