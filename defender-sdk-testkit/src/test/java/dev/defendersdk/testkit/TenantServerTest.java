package dev.defendersdk.testkit;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.testkit.rules.Fault;
import dev.defendersdk.testkit.rules.Fault.Kind;
import dev.defendersdk.testkit.rules.Occurrence;
import dev.defendersdk.testkit.rules.Quirks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class TenantServerTest {

  private final SimulatedTenant tenant =
      SimulatedTenant.builder()
          .time(Times.virtual())
          .quirks(Quirks.harsh().withNextLinkOnOtherHost(false).withPageSize(10))
          .machines(25)
          .build();
  private final TenantServer server = tenant.serve();
  private final Caller caller = Caller.of(tenant, server);

  @AfterEach
  void close() {
    server.close();
    server.close();
  }

  @Test
  void theSameTenantAnswersOverASocket() {
    String id = caller.get("/api/machines?$top=1").ids().get(0);
    Caller.Reply action = caller.post("/api/machines/" + id + "/isolate", "{\"Comment\":\"c\"}");
    assertThat(action.status()).isEqualTo(201);
    assertThat(caller.patch("/api/machines/" + id, "{\"deviceValue\":\"High\"}").status())
        .isEqualTo(200);
    assertThat(caller.get("/api/machines/findbyip(ip='10.0.0.1',timestamp=2026-01-01T00:00:00Z)"))
        .extracting(Caller.Reply::status)
        .isEqualTo(200);
    assertThat(caller.get("/API/V1.0/machineActions").ids()).hasSize(1);
    assertThat(Caller.of(tenant).get("/api/machineactions").ids()).hasSize(1);
    assertThat(tenant.journal().effects()).hasSize(2);
    assertThat(server.authorityUri()).isEqualTo(server.baseUri()).isEqualTo(server.graphUri());
  }

  @Test
  void nextLinksOnTheOwnHostLeadBackToTheServer() {
    String link = caller.get("/api/machines").json().path("@odata.nextLink").asText();

    assertThat(link).startsWith(server.baseUri() + "/api/machines?");
    assertThat(caller.get(link).ids()).hasSize(10);
  }

  @Test
  void bodiesAreDeflatedWhereThatIsOffered() throws Exception {
    HttpResponse<byte[]> response =
        caller
            .http()
            .send(
                caller.request("/api/machines").header("Accept-Encoding", "gzip, deflate").build(),
                BodyHandlers.ofByteArray());

    assertThat(response.headers().firstValue("Content-Encoding")).contains("deflate");
    String text =
        new String(
            new InflaterInputStream(new ByteArrayInputStream(response.body())).readAllBytes(),
            UTF_8);
    assertThat(text).contains("\"value\":[");
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"DROPPED", "STALLED_HEADERS", "STALLED_BODY", "DELAY"})
  void faultsLookOverASocketAsTheyDoInProcess(Kind kind) {
    tenant.faults().on("machines.isolate", Occurrence.first(1), Fault.of(kind));
    String path = "/api/machines/" + tenant.machines().ids().get(0) + "/isolate";

    Object seen = send(caller.body(path, "POST", "{\"Comment\":\"c\"}"));

    switch (kind) {
      case STATUS -> assertThat(seen).isEqualTo(503);
      case HTML_PAGE -> assertThat(seen).isEqualTo(502);
      case GARBAGE_BODY, CORRUPT_GZIP, WRONG_CONTENT_TYPE, EMPTY_BODY ->
          assertThat(seen).isEqualTo(201);
      default -> assertThat(seen).isInstanceOf(IOException.class);
    }
    boolean acted = Fault.of(kind).isActing();
    assertThat(tenant.actions().all()).hasSize(acted ? 1 : 0);
    assertThat(tenant.journal().of("machines.isolate").get(0).fault()).startsWith(kind.name());
  }

  private Object send(HttpRequest request) {
    try {
      return caller.sendThrowing(request).status();
    } catch (IOException e) {
      return e;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"DROPPED", "STALLED_HEADERS"})
  void whatNeverAnswersMeetsTheClientsOwnTimeout(Kind kind) {
    tenant.faults().on("machines.list", Occurrence.always(), Fault.of(kind));

    assertThatThrownBy(
            () ->
                caller.sendThrowing(
                    caller.request("/api/machines").timeout(Duration.ofMillis(300)).build()))
        .isInstanceOf(HttpTimeoutException.class);
  }

  @Test
  void aStalledBodyHangsBehindItsHeaders() throws Exception {
    tenant.faults().on("machines.list", Occurrence.always(), Fault.stalledBody());
    CompletableFuture<Integer> headers = new CompletableFuture<>();
    CompletableFuture<HttpResponse<String>> whole =
        caller
            .http()
            .sendAsync(
                caller.request("/api/machines").build(),
                info -> {
                  headers.complete(info.statusCode());
                  return BodyHandlers.ofString().apply(info);
                });

    assertThat(headers.get()).isEqualTo(200);
    assertThatThrownBy(() -> whole.get(300, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    whole.cancel(true);
  }

  @Test
  void stubsOfTheUserComeBeforeTheTenant() {
    server.wireMock().stubFor(get(urlPathEqualTo("/api/alerts")).willReturn(ok("{\"value\":[]}")));

    assertThat(caller.get("/api/alerts").text()).isEqualTo("{\"value\":[]}");
    assertThat(caller.get("/api/machines").status()).isEqualTo(200);
  }
}
