package dev.defendersdk.testkit.internal.storage;

import dev.defendersdk.testkit.internal.api.Answer;
import dev.defendersdk.testkit.internal.api.ApiError;
import dev.defendersdk.testkit.internal.api.QueryString;
import dev.defendersdk.testkit.internal.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers as a blob store does: a link is all that is needed and all that may be sent. Errors are
 * XML.
 */
public final class StorageHost {

  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,18})-(\\d{1,18})?");

  private StorageHost() {}

  /**
   * Answers a GET.
   *
   * @param emptyAtFirst whether the first request for a file gets a success with nothing in it
   */
  public static Answer answer(
      StorageBook book, String name, WireRequest request, boolean emptyAtFirst, Instant now) {
    if (request.header("authorization") != null) {
      // A token that went astray: the journal shows it by this code.
      return error(
          400, "InvalidAuthenticationInfo", "A signed link takes no Authorization header.");
    }
    StorageBook.Link link = book.linkOf(signature(request));
    if (link == null || !link.name().equals(name) || !now.isBefore(link.expires())) {
      return error(
          403,
          "AuthenticationFailed",
          "Server failed to authenticate the request. Make sure the value of Authorization header"
              + " is formed correctly including the signature.");
    }
    StorageBook.Blob blob = book.blob(name);
    if (blob == null) {
      return error(404, "BlobNotFound", "The specified blob does not exist.");
    }
    if (emptyAtFirst && book.isFirst(name)) {
      return content(200, blob, new byte[0]);
    }
    return part(blob, request);
  }

  private static String signature(WireRequest request) {
    try {
      return Objects.requireNonNullElse(QueryString.parse(request.query()).get("sig"), "");
    } catch (ApiError e) {
      return "";
    }
  }

  private static Answer part(StorageBook.Blob blob, WireRequest request) {
    byte[] bytes = blob.bytes();
    Matcher range = RANGE.matcher(Objects.requireNonNullElse(request.header("range"), ""));
    String ifRange = request.header("if-range");
    if (!range.matches() || (ifRange != null && !ifRange.equals(blob.etag()))) {
      return content(200, blob, bytes);
    }
    long from = Long.parseLong(range.group(1));
    if (from >= bytes.length) {
      return error(416, "InvalidRange", "The range specified is invalid for the current size.")
          .withHeader("Content-Range", "bytes */" + bytes.length);
    }
    long to = range.group(2) == null ? bytes.length - 1 : Long.parseLong(range.group(2));
    int end = (int) Math.min(to + 1, bytes.length);
    return content(206, blob, Arrays.copyOfRange(bytes, (int) from, end))
        .withHeader("Content-Range", "bytes " + from + "-" + (end - 1) + "/" + bytes.length);
  }

  private static Answer content(int status, StorageBook.Blob blob, byte[] bytes) {
    return Answer.raw(status, bytes)
        .withHeader("Content-Type", blob.contentType())
        .withHeader("Content-Length", Integer.toString(bytes.length))
        .withHeader("Accept-Ranges", "bytes")
        .withHeader("ETag", blob.etag());
  }

  private static Answer error(int status, String code, String message) {
    String xml =
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>"
            + code
            + "</Code><Message>"
            + message
            + "</Message></Error>";
    byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
    return Answer.raw(status, bytes)
        .withErrorCode(code)
        .withHeader("Content-Type", "application/xml")
        .withHeader("Content-Length", Integer.toString(bytes.length))
        .withHeader("x-ms-error-code", code);
  }
}
