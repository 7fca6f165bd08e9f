package dev.defendersdk.testkit.rules;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong with one exchange. Immutable.
 *
 * <p>Each kind says whether the service carries the request out before it goes wrong; {@link
 * #acting(boolean)} changes that where both can be.
 */
public final class Fault {

  /** What goes wrong. */
  public enum Kind {
    /** Another status than the right one; the request is not carried out. */
    STATUS,
    /** No connection; the request never arrives. Over a socket: the connection ends at once. */
    CONNECTION_REFUSED,
    /**
     * The server closes a connection that was idle just as the request goes out on it; the request
     * is not carried out.
     */
    IDLE_CONNECTION_CLOSED,
    /** The connection is reset before the request is carried out. */
    RESET_BEFORE,
    /** The connection is reset within the request, which is not carried out. */
    RESET_WHILE_SENDING,
    /** The request is lost on its way: it is not carried out, and nothing ever comes. */
    DROPPED,
    /** The request is carried out, then the connection is reset without an answer. */
    RESET_AFTER,
    /** The request is carried out, then nothing comes, not even headers. */
    STALLED_HEADERS,
    /** The request is carried out, then headers and half of the body come and no more. */
    STALLED_BODY,
    /** The request is carried out, then the connection ends in the middle of the body. */
    TRUNCATED_BODY,
    /** The request is carried out, then the body is no JSON. */
    GARBAGE_BODY,
    /** The request is carried out, then the body claims to be gzip and is not. */
    CORRUPT_GZIP,
    /** A gateway's page of HTML; the request is not carried out. */
    HTML_PAGE,
    /** The request is carried out, then the right body comes as {@code text/plain}. */
    WRONG_CONTENT_TYPE,
    /** The request is carried out, then the right status comes with an empty body. */
    EMPTY_BODY,
    /** The right answer, late. */
    DELAY
  }

  private static final Set<Kind> SAYS_IT_ITSELF =
      Set.of(
          Kind.CONNECTION_REFUSED,
          Kind.IDLE_CONNECTION_CLOSED,
          Kind.RESET_BEFORE,
          Kind.RESET_WHILE_SENDING,
          Kind.DROPPED,
          Kind.RESET_AFTER);

  private final Kind kind;
  private final int status;
  private final @Nullable String code;
  private final String message;
  private final @Nullable String body;
  private final Map<String, String> headers;
  private final Duration delay;
  private final boolean acting;

  private Fault(
      Kind kind,
      int status,
      @Nullable String code,
      String message,
      @Nullable String body,
      Map<String, String> headers,
      Duration delay,
      boolean acting) {
    this.kind = kind;
    this.status = status;
    this.code = code;
    this.message = message;
    this.body = body;
    this.headers = Map.copyOf(headers);
    this.delay = delay;
    this.acting = acting;
  }

  /**
   * Another status, with an error body as the service has it.
   *
   * @param status 200 to 599
   */
  public static Fault status(int status) {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException(
          "status is " + status + ": a final HTTP status has 200 to 599; give one of these");
    }
    return new Fault(
        Kind.STATUS,
        status,
        codeOf(status),
        "Simulated fault",
        null,
        Map.of(),
        Duration.ZERO,
        false);
  }

  /** A fault of the given kind as it is by default: status 503, a delay of 10 seconds. */
  public static Fault of(Kind kind) {
    return switch (kind) {
      case STATUS -> status(503);
      case HTML_PAGE -> htmlPage(502);
      case DELAY -> delay(Duration.ofSeconds(10));
      case CONNECTION_REFUSED, IDLE_CONNECTION_CLOSED, RESET_BEFORE, RESET_WHILE_SENDING, DROPPED ->
          plain(kind, false);
      case RESET_AFTER,
          STALLED_HEADERS,
          STALLED_BODY,
          TRUNCATED_BODY,
          GARBAGE_BODY,
          CORRUPT_GZIP,
          WRONG_CONTENT_TYPE,
          EMPTY_BODY ->
          plain(kind, true);
    };
  }

  /** No connection. Over a socket the connection is made and ends at once. */
  public static Fault connectionRefused() {
    return of(Kind.CONNECTION_REFUSED);
  }

  /** The connection is reset and nothing was done. */
  public static Fault resetBefore() {
    return of(Kind.RESET_BEFORE);
  }

  /** An idle connection is closed under the request, and nothing was done. */
  public static Fault idleConnectionClosed() {
    return of(Kind.IDLE_CONNECTION_CLOSED);
  }

  /** The connection is reset within the request, and nothing was done. */
  public static Fault resetWhileSending() {
    return of(Kind.RESET_WHILE_SENDING);
  }

  /** The request is lost on its way: nothing comes, and nothing was done. */
  public static Fault dropped() {
    return of(Kind.DROPPED);
  }

  /** The connection is reset and the request was carried out. */
  public static Fault resetAfter() {
    return of(Kind.RESET_AFTER);
  }

  /** Nothing comes, and the request was carried out. */
  public static Fault stalledHeaders() {
    return of(Kind.STALLED_HEADERS);
  }

  /** Half of the body comes, and the request was carried out. */
  public static Fault stalledBody() {
    return of(Kind.STALLED_BODY);
  }

  /** The connection ends within the body, and the request was carried out. */
  public static Fault truncatedBody() {
    return of(Kind.TRUNCATED_BODY);
  }

  /** A body that is no JSON, and the request was carried out. */
  public static Fault garbageBody() {
    return of(Kind.GARBAGE_BODY);
  }

  /** A body that claims to be gzip, and the request was carried out. */
  public static Fault corruptGzip() {
    return of(Kind.CORRUPT_GZIP);
  }

  /**
   * A gateway's page of HTML.
   *
   * @param status such as 502
   */
  public static Fault htmlPage(int status) {
    return new Fault(
        Kind.HTML_PAGE, status, null, "Simulated fault", null, Map.of(), Duration.ZERO, false);
  }

  /** The right body under a wrong content type, and the request was carried out. */
  public static Fault wrongContentType() {
    return of(Kind.WRONG_CONTENT_TYPE);
  }

  /** The right status without a body, and the request was carried out. */
  public static Fault emptyBody() {
    return of(Kind.EMPTY_BODY);
  }

  /**
   * The right answer, held back.
   *
   * @param delay in the tenant's time; over a socket in real time
   */
  public static Fault delay(Duration delay) {
    return plain(Kind.DELAY, true).heldBack(delay);
  }

  /** This fault with an error code in its body. */
  public Fault code(String value) {
    return new Fault(kind, status, value, message, body, headers, delay, acting);
  }

  /** This fault with a message in its body. */
  public Fault message(String value) {
    return new Fault(kind, status, code, value, body, headers, delay, acting);
  }

  /** This fault with a body of its own, as it stands. */
  public Fault body(String value) {
    return new Fault(kind, status, code, message, value, headers, delay, acting);
  }

  /** This fault with one more header. */
  public Fault header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
    return new Fault(kind, status, code, message, body, more, delay, acting);
  }

  /**
   * This fault with a {@code Retry-After} header.
   *
   * @param wait in whole seconds; fractions are dropped
   */
  public Fault retryAfter(Duration wait) {
    return header("Retry-After", Long.toString(wait.toSeconds()));
  }

  /**
   * This fault, held back.
   *
   * @param value not negative
   */
  public Fault heldBack(Duration value) {
    if (value.isNegative()) {
      throw new IllegalArgumentException(
          "delay is " + value + ": an answer cannot come before its time; give zero or more");
    }
    return new Fault(kind, status, code, message, body, headers, value, acting);
  }

  /**
   * This fault with or without the request being carried out before.
   *
   * @throws IllegalArgumentException for what ends or loses a connection, which says it itself
   */
  public Fault acting(boolean value) {
    if (SAYS_IT_ITSELF.contains(kind)) {
      throw new IllegalArgumentException(
          kind + " says by itself whether the request is carried out; choose another kind");
    }
    return new Fault(kind, status, code, message, body, headers, delay, value);
  }

  /** What goes wrong. */
  public Kind kind() {
    return kind;
  }

  /** The status of a {@code STATUS} and an {@code HTML_PAGE}; 0 for the other kinds. */
  public int status() {
    return status;
  }

  /** The error code in the body; null for none. */
  public @Nullable String code() {
    return code;
  }

  /** The message in the body. */
  public String message() {
    return message;
  }

  /** The whole body; null for the one of the kind. */
  public @Nullable String body() {
    return body;
  }

  /** Headers beside those of the kind. */
  public Map<String, String> headers() {
    return headers;
  }

  /** How long the answer is held back. */
  public Duration delay() {
    return delay;
  }

  /** Whether the request is carried out before it goes wrong. */
  public boolean isActing() {
    return acting;
  }

  @Override
  public String toString() {
    String text = status == 0 ? kind.name() : kind + " " + status;
    return delay.isZero() ? text : text + " after " + delay;
  }

  private static Fault plain(Kind kind, boolean acting) {
    return new Fault(kind, 0, null, "Simulated fault", null, Map.of(), Duration.ZERO, acting);
  }

  private static String codeOf(int status) {
    return switch (status) {
      case 400 -> "BadRequest";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "NotFound";
      case 429 -> "TooManyRequests";
      default -> "InternalServerError";
    };
  }
}
