package dev.defendersdk.testkit.internal.wiremock;

import com.github.tomakehurst.wiremock.common.FileSource;
import com.github.tomakehurst.wiremock.common.InputStreamSource;
import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.extension.ResponseTransformer;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import dev.defendersdk.testkit.internal.engine.CloudState;
import dev.defendersdk.testkit.internal.engine.Engine;
import dev.defendersdk.testkit.internal.wire.Delivery;
import dev.defendersdk.testkit.internal.wire.Outcome;
import dev.defendersdk.testkit.internal.wire.Transit;
import dev.defendersdk.testkit.internal.wire.WireClock;
import dev.defendersdk.testkit.internal.wire.WireRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Lets the engine answer what WireMock receives, and says its faults in WireMock's terms. */
final class TenantTransformer extends ResponseTransformer {

  static final String NAME = "simulated-tenant";

  private final CloudState state;
  private final WireClock clock;
  private final @Nullable Transit transit;
  private final CountDownLatch closed = new CountDownLatch(1);

  TenantTransformer(CloudState state, WireClock clock, @Nullable Transit transit) {
    this.state = state;
    this.clock = clock;
    this.transit = transit;
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public boolean applyGlobally() {
    return false;
  }

  /** Lets go of all exchanges that stall. */
  void close() {
    closed.countDown();
  }

  @Override
  public Response transform(
      Request request, Response response, FileSource files, Parameters parameters) {
    Instant sent = clock.now();
    Transit.Trip trip = transit == null ? new Transit.Trip(0, 0) : transit.next();
    try {
      if (trip.there() > 0) {
        clock.await(clock.newSignal(), clock.nanos() + trip.there());
      }
      Outcome outcome = Engine.handle(state, wire(request), sent, clock.now());
      if (outcome.delivery() == Delivery.STALLED) {
        closed.await();
      }
      return response(outcome, Duration.ofNanos(trip.back()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Response.response().fault(Fault.EMPTY_RESPONSE).build();
    }
  }

  private static WireRequest wire(Request request) {
    Map<String, List<String>> headers = new HashMap<>();
    for (HttpHeader header : request.getHeaders().all()) {
      headers.put(header.key().toLowerCase(Locale.ROOT), header.values());
    }
    String url = request.getUrl();
    int mark = url.indexOf('?');
    byte[] body = request.getBody();
    return new WireRequest(
        request.getMethod().getName(),
        null,
        request.getScheme() + "://" + request.getHost() + ":" + request.getPort(),
        mark < 0 ? url : url.substring(0, mark),
        mark < 0 ? null : url.substring(mark + 1),
        headers,
        body == null ? new byte[0] : body);
  }

  private Response response(Outcome outcome, Duration back) {
    byte[] body = outcome.response().body();
    List<HttpHeader> headers = new ArrayList<>();
    outcome
        .response()
        .headers()
        .forEach((name, value) -> headers.add(HttpHeader.httpHeader(name, value)));
    Response.Builder builder =
        Response.response()
            .status(outcome.response().status())
            .incrementInitialDelay(outcome.delay().plus(back).toMillis());
    switch (outcome.delivery()) {
      case WHOLE -> builder.body(body);
      case REFUSED, STALLED -> builder.fault(Fault.EMPTY_RESPONSE);
      case RESET -> builder.fault(Fault.CONNECTION_RESET_BY_PEER);
      case STALLED_BODY -> builder.body((InputStreamSource) () -> new StallingBody(body, closed));
      // Jetty ends the connection when it cannot keep the length that was promised.
      case CUT -> {
        if (!outcome.response().headers().containsKey("Content-Length")) {
          headers.add(HttpHeader.httpHeader("Content-Length", Integer.toString(body.length)));
        }
        builder.body(Arrays.copyOf(body, body.length / 2));
      }
    }
    return builder.headers(new HttpHeaders(headers)).build();
  }
}
