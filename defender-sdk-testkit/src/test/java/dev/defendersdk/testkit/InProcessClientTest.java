package dev.defendersdk.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.core.time.TimeSource;
import dev.defendersdk.core.time.TimeSource.Span;
import dev.defendersdk.testkit.journal.JournalEntry;
import dev.defendersdk.testkit.rules.Fault;
import dev.defendersdk.testkit.rules.Occurrence;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InProcessClientTest {

  private final VirtualTime time = Times.virtual();
  private final SimulatedTenant tenant = SimulatedTenant.builder().time(time).machines(300).build();
  private final Caller caller = Caller.of(tenant);

  @Test
  void everyBodyHandlerOfTheJdkWorks() throws Exception {
    HttpRequest request = caller.request("/api/machines").build();
    String text = caller.http().send(request, BodyHandlers.ofString()).body();

    assertThat(text.length()).isGreaterThan(100_000);
    assertThat(new String(caller.http().send(request, BodyHandlers.ofByteArray()).body(), UTF_8))
        .isEqualTo(text);
    try (InputStream in = caller.http().send(request, BodyHandlers.ofInputStream()).body()) {
      assertThat(new String(in.readAllBytes(), UTF_8)).isEqualTo(text);
    }
    assertThat(caller.http().send(request, BodyHandlers.ofLines()).body()).containsExactly(text);
    assertThat(caller.http().send(request, BodyHandlers.discarding()).body()).isNull();
    assertThat(caller.http().sendAsync(request, BodyHandlers.ofString()).get().body())
        .isEqualTo(text);
  }

  @Test
  void aBodyComesInPartsAndOnlyAsFastAsItIsAskedFor() throws Exception {
    List<Integer> parts = new ArrayList<>();
    AtomicReference<Flow.Subscription> subscription = new AtomicReference<>();
    HttpResponse.BodySubscriber<String> oneByOne =
        HttpResponse.BodySubscribers.fromSubscriber(
            new Flow.Subscriber<List<ByteBuffer>>() {
              @Override
              public void onSubscribe(Flow.Subscription given) {
                subscription.set(given);
                given.request(1);
              }

              @Override
              public void onNext(List<ByteBuffer> part) {
                parts.add(part.stream().mapToInt(ByteBuffer::remaining).sum());
                Objects.requireNonNull(subscription.get()).request(1);
              }

              @Override
              public void onError(Throwable failure) {
                parts.add(-1);
              }

              @Override
              public void onComplete() {
                parts.add(0);
              }
            },
            subscriber -> "done");

    caller.http().send(caller.request("/api/machines").build(), info -> oneByOne);

    assertThat(parts).hasSizeGreaterThan(5).endsWith(0).doesNotContain(-1);
    assertThat(parts.get(0)).isEqualTo(16 * 1024);
  }

  @Test
  void onlyTheHostsOfTheCloudAnswer() {
    for (String uri :
        List.of(
            "https://api.securitycenter.microsoft.com/api/machines",
            "http://api.defender.test/api/machines",
            "https://api-us.defender.test/api/machines",
            "https://api.defender.test:8443/api/machines")) {
      assertThatThrownBy(
              () ->
                  caller
                      .http()
                      .send(
                          HttpRequest.newBuilder(URI.create(uri)).build(), BodyHandlers.ofString()))
          .as(uri)
          .isInstanceOf(ConnectException.class);
    }
    assertThat(caller.get("https://graph.defender.test/api/machines").status()).isEqualTo(404);
  }

  @Test
  void bodiesAreCompressedOnlyWhereThatIsOfferedAndDeflateIsPreferred() throws Exception {
    String plain = caller.get("/api/machines").text();

    HttpResponse<byte[]> deflated = offering("gzip, deflate");
    assertThat(deflated.headers().firstValue("Content-Encoding")).contains("deflate");
    assertThat(
            new String(
                new InflaterInputStream(new ByteArrayInputStream(deflated.body())).readAllBytes(),
                UTF_8))
        .isEqualTo(plain);
    HttpResponse<byte[]> zipped = offering("gzip");
    assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(
            new String(
                new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes(), UTF_8))
        .isEqualTo(plain);
    assertThat(offering("br").headers().firstValue("Content-Encoding")).isEmpty();
  }

  private HttpResponse<byte[]> offering(String encodings) throws Exception {
    return caller
        .http()
        .send(
            caller.request("/api/machines").header("Accept-Encoding", encodings).build(),
            BodyHandlers.ofByteArray());
  }

  @Test
  void transitPassesInTheTenantsTimeAndRequestsCountWhenTheyArrive() throws Exception {
    SimulatedTenant far = far(Duration.ofSeconds(2), Duration.ofSeconds(2));
    Caller call = Caller.of(far);
    assertThat(far.time().now()).isEqualTo(Times.START.plusSeconds(4));

    call.get("/api/machines");
    JournalEntry entry = far.journal().of("machines.list").get(0);
    assertThat(entry.sent()).isEqualTo(Times.START.plusSeconds(4));
    assertThat(entry.arrived()).isEqualTo(Times.START.plusSeconds(6));
    assertThat(far.time().now()).isEqualTo(Times.START.plusSeconds(8));
  }

  @Test
  void aRequestWhoseSenderHasLeftArrivesAllTheSame() {
    SimulatedTenant far = far(Duration.ofSeconds(2), Duration.ofSeconds(2));
    Caller call = Caller.of(far);
    String path = "/api/machines/" + far.machines().ids().get(0) + "/isolate";
    HttpRequest request =
        call.request(path)
            .timeout(Duration.ofSeconds(1))
            .POST(HttpRequest.BodyPublishers.ofString("{\"Comment\":\"c\"}"))
            .build();

    assertThatThrownBy(() -> call.sendThrowing(request)).isInstanceOf(HttpTimeoutException.class);
    assertThat(far.journal().of("machines.isolate")).isEmpty();

    Times.pass(far, Duration.ofSeconds(1));
    assertThat(far.journal().of("machines.isolate")).hasSize(1);
    assertThat(far.journal().effects().get(0).arrived()).isEqualTo(Times.START.plusSeconds(6));
    assertThat(far.actions().all()).hasSize(1);
  }

  @Test
  void transitIsSeeded() {
    assertThat(endOfThreeCalls(1)).isEqualTo(endOfThreeCalls(1)).isNotEqualTo(endOfThreeCalls(2));
  }

  private static Instant endOfThreeCalls(long seed) {
    SimulatedTenant tenant =
        SimulatedTenant.builder()
            .time(Times.virtual())
            .seed(seed)
            .transit(Duration.ZERO, Duration.ofSeconds(2))
            .machines(1)
            .build();
    Caller caller = Caller.of(tenant);
    caller.get("/api/machines");
    caller.get("/api/machines");
    return tenant.time().now();
  }

  @Test
  void manyThreadsInVirtualTimeLeaveTheSameJournalEachTime() throws InterruptedException {
    assertThat(journalOfManyThreads()).isEqualTo(journalOfManyThreads());
  }

  private static List<JournalEntry> journalOfManyThreads() throws InterruptedException {
    SimulatedTenant tenant = far(Duration.ZERO, Duration.ofSeconds(2));
    Caller caller = Caller.of(tenant);
    ((VirtualTime) tenant.time())
        .run(
            32,
            () -> {
              for (int i = 0; i < 10; i++) {
                caller.get("/api/machines");
              }
            });
    assertThat(tenant.journal().count(429)).isPositive();
    return tenant.journal().entries();
  }

  @Test
  void anInterruptEndsAnExchange() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> caller.sendThrowing(caller.request("/api/machines").build()))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
    assertThat(tenant.journal().of("machines.list")).isEmpty();
  }

  @Test
  void aSpanRoundAnExchangeDoesNotHoldTheTimeInWhichItTravels() throws Exception {
    SimulatedTenant far = far(Duration.ofSeconds(2), Duration.ofSeconds(2));
    Caller call = Caller.of(far);
    VirtualTime clock = (VirtualTime) far.time();

    clock.run(
        8,
        () -> {
          try (Span span = clock.begin()) {
            assertThat(call.get("/api/machines").status()).isEqualTo(200);
            assertThat(span).isNotNull();
          }
        });

    assertThat(clock.now()).isEqualTo(Times.START.plusSeconds(8));
  }

  @Test
  void aWatchdogEndsAStalledExchangeInVirtualTime() throws Exception {
    tenant.faults().on("machines.list", Occurrence.always(), Fault.stalledBody());
    AtomicReference<Throwable> thrown = new AtomicReference<>();

    time.run(
        () -> {
          Thread sender = Thread.currentThread();
          Thread watchdog =
              new Thread(
                  time.tracked(
                      () -> {
                        Times.pass(tenant, Duration.ofSeconds(30));
                        sender.interrupt();
                      }));
          watchdog.start();
          try (Span span = time.begin()) {
            assertThat(span).isNotNull();
            caller.sendThrowing(caller.request("/api/machines").build());
          } catch (IOException | InterruptedException e) {
            thrown.set(e);
          }
        });

    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    assertThat(time.now()).isEqualTo(Times.START.plusSeconds(30));
  }

  @Test
  void anAsynchronousExchangeThatStallsIsLeftToItsCaller() throws Exception {
    tenant.faults().on("machines.list", Occurrence.always(), Fault.stalledHeaders());
    HttpRequest request = caller.request("/api/machines").build();

    time.run(
        () -> {
          Span span = time.begin();
          CompletableFuture<HttpResponse<String>> future =
              caller.http().sendAsync(request, BodyHandlers.ofString());
          TimeSource.Signal done = time.newSignal();
          CompletableFuture<Void> unused =
              future.handle((response, failure) -> fireAndNothing(done));
          assertThat(unused).isNotDone();
          assertThat(awaited(done, Duration.ofSeconds(30))).isFalse();
          assertThat(future.cancel(true)).isTrue();
          span.close();
        });

    assertThat(time.now()).isEqualTo(Times.START.plusSeconds(30));
  }

  private static Void fireAndNothing(TimeSource.Signal signal) {
    signal.fire();
    return null;
  }

  @Test
  void anAsynchronousExchangeKeepsItsRequestsTimeout() {
    tenant.faults().on("machines.list", Occurrence.always(), Fault.stalledHeaders());
    HttpRequest request = caller.request("/api/machines").timeout(Duration.ofSeconds(20)).build();

    assertThatThrownBy(() -> caller.http().sendAsync(request, BodyHandlers.ofString()).get())
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(HttpTimeoutException.class);
    assertThat(time.now()).isEqualTo(Times.START.plusSeconds(20));
  }

  @Test
  void theJournalNamesTheCaller() {
    caller.send(
        caller
            .request("/api/machines?$top=1")
            .header("client-request-id", "c-1")
            .header("User-Agent", "MdePartner-Contoso-NetShield/4.2.0")
            .build());

    JournalEntry entry = tenant.journal().of("machines.list").get(0);
    assertThat(entry.clientRequestId()).isEqualTo("c-1");
    assertThat(entry.userAgent()).isEqualTo("MdePartner-Contoso-NetShield/4.2.0");
    assertThat(entry.query()).isEqualTo("$top=1");
    assertThat(entry.applicationId()).isEqualTo(tenant.clientId());
    assertThat(entry.tenantId()).isEqualTo(tenant.tenantId());
    assertThat(entry.isFailure()).isFalse();
  }

  @Test
  void theTenantWorksInRealTimeToo() {
    SimulatedTenant real = SimulatedTenant.builder().machines(2).build();

    JsonNode machines = Caller.of(real).get("/api/machines").json();
    assertThat(machines.path("value")).hasSize(2);
    assertThat(real.time()).isSameAs(TimeSource.system());
  }

  private static SimulatedTenant far(Duration shortest, Duration longest) {
    return SimulatedTenant.builder()
        .time(Times.virtual())
        .transit(shortest, longest)
        .machines(3)
        .build();
  }

  private boolean awaited(TimeSource.Signal signal, Duration span) {
    try {
      return signal.await(time.nanos() + span.toNanos());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
