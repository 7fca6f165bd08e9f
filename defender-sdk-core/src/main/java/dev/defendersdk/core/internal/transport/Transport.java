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
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLHandshakeException;

/**
 * One exchange, from sending to the last byte of the body, within a bound of time and size. The
 * JDK's own request timeout ends at the headers, so the whole is bounded here: the exchange is
 * cancelled when its time is over or its thread is interrupted, and its connection is closed.
 */
public final class Transport {

  private final HttpClient client;
  private final TimeSource time;
  private final int largestBody;
  private final long largestInflated;

  public Transport(HttpClient client, TimeSource time, int largestBody, long largestInflated) {
    this.client = client;
    this.time = time;
    this.largestBody = largestBody;
    this.largestInflated = largestInflated;
  }

  /**
   * Sends a request and receives the whole answer.
   *
   * @throws TransportFailure if no whole answer came in time
   * @throws InterruptedException if the thread was interrupted; the exchange is then cancelled
   */
  public WireResponse send(HttpRequest.Builder request, Duration timeout)
      throws TransportFailure, InterruptedException {
    long deadline = time.nanos() + timeout.toNanos();
    // The timeout is set on the request too: it ends a hanging connect, and a client in process
    // learns from it how long to wait.
    HttpRequest timed = request.timeout(timeout).build();
    try (TimeSource.Span exchange = time.begin()) {
      CompletableFuture<HttpResponse<byte[]>> answer =
          client.sendAsync(timed, info -> new BoundedBody(largestBody));
      TimeSource.Signal ended = time.newSignal();
      CompletableFuture<?> unused = answer.whenComplete((response, failure) -> ended.fire());
      boolean inTime;
      try {
        inTime = ended.await(deadline);
      } catch (InterruptedException e) {
        answer.cancel(true);
        throw e;
      }
      if (!inTime) {
        answer.cancel(true);
        throw new TransportFailure(Kind.TIMED_OUT, "no whole answer within " + timeout, null);
      }
      HttpResponse<byte[]> response = answer.get();
      return new WireResponse(
          response.statusCode(), response.headers(), response.body(), largestInflated);
    } catch (ExecutionException e) {
      throw failure(e.getCause() == null ? e : e.getCause(), timeout);
    } catch (CancellationException e) {
      throw new TransportFailure(Kind.LOST, "the exchange was cancelled", e);
    }
  }

  private static TransportFailure failure(Throwable thrown, Duration timeout)
      throws InterruptedException {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof InterruptedException interrupted) {
        throw interrupted;
      }
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
      if (cause instanceof HttpTimeoutException) {
        return new TransportFailure(Kind.TIMED_OUT, "no answer within " + timeout, thrown);
      }
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
