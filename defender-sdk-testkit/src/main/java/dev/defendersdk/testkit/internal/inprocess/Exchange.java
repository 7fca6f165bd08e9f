package dev.defendersdk.testkit.internal.inprocess;

import dev.defendersdk.testkit.internal.engine.CloudState;
import dev.defendersdk.testkit.internal.engine.Engine;
import dev.defendersdk.testkit.internal.wire.Delivery;
import dev.defendersdk.testkit.internal.wire.Outcome;
import dev.defendersdk.testkit.internal.wire.Transit;
import dev.defendersdk.testkit.internal.wire.WireClock;
import dev.defendersdk.testkit.internal.wire.WireRequest;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request on its way to the service and back, up to the headers of the answer. */
final class Exchange {

  private final HttpRequest request;
  private final CloudState state;
  private final WireClock clock;
  private final Transit transit;
  private final long start;
  private final long deadline;
  private final Instant sent;
  private @Nullable WireRequest wire;
  private Transit.Trip trip = new Transit.Trip(0, 0);

  Exchange(HttpRequest request, CloudState state, WireClock clock, Transit transit) {
    this.request = request;
    this.state = state;
    this.clock = clock;
    this.transit = transit;
    this.start = clock.nanos();
    this.sent = clock.now();
    this.deadline =
        request.timeout().map(timeout -> start + timeout.toNanos()).orElseGet(clock::never);
  }

  /** When the caller's own bound ends the wait for headers, as a reading of the clock. */
  long deadline() {
    return deadline;
  }

  /** Whether the caller set a bound. */
  boolean isBounded() {
    return request.timeout().isPresent();
  }

  /**
   * Goes there and back.
   *
   * @return what the service sends; {@link Delivery#STALLED} if it never does
   * @throws HttpTimeoutException if the request's timeout comes first
   */
  Outcome travel() throws IOException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    depart();
    boolean arrived = false;
    try {
      arrived = waitUntil(arrival());
    } finally {
      if (!arrived) {
        leaveOnTheWay();
      }
    }
    if (!arrived) {
      throw timedOut();
    }
    Outcome outcome = arrive();
    if (outcome.delivery() == Delivery.STALLED) {
      return outcome;
    }
    if (!waitUntil(comesBack(outcome))) {
      throw timedOut();
    }
    comeBack(outcome);
    return outcome;
  }

  /** Sets out, if anything listens there. */
  void depart() throws IOException, InterruptedException {
    String service = Hosts.service(request.uri());
    if (service == null) {
      throw new ConnectException("nothing listens at " + origin(request.uri()));
    }
    wire = wire(service);
    trip = transit.next();
  }

  /** When the request arrives, as a reading of the clock. */
  long arrival() {
    return start + trip.there();
  }

  /** What is on its way arrives also when nobody waits for the answer any more. */
  void leaveOnTheWay() {
    Engine.arrivesLater(state, departed(), sent, sent.plusNanos(trip.there()));
  }

  /** The request is carried out. */
  Outcome arrive() throws IOException {
    Outcome outcome = Engine.handle(state, departed(), sent, clock.now());
    if (outcome.delivery() == Delivery.REFUSED) {
      throw new ConnectException("Connection refused: " + origin(request.uri()));
    }
    return outcome;
  }

  /** When the headers of the answer are there, as a reading of the clock. */
  long comesBack(Outcome outcome) {
    return clock.nanos() + trip.back() + outcome.delay().toNanos();
  }

  /** The answer is there, if the connection still is. */
  void comeBack(Outcome outcome) throws IOException {
    if (outcome.delivery() == Delivery.RESET) {
      throw new SocketException("Connection reset");
    }
  }

  private WireRequest departed() {
    return Objects.requireNonNull(wire, "a request departs before it arrives");
  }

  /** Waits for the given reading; false if the deadline comes first. */
  private boolean waitUntil(long nanos) throws InterruptedException {
    boolean inTime = nanos - deadline < 0;
    long until = inTime ? nanos : deadline;
    if (until - clock.nanos() > 0) {
      clock.await(clock.newSignal(), until);
    }
    return inTime;
  }

  HttpTimeoutException timedOut() {
    return new HttpTimeoutException("request timed out");
  }

  private WireRequest wire(String service) throws IOException, InterruptedException {
    Map<String, List<String>> headers = new HashMap<>();
    request
        .headers()
        .map()
        .forEach(
            (name, values) ->
                headers
                    .computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                    .addAll(values));
    headers.putIfAbsent("user-agent", List.of("Java-http-client/" + Runtime.version().feature()));
    URI uri = request.uri();
    String path = Optional.ofNullable(uri.getRawPath()).filter(p -> !p.isEmpty()).orElse("/");
    return new WireRequest(
        request.method(),
        service,
        origin(uri),
        path,
        uri.getRawQuery(),
        headers,
        BodyReader.read(request.bodyPublisher()));
  }

  private static String origin(URI uri) {
    return uri.getScheme() + "://" + uri.getAuthority();
  }
}
