package dev.defendersdk.testkit.internal.engine;

import dev.defendersdk.testkit.internal.api.Answer;
import dev.defendersdk.testkit.internal.api.Json;
import dev.defendersdk.testkit.internal.api.Operation;
import dev.defendersdk.testkit.internal.wire.Delivery;
import dev.defendersdk.testkit.internal.wire.Outcome;
import dev.defendersdk.testkit.internal.wire.WireRequest;
import dev.defendersdk.testkit.internal.wire.WireResponse;
import dev.defendersdk.testkit.rules.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes answers, and what a fault makes of them. */
final class Writer {

  private static final String ODATA =
      "application/json; odata.metadata=minimal; odata.streaming=true; charset=utf-8";
  private static final String JSON = "application/json; charset=utf-8";

  private Writer() {}

  static Outcome write(
      Answer answer,
      @Nullable Operation operation,
      @Nullable Fault fault,
      WireRequest request,
      boolean compressed) {
    Map<String, String> headers = new LinkedHashMap<>();
    boolean odata = operation != null && operation.service().equals("defender");
    headers.put("Content-Type", odata && answer.status() < 400 ? ODATA : JSON);
    if (odata) {
      headers.put("OData-Version", "4.0");
    } else {
      headers.put("Cache-Control", "no-store, no-cache");
    }
    headers.putAll(answer.headers());
    byte[] body = answer.content().bytes();
    if (fault != null) {
      return faulty(new WireResponse(answer.status(), headers, body), fault, request, compressed);
    }
    return new Outcome(
        encoded(new WireResponse(answer.status(), headers, body), request, compressed),
        Delivery.WHOLE,
        Duration.ZERO);
  }

  /** The status that the client gets to see; null if none. */
  static @Nullable Integer status(Answer answer, @Nullable Fault fault) {
    if (fault == null) {
      return answer.status();
    }
    return switch (fault.kind()) {
      case CONNECTION_REFUSED,
          IDLE_CONNECTION_CLOSED,
          RESET_BEFORE,
          RESET_WHILE_SENDING,
          DROPPED,
          RESET_AFTER,
          STALLED_HEADERS ->
          null;
      case STATUS, HTML_PAGE -> fault.status();
      case STALLED_BODY,
          TRUNCATED_BODY,
          GARBAGE_BODY,
          CORRUPT_GZIP,
          WRONG_CONTENT_TYPE,
          EMPTY_BODY,
          DELAY ->
          fault.isActing() ? answer.status() : 200;
    };
  }

  static @Nullable String errorCode(Answer answer, @Nullable Fault fault) {
    return fault != null
            && (fault.kind() == Fault.Kind.STATUS || fault.kind() == Fault.Kind.HTML_PAGE)
        ? fault.code()
        : answer.errorCode();
  }

  private static Outcome faulty(
      WireResponse right, Fault fault, WireRequest request, boolean compressed) {
    Integer seen = status(new Answer(right.status(), Map.of(), json -> {}, null, null), fault);
    WireResponse response =
        with(right, seen == null ? right.status() : seen, fault.headers(), right.body());
    Delivery delivery = Delivery.WHOLE;
    switch (fault.kind()) {
      case STATUS -> response = text(response, JSON, errorBody(fault));
      case HTML_PAGE -> response = text(response, "text/html", html(fault));
      case GARBAGE_BODY -> response = text(response, null, garbage(fault));
      case WRONG_CONTENT_TYPE ->
          response = with(response, response.status(), Map.of("Content-Type", "text/plain"), null);
      case EMPTY_BODY -> response = text(response, null, "");
      case CORRUPT_GZIP -> {
        return new Outcome(corrupt(response), delivery, fault.delay());
      }
      case CONNECTION_REFUSED -> delivery = Delivery.REFUSED;
      case IDLE_CONNECTION_CLOSED, RESET_BEFORE, RESET_WHILE_SENDING, RESET_AFTER ->
          delivery = Delivery.RESET;
      case DROPPED, STALLED_HEADERS -> delivery = Delivery.STALLED;
      case STALLED_BODY -> delivery = Delivery.STALLED_BODY;
      case TRUNCATED_BODY -> delivery = Delivery.CUT;
      case DELAY -> {}
    }
    return new Outcome(encoded(response, request, compressed), delivery, fault.delay());
  }

  private static WireResponse text(
      WireResponse response, @Nullable String contentType, String body) {
    return with(
        response,
        response.status(),
        contentType == null ? Map.of() : Map.of("Content-Type", contentType),
        body.getBytes(StandardCharsets.UTF_8));
  }

  private static WireResponse with(
      WireResponse response, int status, Map<String, String> more, byte @Nullable [] body) {
    Map<String, String> headers = new LinkedHashMap<>(response.headers());
    headers.putAll(more);
    if (body != null) {
      headers.computeIfPresent("Content-Length", (name, old) -> Integer.toString(body.length));
    }
    return new WireResponse(status, headers, body == null ? response.body() : body);
  }

  private static String errorBody(Fault fault) {
    if (fault.body() != null) {
      return fault.body();
    }
    String code = fault.code() == null ? "" : fault.code();
    Answer answer =
        Answer.error(fault.status(), code, fault.message(), "00000000-0000-0000-0000-000000000000");
    return new String(Json.bytes(answer.content()), StandardCharsets.UTF_8);
  }

  private static String html(Fault fault) {
    return fault.body() != null
        ? fault.body()
        : "<html><head><title>" + fault.status() + "</title></head><body>Bad gateway</body></html>";
  }

  private static String garbage(Fault fault) {
    return fault.body() != null ? fault.body() : "{\"value\": [ \u0000\u0001 ]]]} not json at all";
  }

  private static WireResponse encoded(
      WireResponse response, WireRequest request, boolean compressed) {
    String offered = request.header("accept-encoding");
    if (!compressed || offered == null || response.body().length == 0) {
      return response;
    }
    String encoding = choose(offered.toLowerCase(Locale.ROOT));
    if (encoding == null) {
      return response;
    }
    return with(
        response,
        response.status(),
        Map.of("Content-Encoding", encoding),
        compress(response.body(), encoding));
  }

  /** Deflate was seen to be preferred. */
  private static @Nullable String choose(String offered) {
    if (offered.contains("deflate")) {
      return "deflate";
    }
    return offered.contains("gzip") ? "gzip" : null;
  }

  private static byte[] compress(byte[] body, String encoding) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(body.length / 4 + 64);
    try (OutputStream packer =
        encoding.equals("gzip") ? new GZIPOutputStream(out) : new DeflaterOutputStream(out)) {
      packer.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A body that begins like gzip and breaks after its header. */
  private static WireResponse corrupt(WireResponse response) {
    byte[] packed = compress(response.body(), "gzip");
    for (int i = 10; i < packed.length; i++) {
      packed[i] = (byte) ~packed[i];
    }
    return with(response, response.status(), Map.of("Content-Encoding", "gzip"), packed);
  }
}
