package dev.defendersdk.core.internal.transport;

import dev.defendersdk.core.internal.transport.TransportFailure.Kind;
import dev.defendersdk.core.time.TimeSource;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * One exchange: a request out, a whole answer in, within a time. The time is kept in two parts: up
 * to the headers by the JDK, from there by the receiver of the body. No redirect is followed.
 */
public final class Transport {

  private static final int LARGEST_SIGN_IN = 1 << 20;

  private final HttpClient client;
  private final TimeSource time;
  private final TimeSource.Timer timer;
  private final int largestBody;
  private final long largestInflated;

  public Transport(
      HttpClient client,
      TimeSource time,
      TimeSource.Timer timer,
      int largestBody,
      long largestInflated) {
    this.client = client;
    this.time = time;
    this.timer = timer;
    this.largestBody = largestBody;
    this.largestInflated = largestInflated;
  }

  /**
   * For a sign-in: small answers, and no time of its own for the body, since the fetch of a token
   * is ended as a whole when it takes too long.
   */
  public static Transport forSignIn(HttpClient client, TimeSource time) {
    return new Transport(client, time, (nanos, task) -> () -> {}, LARGEST_SIGN_IN, LARGEST_SIGN_IN);
  }

  /**
   * Sends a request and waits for the whole answer.
   *
   * @throws TransportFailure if no whole answer came in time
   * @throws InterruptedException if the thread was interrupted; the exchange is then cancelled
   */
  public WireResponse send(HttpRequest.Builder request, Duration timeout)
      throws TransportFailure, InterruptedException {
    long deadline = time.nanos() + timeout.toNanos();
    try (TimeSource.Span exchange = time.begin()) {
      return whole(
          client.send(
              request.timeout(timeout).build(), BoundedBody.handler(largestBody, timer, deadline)));
    } catch (IOException | RuntimeException e) {
      throw failure(e, timeout);
    }
  }

  /**
   * Sends a request and returns at once.
   *
   * @param then is given the whole answer or why there is none, once, on a thread that is not to be
   *     kept
   * @return cancels the exchange; {@code then} is told all the same
   */
  public Runnable start(
      HttpRequest.Builder request,
      Duration timeout,
      BiConsumer<@Nullable WireResponse, @Nullable TransportFailure> then) {
    long deadline = time.nanos() + timeout.toNanos();
    TimeSource.Span exchange = time.begin();
    CompletableFuture<HttpResponse<byte[]>> answer;
    try {
      answer =
          client.sendAsync(
              request.timeout(timeout).build(), BoundedBody.handler(largestBody, timer, deadline));
    } catch (RuntimeException e) {
      answer = CompletableFuture.failedFuture(e);
    }
    CompletableFuture<?> unused =
        answer.whenComplete(
            (response, thrown) -> {
              try (exchange) {
                if (response != null) {
                  then.accept(whole(response), null);
                } else {
                  then.accept(null, failureOf(thrown, timeout));
                }
              }
            });
    CompletableFuture<HttpResponse<byte[]>> running = answer;
    return () -> running.cancel(true);
  }

  /**
   * Sends a request and waits for the headers of the answer alone; the body is read as it comes.
   *
   * @param timeout how long the headers may take
   * @throws TransportFailure if there are none in time
   * @throws InterruptedException if the thread was interrupted; the exchange is then cancelled
   */
  public StreamedAnswer open(HttpRequest.Builder request, Duration timeout)
      throws TransportFailure, InterruptedException {
    long deadline = time.nanos() + timeout.toNanos();
    BodyPipe body = new BodyPipe(time);
    TimeSource.Signal answered = time.newSignal();
    CompletableFuture<HttpResponse<BodyPipe>> answer = new CompletableFuture<>();
    boolean opened = false;
    try (TimeSource.Span exchange = time.begin()) {
      answer = client.sendAsync(request.timeout(timeout).build(), info -> body);
      CompletableFuture<?> unused = answer.whenComplete((response, thrown) -> answered.fire());
      if (!answered.await(deadline)) {
        throw new TransportFailure(Kind.TIMED_OUT, "no answer within " + timeout, null);
      }
      HttpResponse<BodyPipe> response = answer.join();
      opened = true;
      return new StreamedAnswer(response.statusCode(), response.headers(), body);
    } catch (RuntimeException e) {
      throw failureOf(e, timeout);
    } finally {
      if (!opened) {
        answer.cancel(true);
        body.close();
      }
    }
  }

  private WireResponse whole(HttpResponse<byte[]> response) {
    byte[] body = response.body(); // none where a proxy refused a tunnel
    return new WireResponse(
        response.statusCode(),
        response.headers(),
        body == null ? new byte[0] : body,
        largestInflated);
  }

  private static TransportFailure failure(Exception thrown, Duration timeout)
      throws InterruptedException {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof InterruptedException interrupted) {
        throw interrupted;
      }
    }
    return failureOf(thrown, timeout);
  }

  static TransportFailure failureOf(@Nullable Throwable thrown, @Nullable Duration timeout) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof BoundedBody.TooLarge) {
        return new TransportFailure(Kind.TOO_LARGE, String.valueOf(cause.getMessage()), thrown);
      }
      if (cause instanceof ConnectException
          || cause instanceof UnknownHostException
          || cause instanceof UnresolvedAddressException
          || cause instanceof HttpConnectTimeoutException) {
        return new TransportFailure(Kind.NOT_SENT, describe("no connection", cause), thrown);
      }
      if (cause instanceof SSLHandshakeException) {
        return new TransportFailure(Kind.UNTRUSTED, describe("no trust", cause), thrown);
      }
      if (cause instanceof HttpTimeoutException || cause instanceof BoundedBody.TooLate) {
        String bound = timeout == null ? "in time" : "within " + timeout;
        return new TransportFailure(Kind.TIMED_OUT, "no whole answer " + bound, thrown);
      }
    }
    if (thrown == null) {
      return new TransportFailure(Kind.LOST, "the exchange ended without an answer", null);
    }
    // Also what is no IOException: the JDK lets some failures through unwrapped (JDK-8364733).
    String what = thrown instanceof IOException ? "connection lost" : "exchange failed";
    return new TransportFailure(Kind.LOST, describe(what, thrown), thrown);
  }

  private static String describe(String what, Throwable cause) {
    String message = cause.getMessage();
    return what
        + " ("
        + cause.getClass().getSimpleName()
        + (message == null ? "" : ": " + message)
        + ")";
  }
}
