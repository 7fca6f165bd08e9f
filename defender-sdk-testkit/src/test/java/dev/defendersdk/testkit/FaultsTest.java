package dev.defendersdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.testkit.journal.JournalEntry;
import dev.defendersdk.testkit.rules.Fault;
import dev.defendersdk.testkit.rules.Fault.Kind;
import dev.defendersdk.testkit.rules.Occurrence;
import dev.defendersdk.testkit.rules.Quotas;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class FaultsTest {

  private static final String BODY = "{\"Comment\":\"C2\",\"IsolationType\":\"Full\"}";

  private final SimulatedTenant tenant =
      SimulatedTenant.builder()
          .time(Times.virtual())
          .quotas(Quotas.unlimited())
          .machines(5)
          .build();
  private final Caller caller = Caller.of(tenant);

  @Test
  void aFaultHitsTheOccurrencesThatItIsMeantFor() {
    assertThat(hits(Occurrence.nth(2))).containsExactly(2);
    assertThat(hits(Occurrence.first(2))).containsExactly(1, 2);
    assertThat(hits(Occurrence.from(5))).containsExactly(5, 6);
    assertThat(hits(Occurrence.every(3))).containsExactly(3, 6);
    assertThat(hits(Occurrence.always())).hasSize(6);
    assertThat(hits(Occurrence.withProbability(0.5, 3)))
        .isEqualTo(hits(Occurrence.withProbability(0.5, 3)))
        .hasSizeBetween(1, 5);
    assertThatThrownBy(() -> Occurrence.nth(0)).hasMessageContaining("counted from 1");
    assertThatThrownBy(() -> Occurrence.withProbability(1.5, 1)).hasMessageContaining("1.5");
  }

  private List<Integer> hits(Occurrence occurrence) {
    tenant.faults().clear().on("machines.list", occurrence, Fault.status(503));
    List<Integer> hits = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      if (caller.get("/api/machines").status() == 503) {
        hits.add(i);
      }
    }
    return hits;
  }

  @Test
  void aFaultOfAnyOperationLeavesSignInAlone() {
    tenant.faults().onAny(Occurrence.always(), Fault.status(500));

    assertThat(caller.signIn().get("/api/machines").status()).isEqualTo(500);
    assertThat(caller.get("/api/machineactions").status()).isEqualTo(500);
    tenant.faults().clear().on("signIn.token", Occurrence.nth(1), Fault.status(503));
    assertThat(caller.token(caller.form()).status()).isEqualTo(503);
    assertThat(caller.token(caller.form()).status()).isEqualTo(200);
  }

  @Test
  void aFaultOfAnUnknownOperationIsRefusedWithTheKnownOnes() {
    assertThatThrownBy(
            () -> tenant.faults().on("machines.lst", Occurrence.always(), Fault.status(500)))
        .hasMessageContaining("'machines.lst'")
        .hasMessageContaining("machines.list,");
  }

  @Test
  void aStatusCarriesCodeMessageAndHeaders() {
    tenant
        .faults()
        .on(
            "machines.list",
            Occurrence.nth(1),
            Fault.status(429)
                .code("429")
                .message("slow down")
                .retryAfter(Duration.ofSeconds(17))
                .header("x-why", "test"));

    Caller.Reply reply = caller.get("/api/machines");
    assertThat(reply.status()).isEqualTo(429);
    assertThat(reply.code()).isEqualTo("429");
    assertThat(reply.message()).isEqualTo("slow down");
    assertThat(reply.headers().firstValue("Retry-After")).contains("17");
    assertThat(reply.headers().firstValue("x-why")).contains("test");
    JournalEntry entry = tenant.journal().of("machines.list").get(0);
    assertThat(entry.status()).isEqualTo(429);
    assertThat(entry.errorCode()).isEqualTo("429");
    assertThat(entry.fault()).isEqualTo("STATUS 429");
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void theJournalTellsWhatWasCarriedOutWhateverTheClientSaw(Kind kind) {
    tenant.faults().on("machines.isolate", Occurrence.always(), Fault.of(kind));
    String path = "/api/machines/" + tenant.machines().ids().get(0) + "/isolate";
    HttpRequest request =
        caller
            .request(path)
            .timeout(Duration.ofSeconds(5))
            .POST(HttpRequest.BodyPublishers.ofString(BODY))
            .build();
    boolean stallsInTheBody = kind == Kind.STALLED_BODY;

    String seen = stallsInTheBody ? seenBy(interruptedAfterAMinute(request)) : seenBy(request);

    assertThat(seen)
        .isEqualTo(
            switch (kind) {
              case STATUS -> "503";
              case HTML_PAGE -> "502";
              case CONNECTION_REFUSED -> "ConnectException";
              case IDLE_CONNECTION_CLOSED, RESET_BEFORE, RESET_WHILE_SENDING, RESET_AFTER ->
                  "SocketException";
              case DROPPED, STALLED_HEADERS, DELAY -> "HttpTimeoutException";
              case STALLED_BODY -> "InterruptedException";
              case TRUNCATED_BODY -> "IOException";
              case GARBAGE_BODY, CORRUPT_GZIP, WRONG_CONTENT_TYPE, EMPTY_BODY -> "201";
            });
    boolean acted =
        switch (kind) {
          case STATUS,
              HTML_PAGE,
              CONNECTION_REFUSED,
              IDLE_CONNECTION_CLOSED,
              RESET_BEFORE,
              RESET_WHILE_SENDING,
              DROPPED ->
              false;
          default -> true;
        };
    assertThat(tenant.actions().all()).hasSize(acted ? 1 : 0);
    assertThat(tenant.journal().effects()).hasSize(acted ? 1 : 0);
    assertThat(tenant.journal().of("machines.isolate").get(0).fault()).startsWith(kind.name());
  }

  private interface Sending {
    int send() throws IOException, InterruptedException;
  }

  private Sending interruptedAfterAMinute(HttpRequest request) {
    VirtualTime time = (VirtualTime) tenant.time();
    return () -> sendInterrupted(request, time);
  }

  private int sendInterrupted(HttpRequest request, VirtualTime time)
      throws IOException, InterruptedException {
    Callable<Integer> task =
        () -> {
          Thread sender = Thread.currentThread();
          Thread watch =
              new Thread(
                  time.tracked(
                      () -> {
                        Times.pass(tenant, Duration.ofMinutes(1));
                        sender.interrupt();
                      }));
          watch.start();
          return caller.sendThrowing(request).status();
        };
    try {
      return time.call(task);
    } catch (IOException | InterruptedException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private String seenBy(HttpRequest request) {
    return seenBy(() -> caller.sendThrowing(request).status());
  }

  private static String seenBy(Sending sending) {
    try {
      return String.valueOf(sending.send());
    } catch (IOException | InterruptedException e) {
      return e.getClass().getSimpleName();
    }
  }

  @Test
  void aStatusCanBeAnsweredAfterTheRequestWasCarriedOut() {
    tenant.faults().on("machines.isolate", Occurrence.nth(1), Fault.status(503).acting(true));

    assertThat(
            caller
                .post("/api/machines/" + tenant.machines().ids().get(0) + "/isolate", BODY)
                .status())
        .isEqualTo(503);
    assertThat(tenant.actions().all()).hasSize(1);
    assertThatThrownBy(() -> Fault.resetAfter().acting(false))
        .hasMessageContaining("choose another kind");
  }

  @Test
  void bodiesAreWrongInTheirOwnWays() throws IOException, InterruptedException {
    assertThat(body(Fault.emptyBody()).text()).isEmpty();
    assertThat(body(Fault.htmlPage(502)).text()).startsWith("<html>");
    assertThat(body(Fault.htmlPage(502)).headers().firstValue("Content-Type"))
        .contains("text/html");
    assertThat(body(Fault.wrongContentType()).headers().firstValue("Content-Type"))
        .contains("text/plain");
    assertThat(body(Fault.wrongContentType()).ids()).hasSize(5);
    Caller.Reply garbage = body(Fault.garbageBody());
    assertThat(garbage.status()).isEqualTo(200);
    assertThatThrownBy(garbage::json).isInstanceOf(AssertionError.class);
    assertThat(body(Fault.status(500).body("Oops")).text()).isEqualTo("Oops");

    tenant.faults().clear().on("machines.list", Occurrence.always(), Fault.corruptGzip());
    HttpResponse<byte[]> packed =
        caller.http().send(caller.request("/api/machines").build(), BodyHandlers.ofByteArray());
    assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThatThrownBy(
            () -> new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
        .isInstanceOf(IOException.class);
  }

  private Caller.Reply body(Fault fault) {
    tenant.faults().clear().on("machines.list", Occurrence.always(), fault);
    return caller.get("/api/machines");
  }

  @Test
  void aDelayPassesInTheTenantsTime() {
    tenant.faults().on("machines.list", Occurrence.nth(1), Fault.delay(Duration.ofHours(1)));

    assertThat(caller.get("/api/machines").status()).isEqualTo(200);
    assertThat(tenant.time().now()).isEqualTo(Times.START.plus(Duration.ofHours(1)));
  }

  @Test
  void faultsWithoutAnAnswerAreExceptionsOfTheJdksKind() {
    assertThat(thrown(Fault.connectionRefused())).isInstanceOf(ConnectException.class);
    assertThat(thrown(Fault.resetBefore())).isInstanceOf(SocketException.class);
    assertThat(thrown(Fault.stalledHeaders())).isInstanceOf(HttpTimeoutException.class);
    assertThat(tenant.journal().last().status()).isNull();
    assertThat(tenant.journal().table()).contains("none").contains("STALLED_HEADERS");
  }

  private Throwable thrown(Fault fault) {
    tenant.faults().clear().on("machines.list", Occurrence.always(), fault);
    HttpRequest request = caller.request("/api/machines").timeout(Duration.ofSeconds(30)).build();
    try {
      caller.sendThrowing(request);
      return new AssertionError("nothing was thrown");
    } catch (IOException | InterruptedException e) {
      return e;
    }
  }
}
